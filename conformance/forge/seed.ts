import { hkdfSync } from 'node:crypto';

/** Everything in the vectors follows from this text: keys, salts and serial numbers. It protects nothing. */
export const SEED = 'openact conformance vectors 1';

/** `count` bytes for a label: HKDF-SHA-256 with the seed as key material, no salt, and the label as info. */
export function seeded(label: string, count: number): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', SEED, '', label, count));
}
