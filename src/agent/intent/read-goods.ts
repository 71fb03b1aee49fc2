import { COUNT, countOf } from './numbers.ts';
import type { Finding, ReadingContext } from './reader.ts';

const TRAIN = /(?<![A-Za-z0-9])[GDCZTKY]\d{1,4}(?![A-Za-z0-9])/gi;
const QUOTED = /[“"「『](?<name>[^”"」』]{1,80})[”"」』]/g;
const ROUTE =
  /\bfrom\s+(?<from>[A-Z][\w'-]*(?:\s[A-Z][\w'-]*)?)\s+to\s+(?<to>[A-Z][\w'-]*(?:\s[A-Z][\w'-]*)?)|从(?<fromZh>[一-龥]{2,6}?)[到去至](?<toZh>[一-龥]{2,6}?)(?=[的坐乘，,。\s]|$)/;
const QUANTITY = new RegExp(
  `(?<![\\d.])(?<en>${COUNT})\\s+(?:[\\w-]+\\s+){0,3}?(?:tickets?|seats?|items?|pieces?|portions?|cups?|bunch(?:es)?)\\b|(?<zh>${COUNT})\\s*[张份个杯束件]`,
  'gi',
);
const TIMES = new RegExp(
  `\\b(?<en>${COUNT})\\s+(?:times|purchases|payments|uses|orders)\\b|\\b(?<adverb>once|twice)\\b|(?<zh>${COUNT})\\s*次(?!性)`,
  'gi',
);
const PERCENT = /(?<percent>\d{1,2}(?:\.\d{1,2})?)\s*(?:%|percent|per cent)/gi;
const AUTO_CANCEL =
  /\b(?:auto(?:matically)?[- ]?cancel|cancel (?:it )?automatically|just cancel)\b|自动取消|直接取消/i;
const PAUSE = /\b(?:ask me|notify me|let me know|pause)\b|问我|通知我|告诉我|暂停/i;
const ANY_SELLER = /\bany (?:merchant|seller|shop|store|platform)\b|不限商家|哪家都(?:行|可以)|任意商家/i;
const NEGATION = /(?:\bnot\b|\bexcept\b|\bnever\b|不要|别|除了|不)[^,，;；。.]{0,16}$/i;

/** Directly before the goods: further away it is about a seller. */
const NEVER_BUY =
  /(?:\b(?:no|not|never|without|except(?: for)?)\s+(?:buy(?:ing)?\s+)?(?:any\s+)?(?:of\s+)?|(?:不要|不能|不许|不|别|勿|除了)(?:买|购买)?(?:任何)?)$/i;

/** Qualities of which goods have exactly one, with the words for each. */
const GRADES: readonly { readonly grade: string; readonly words: readonly string[] }[] = [
  { grade: 'second class', words: ['second class', 'second-class', '2nd class', '二等座', '二等'] },
  { grade: 'first class', words: ['first class', 'first-class', '1st class', '一等座', '一等'] },
  { grade: 'business class', words: ['business class', 'business-class', '商务座'] },
];

/** The grades that a text names. */
export function gradesIn(text: string): string[] {
  const lower = text.normalize('NFKC').toLowerCase();
  return GRADES.filter(({ words }) => words.some((word) => lower.includes(word))).map(({ grade }) => grade);
}

/** What is wanted, how many and how often, of whom, and what to do when the price moves. */
export function readGoods(text: string, context: ReadingContext): Finding[] {
  return [
    ...needs(text),
    ...gradesIn(text).map((value) => ({ field: 'grade', value }) as const),
    ...counts(text, QUANTITY, 'quantity'),
    ...counts(text, TIMES, 'times_limit'),
    ...categories(text, context),
    ...sellers(text, context),
    ...priceBehaviour(text),
  ];
}

/** Train numbers name the goods best; a route does where there is none. */
function needs(text: string): Finding[] {
  const trains = [...text.matchAll(TRAIN)].map(([word]) => word.toUpperCase());
  const quoted = [...text.matchAll(QUOTED)].map(({ groups }) => groups?.name ?? '');
  const words = [...new Set([...trains, ...quoted])];
  if (words.length > 0) return [{ field: 'need', value: words }];
  const route = ROUTE.exec(text)?.groups;
  const ends = [route?.from ?? route?.fromZh, route?.to ?? route?.toZh].filter((end) => end !== undefined);
  return ends.length === 2 ? [{ field: 'need', value: ends }] : [];
}

function counts(text: string, pattern: RegExp, field: 'quantity' | 'times_limit'): Finding[] {
  return [...text.matchAll(pattern)].flatMap(({ groups }) => {
    const value = countOf(groups?.en ?? groups?.zh ?? groups?.adverb);
    return value === undefined || value < 1 ? [] : [{ field, value } as const];
  });
}

function categories(text: string, context: ReadingContext): Finding[] {
  const lower = text.toLowerCase();
  const allowed: Finding[] = [];
  const forbidden: string[] = [];
  for (const { category, words } of context.categories) {
    const places = words.map((word) => placeOf(word.toLowerCase(), lower)).filter((at) => at >= 0);
    if (places.length === 0) continue;
    if (places.every((at) => NEVER_BUY.test(text.slice(0, at)))) forbidden.push(category);
    else allowed.push({ field: 'allowed_categories', value: [category] });
  }
  return [
    ...allowed,
    ...(forbidden.length > 0 ? [{ field: 'forbidden_categories', value: forbidden } as const] : []),
  ];
}

function sellers(text: string, context: ReadingContext): Finding[] {
  if (ANY_SELLER.test(text)) return [{ field: 'allowed_merchants', value: 'any' }];
  const lower = text.toLowerCase();
  const allowed: string[] = [];
  const forbidden: string[] = [];
  for (const { merchant, names } of context.merchants) {
    const at = names.map((name) => placeOf(name.toLowerCase(), lower)).find((index) => index >= 0);
    if (at === undefined) continue;
    (NEGATION.test(text.slice(0, at)) ? forbidden : allowed).push(merchant);
  }
  return [
    ...(allowed.length > 0 ? [{ field: 'allowed_merchants', value: allowed } as const] : []),
    ...(forbidden.length > 0 ? [{ field: 'forbidden_merchants', value: forbidden } as const] : []),
  ];
}

/** A name in Latin letters counts as a word of its own only; Chinese has no spaces to go by. */
function placeOf(name: string, text: string): number {
  const isLatin = /^[\w .&'-]+$/.test(name);
  if (!isLatin) return text.indexOf(name);
  const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.search(new RegExp(`(?<![a-z0-9])${escaped}(?![a-z0-9])`));
}

function priceBehaviour(text: string): Finding[] {
  const findings: Finding[] = [...text.matchAll(PERCENT)].map(({ groups }) => ({
    field: 'price_deviation_tolerance',
    value: Number(groups?.percent),
  }));
  if (AUTO_CANCEL.test(text)) findings.push({ field: 'price_deviation_action', value: 'AUTO_CANCEL' });
  if (PAUSE.test(text)) findings.push({ field: 'price_deviation_action', value: 'PAUSE_AND_NOTIFY' });
  return findings;
}
