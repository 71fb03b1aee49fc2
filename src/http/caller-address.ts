import { isIP, isIPv6 } from 'node:net';

/**
 * The network address that a request is counted under. Behind proxies the connection is always theirs: then it is the
 * entry of `X-Forwarded-For` that the outermost of so many trusted proxies has written. What stands before it anybody
 * can write. Of an IPv6 address only the network counts: one customer has all of it.
 *
 * @param proxies how many trusted proxies stand before this server
 */
export function callerAddress(
  connection: string | undefined,
  forwardedFor: string | null,
  proxies: number,
): string {
  const forwarded = (forwardedFor ?? '').split(',').map((entry) => entry.trim());
  const written = proxies > 0 ? addressIn(forwarded.at(-proxies) ?? '') : undefined;
  const address = written ?? connection ?? 'unknown';
  return isIPv6(address) ? networkOf(address) : address;
}

/** Some proxies write the port, too, and each connection has another one. What is no address names nobody. */
function addressIn(entry: string): string | undefined {
  const [, bracketed, plain] = /^(?:\[([^\]]+)\](?::\d+)?|([\d.]+):\d+)$/.exec(entry) ?? [];
  const address = bracketed ?? plain ?? entry;
  return isIP(address) === 0 ? undefined : address;
}

const GROUPS = 8;
const NETWORK_GROUPS = 4;

function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = [], tail = []] = address
    .toLowerCase()
    .split('::')
    .map((half) => half.split(':').filter((group) => group !== ''));
  const zeros = Array.from({ length: Math.max(0, GROUPS - head.length - tail.length) }, () => '0');
  return `${[...head, ...zeros, ...tail].slice(0, NETWORK_GROUPS).join(':')}::/64`;
}
