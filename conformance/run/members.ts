import { UsageError } from './case.ts';

/** A text that a subject file has to name. @throws UsageError with one line that names the member */
export function textAt(own: unknown, member: string, where: string): string {
  const value =
    typeof own === 'object' ? (own as Readonly<Record<string, unknown>> | null)?.[member] : undefined;
  if (value === undefined || value === null || value === '')
    throw new UsageError(`${where}.${member} is missing.`);
  if (typeof value !== 'string') throw new UsageError(`${where}.${member} is no text: put it in quotes.`);
  return value;
}

/** What amounts are in; left out: CNY, as in ACT. @throws UsageError with one line that names the member */
export function currencyAt(own: Readonly<Record<string, unknown>>, where: string): string {
  if (own.currency === undefined) return 'CNY';
  const currency = textAt(own, 'currency', where);
  if (!/^[A-Z]{3}$/.test(currency))
    throw new UsageError(`${where}.currency is no code of three capital letters, such as JPY: ${currency}`);
  return currency;
}

/** Where something answers, without a slash at the end: paths are put behind it. @throws UsageError */
export function addressAt(own: unknown, where: string): string {
  const url = textAt(own, 'url', where);
  const { protocol = '', search = '', hash = '' } = URL.parse(url) ?? {};
  if (!['http:', 'https:'].includes(protocol))
    throw new UsageError(`${where}.url is no http address: ${url}`);
  if (`${search}${hash}` !== '') throw new UsageError(`${where}.url has something behind its path: ${url}`);
  return url.replace(/\/+$/, '');
}
