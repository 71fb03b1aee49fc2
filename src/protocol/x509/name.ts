import { encodeHex } from './base64.ts';
import { type Bytes, type Element, Fields, malformed, readElements, TAG } from './der.ts';
import { formatOid, oidKey, readOidKey } from './oids.ts';

interface Attribute {
  readonly type: string;
  readonly typeContent: Bytes;
  readonly value: Element;
}

/** A distinguished name. Chains are linked by `encoded`, byte for byte, which is stricter than RFC 5280 7.1. */
export interface Name {
  readonly encoded: Bytes;
  readonly rdns: readonly (readonly Attribute[])[];
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** RFC 4514 section 3. */
const SHORT_NAMES: ReadonlyMap<string, string> = new Map([
  [oidKey('2.5.4.3'), 'CN'],
  [oidKey('2.5.4.6'), 'C'],
  [oidKey('2.5.4.7'), 'L'],
  [oidKey('2.5.4.8'), 'ST'],
  [oidKey('2.5.4.9'), 'STREET'],
  [oidKey('2.5.4.10'), 'O'],
  [oidKey('2.5.4.11'), 'OU'],
  [oidKey('0.9.2342.19200300.100.1.1'), 'UID'],
  [oidKey('0.9.2342.19200300.100.1.25'), 'DC'],
]);

function readAttribute(element: Element): Attribute {
  if (element.tag !== TAG.sequence) throw malformed('name');
  const fields = new Fields(element.content);
  const type = fields.take(TAG.oid);
  const value = fields.takeAny();
  fields.end();
  return { type: readOidKey(type), typeContent: type.content, value };
}

/** X.690 11.6: the members of a SET OF in ascending order of their encodings. */
function isAscending(elements: readonly Element[]): boolean {
  const encodings = elements.map((element) => encodeHex(element.encoded));
  return encodings.every((encoding, index) => index === 0 || (encodings[index - 1] ?? '') < encoding);
}

function readRdn(element: Element): Attribute[] {
  const attributes = readElements(element.content);
  if (element.tag !== TAG.set || attributes.length === 0 || !isAscending(attributes)) throw malformed('name');
  return attributes.map(readAttribute);
}

/** @see RFC 5280 4.1.2.4 */
export function readName(element: Element): Name {
  if (element.tag !== TAG.sequence) throw malformed('name');
  return { encoded: element.encoded, rdns: readElements(element.content).map(readRdn) };
}

export function isEmptyName(name: Name): boolean {
  return name.rdns.length === 0;
}

export function sameName(left: Name, right: Name): boolean {
  return sameBytes(left.encoded, right.encoded);
}

export function sameBytes(left: Bytes, right: Bytes): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}

/** The text of the string types in use today; the others stay bytes. */
function textOf(value: Element): string | undefined {
  const isText =
    value.tag === TAG.utf8String || value.tag === TAG.printableString || value.tag === TAG.ia5String;
  if (!isText) return undefined;
  try {
    return utf8.decode(value.content);
  } catch {
    return undefined;
  }
}

/**
 * RFC 4518 2.2 and 2.4: what nobody sees is left out of a comparison, or refused. A name that has it would pass as another
 * one, so that it is not compared at all; white space is folded.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\ufffc\ufffd]|\p{Variation_Selector}|\u034f/u;
const SPACES = /[\t\n\v\f\r\u0085\p{Z}]+/gu;

/** RFC 4518 2.2, RFC 3454 B.2: without letter case, with ß as ss. Upper case first, which has more of one form. */
function foldCase(text: string): string {
  return text.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
}

function comparableText(value: Element): string | undefined {
  const text = textOf(value)?.replaceAll(SPACES, ' ');
  if (text === undefined || UNSEEN.test(text)) return undefined;
  return foldCase(text).replaceAll(/ +/g, ' ').replaceAll(/^ | $/g, '');
}

/**
 * An RDN as name constraints compare it: whatever its string type, letter case and spacing. Undefined where a
 * value is not of a string type that we can read, or has something in it that is not seen.
 *
 * @see RFC 5280 7.1, RFC 4518 2
 */
export function comparableRdn(rdn: readonly Attribute[]): string | undefined {
  const parts: string[] = [];
  for (const { type, value } of rdn) {
    const folded = comparableText(value);
    if (folded === undefined) return undefined;
    parts.push(JSON.stringify([type, folded]));
  }
  return parts.sort((left, right) => (left < right ? -1 : 1)).join('+');
}

function hexPair(character: string): string {
  return `\\${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}

/** RFC 4514 2.4; control characters are escaped too, because the text goes into logs. */
function escapeText(text: string): string {
  return text
    .replaceAll(/[,+"\\<>;]/g, '\\$&')
    .replace(/^[ #]/, '\\$&')
    .replace(/ $/, '\\ ')
    .replaceAll(/\p{Cc}/gu, hexPair);
}

function formatAttribute({ type, typeContent, value }: Attribute): string {
  const shortName = SHORT_NAMES.get(type);
  const text = textOf(value);
  if (shortName === undefined || text === undefined) {
    return `${shortName ?? formatOid(typeContent)}=#${encodeHex(value.encoded)}`;
  }
  return `${shortName}=${escapeText(text)}`;
}

/** The name for people to read, last RDN first. @see RFC 4514 */
export function formatName(name: Name): string {
  return name.rdns
    .map((rdn) => rdn.map(formatAttribute).join('+'))
    .reverse()
    .join(',');
}
