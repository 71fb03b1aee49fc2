import { type Bytes, type Element, malformed, readOnly, TAG } from './der.ts';
import { type Name, readName } from './name.ts';

/** The name forms that our checks evaluate; every other form is only known to be there. */
export type GeneralName =
  | { readonly form: 'dns'; readonly text: string }
  | { readonly form: 'uri'; readonly text: string }
  | { readonly form: 'directory'; readonly name: Name }
  | { readonly form: 'other'; readonly tag: number };

const DNS_NAME = 0x82;
const DIRECTORY_NAME = 0xa4;
const URI = 0x86;
const OTHER_FORMS: ReadonlySet<number> = new Set([0xa0, 0x81, 0xa3, 0xa5, 0x87, 0x88]);

/** Printable ASCII without the space: a stricter IA5String, as no host name or URI has more. */
function readVisibleText(content: Bytes): string {
  if (!content.every((byte) => byte > 0x20 && byte < 0x7f)) throw malformed('general_name_text');
  return String.fromCharCode(...content);
}

/** @see RFC 5280 4.2.1.6 */
export function readGeneralName(element: Element): GeneralName {
  if (element.tag === DNS_NAME) return { form: 'dns', text: readVisibleText(element.content) };
  if (element.tag === URI) {
    if (element.content.length === 0) throw malformed('general_name_text');
    return { form: 'uri', text: readVisibleText(element.content) };
  }
  if (element.tag === DIRECTORY_NAME) {
    return { form: 'directory', name: readName(readOnly(element.content, TAG.sequence)) };
  }
  if (!OTHER_FORMS.has(element.tag)) throw malformed('general_name');
  return { form: 'other', tag: element.tag };
}
