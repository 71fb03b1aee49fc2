/**
 * Where a server is reached that listens at this host and port. An address of IPv6 stands in brackets.
 *
 * @see RFC 3986 3.2.2
 */
export function baseAddress(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
