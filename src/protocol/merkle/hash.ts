import { platformCrypto } from '../platform-crypto.ts';

/** 32 bytes of SHA-256. */
export type Hash = Uint8Array;

export const HASH_BYTES = 32;

const LEAF = 0x00;
const NODE = 0x01;

export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Hash> {
  const platform = platformCrypto();
  if (platform) return platform.sha256(bytes);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

/** What is hashed for a leaf: 0x00 ‖ entry, so that no leaf can be taken for a node. @see RFC 9162 2.1.1 */
export function leafInput(entry: Uint8Array): Uint8Array<ArrayBuffer> {
  const input = new Uint8Array(1 + entry.length);
  input[0] = LEAF;
  input.set(entry, 1);
  return input;
}

/** What is hashed for a node: 0x01 ‖ left ‖ right. @see RFC 9162 2.1.1 */
export function nodeInput(left: Hash, right: Hash): Uint8Array<ArrayBuffer> {
  const input = new Uint8Array(1 + left.length + right.length);
  input[0] = NODE;
  input.set(left, 1);
  input.set(right, 1 + left.length);
  return input;
}

export function leafHash(entry: Uint8Array): Promise<Hash> {
  return sha256(leafInput(entry));
}

export function nodeHash(left: Hash, right: Hash): Promise<Hash> {
  return sha256(nodeInput(left, right));
}

/** The root of a tree without leaves: the hash of nothing. */
export function emptyRoot(): Promise<Hash> {
  return sha256(new Uint8Array(0));
}

export function sameHash(a: Hash, b: Hash): boolean {
  return a.length === HASH_BYTES && b.length === HASH_BYTES && a.every((byte, index) => byte === b[index]);
}
