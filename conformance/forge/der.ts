import { concat, utf8 } from './bytes.ts';

/** Just enough DER to write a certificate. @see X.690 8–11 */
export function tlv(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const content = concat(...contents);
  return concat(Uint8Array.of(tag), lengthOf(content.length), content);
}

function lengthOf(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length);
  if (length < 0x100) return Uint8Array.of(0x81, length);
  return Uint8Array.of(0x82, length >> 8, length & 0xff);
}

export const sequence = (...contents: readonly Uint8Array[]): Uint8Array => tlv(0x30, ...contents);
export const octets = (content: Uint8Array): Uint8Array => tlv(0x04, content);
export const bits = (content: Uint8Array, unused = 0): Uint8Array =>
  tlv(0x03, Uint8Array.of(unused), content);
export const boolean = (value: boolean): Uint8Array => tlv(0x01, Uint8Array.of(value ? 0xff : 0));

/** A non-negative integer, big-endian. */
export function integer(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte !== 0);
  const digits = first === -1 ? Uint8Array.of(0) : bytes.subarray(first);
  return tlv(0x02, (digits[0] ?? 0) >= 0x80 ? concat(Uint8Array.of(0), digits) : digits);
}

function arcBytes(arc: bigint): number[] {
  const bytes = [Number(arc & 0x7fn)];
  for (let rest = arc >> 7n; rest > 0n; rest >>= 7n) bytes.unshift(Number(rest & 0x7fn) | 0x80);
  return bytes;
}

export function oid(dotted: string): Uint8Array {
  const [first = 0n, second = 0n, ...rest] = dotted.split('.').map(BigInt);
  return tlv(0x06, Uint8Array.from([first * 40n + second, ...rest].flatMap(arcBytes)));
}

/** UTCTime up to 2049, GeneralizedTime after it. @see RFC 5280 4.1.2.5 */
export function time(unixSeconds: number): Uint8Array {
  const digits = new Date(unixSeconds * 1000).toISOString().replaceAll(/[-:T]|\.000/g, '');
  return digits < '2050' ? tlv(0x17, utf8(digits.slice(2))) : tlv(0x18, utf8(digits));
}

/** A name of one common name. */
export function commonName(text: string): Uint8Array {
  return sequence(tlv(0x31, sequence(oid('2.5.4.3'), tlv(0x0c, utf8(text)))));
}
