import { createHash } from 'node:crypto';

const encoder = new TextEncoder();

export const utf8 = (text: string): Uint8Array => encoder.encode(text);

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

export const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

export const fromBase64url = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'));

export function sha256(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha256').update(bytes).digest());
}

/** Digest of a signed message: over the text as it travels. */
export const digestOfText = (text: string): string => base64url(sha256(utf8(text)));

export function toNumber(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`);
}

/** Big-endian, padded to `count` bytes. */
export function toBytes(value: bigint, count: number): Uint8Array {
  return new Uint8Array(Buffer.from(value.toString(16).padStart(2 * count, '0'), 'hex'));
}
