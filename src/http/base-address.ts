import { ActError } from '../protocol/errors/index.ts';

/**
 * Where a server is reached that listens at this host and port. An address of IPv6 stands in brackets.
 *
 * @see RFC 3986 3.2.2
 */
export function baseAddress(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** What `isBaseUrl` takes, for whoever wrote another. */
export const BASE_URL_FORM =
  'an address like https://rail.example/shop: in lower case, no default port, no query, no slash at its end';

/**
 * Whether addresses can be written behind this one so that everybody comes to the same text: scheme and host in lower case
 * and ASCII, no default port, no credentials, query or fragment, and no slash at its end.
 *
 * @see RFC 3986 6.2.2, 6.2.3
 */
export function isBaseUrl(text: string): boolean {
  if (!/^https?:\/\/[^?#]*[^/?#]$/.test(text) || !URL.canParse(text)) return false;
  const { href, username, password } = new URL(text);
  return username === '' && password === '' && (href === text || href === `${text}/`);
}

/**
 * Whether an address is at the host of another one, however both are written: capitals, default ports and names in other
 * letters are the same. What is no address is nowhere, though a schema may take it for one (`https://bank.example:99999`).
 */
export function isOfOrigin(address: string, base: string): boolean {
  return URL.canParse(address) && URL.canParse(base) && new URL(address).origin === new URL(base).origin;
}

/** For a program that puts a server together itself. @throws ActError schema_mismatch */
export function assertBaseUrl(text: string): void {
  if (!isBaseUrl(text)) throw new ActError('schema_mismatch', { rule: 'config:base_url' });
}
