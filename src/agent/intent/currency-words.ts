/** What people call currencies. A word of several is that of the user's own currency where it is one of them. */
const CURRENCY_OF: Readonly<Record<string, string>> = {
  ...{ '¥': 'CNY', yuan: 'CNY', rmb: 'CNY', cny: 'CNY', 元: 'CNY', 块: 'CNY', 块钱: 'CNY', 人民币: 'CNY' },
  ...{ $: 'USD', us$: 'USD', usd: 'USD', dollar: 'USD', dollars: 'USD', 美元: 'USD' },
  ...{ '€': 'EUR', eur: 'EUR', euro: 'EUR', euros: 'EUR', 欧元: 'EUR' },
  ...{ yen: 'JPY', jpy: 'JPY', 日元: 'JPY', 円: 'JPY' },
};

const DOLLARS = 'AUD BBD BMD BND BSD BZD CAD FJD GYD HKD JMD KYD LRD NAD NZD SBD SGD SRD TTD TWD XCD'.split(
  ' ',
);
const YUAN = ['HKD', 'MOP', 'TWD'];
const SHARED: Readonly<Record<string, readonly string[]>> = {
  ...{ '¥': ['JPY'], $: DOLLARS, dollar: DOLLARS, dollars: DOLLARS },
  ...{ 元: YUAN, 块: YUAN, 块钱: YUAN },
};

/** With a letter before it the sign is that of another country. */
export const CURRENCY_SIGN = '\\bus\\$|(?<![a-z$])[¥$€]|\\b(?:cny|rmb|usd|eur|jpy)\\s?|人民币';
export const CURRENCY_UNIT =
  'yuan\\b|rmb\\b|cny\\b|元|块钱|块|usd\\b|dollars?\\b|美元|eur\\b|euros?\\b|欧元|yen\\b|jpy\\b|日元|円';

/** In Chinese the country is told apart from the figure: 日币5000元, 5000块台币. */
const COUNTRY = '(?:港|台|日|韩|美|欧|英|澳|加|新|泰|卢|外)(?:币|元|圆|金|镑|铢|布)';
export const COUNTRY_BEFORE = new RegExp(`${COUNTRY}\\s?$`);
export const COUNTRY_BEHIND = new RegExp(`^\\s?(?:新?${COUNTRY}|(?:美国|香港|台湾|日本|韩国)的?钱)`);

/**
 * The currency that stands before an amount, after it, or both, as somebody says it whose own currency is `own`. ¥ is
 * yuan and yen: what follows it says which.
 *
 * @returns undefined where none is known, or the two are not of one
 */
export function currencyIn(
  sign: string | undefined,
  unit: string | undefined,
  own: string,
): string | undefined {
  const [before, after] = [sign, unit].map((mark) => meantBy(mark?.trim() ?? '', own));
  if (before === undefined || after === undefined) return after ?? before;
  const isYuanOrYen = sign?.trim() === '¥' && (after === 'CNY' || after === 'JPY');
  return before === after || isYuanOrYen ? after : undefined;
}

function meantBy(mark: string, own: string): string | undefined {
  const name = mark.toLowerCase();
  if (mark === own || (Object.hasOwn(SHARED, name) && SHARED[name]?.includes(own))) return own;
  return Object.hasOwn(CURRENCY_OF, name) ? CURRENCY_OF[name] : undefined;
}
