import type { Finding } from './reader.ts';

/** An address that was said, and the text without it: its names and numbers are about nothing else. */
export interface AddressWords {
  readonly findings: readonly Finding[];
  readonly rest: string;
}

const MAX_CHARS = 200;
const BEFORE =
  '\\b(?:deliver(?:ed)?|ship(?:ped)?|send) (?:it |them )?to\\s+|\\bdelivery address(?: is)?[:：]?\\s+|(?:送货?|寄|配送|邮寄|快递)到\\s*|(?:收货|配送|送货)?地址(?:是|为|[:：])\\s*';
const ADDRESS = new RegExp(
  `(?:${BEFORE})(?:[“"「『](?<quoted>[^”"」』]{1,${MAX_CHARS}})[”"」』]|(?<plain>[^“"「『,，;；。!！?？\\n.]{1,${MAX_CHARS}}))`,
  'gi',
);
/** Places that only the user knows where they are. */
const VAGUE =
  /^(?:me|us|(?:my |our |the )?(?:home|house|place|office|work|usual (?:place|address))|here|(?:我的?)?(?:家里?|公司|单位|办公室)|这里|老地方)$/i;
/** After a comma an address in Latin letters may go on: "12 Long Street, Springfield". */
const MAY_GO_ON = /^,\s*[A-Z0-9]/;

/**
 * Where the goods are to go. Words that are no address, and an address of which the end is not certain, are marked
 * ambiguous; in quotation marks it is certain.
 *
 * @see ADD-INT-ICS-09, ADD-INT-ICS-10
 */
export function readAddress(text: string): AddressWords {
  const findings = [...text.matchAll(ADDRESS)].flatMap((match): Finding[] => {
    const { quoted, plain } = match.groups ?? {};
    const value = (quoted ?? plain ?? '').trim();
    if (value.length === 0) return [];
    const after = text.slice(match.index + match[0].length);
    const isOpen = VAGUE.test(value) || (quoted === undefined && MAY_GO_ON.test(after));
    return [{ field: 'delivery_address', value, ambiguous: isOpen }];
  });
  return { findings, rest: text.replaceAll(ADDRESS, ', ') };
}
