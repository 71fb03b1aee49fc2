import { emptyRoot, HASH_BYTES, type Hash, nodeHash, sameHash } from './hash.ts';

/** A tree at one size: how many leaves it has, and what they hash to. */
export interface TreeHead {
  readonly size: number;
  readonly root: Hash;
}

const isOdd = (value: number): boolean => value % 2 === 1;
/** Sizes pass 2^31, so shifts would cut them off. */
const half = (value: number): number => Math.floor(value / 2);
/** Logarithms of large sizes are rounded. */
const isPowerOfTwo = (size: number): boolean => size === 1 || (!isOdd(size) && isPowerOfTwo(half(size)));
const isSize = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const wellFormed = (proof: readonly Hash[]): boolean => proof.every((hash) => hash.length === HASH_BYTES);

/**
 * Whether `leaf` (a leaf hash) stands at `index` in the tree. A proof is the siblings on the way up, lowest first: too
 * long or too short a one proves nothing.
 *
 * @see RFC 9162 2.1.3.2
 */
export async function verifyInclusion(
  head: TreeHead,
  index: number,
  leaf: Hash,
  proof: readonly Hash[],
): Promise<boolean> {
  if (!isSize(index) || !isSize(head.size) || index >= head.size || !wellFormed([leaf, ...proof]))
    return false;
  let fn = index;
  let sn = head.size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      hash = await nodeHash(sibling, hash);
      while (!isOdd(fn) && fn !== 0) {
        fn = half(fn);
        sn = half(sn);
      }
    } else {
      hash = await nodeHash(hash, sibling);
    }
    fn = half(fn);
    sn = half(sn);
  }
  return sn === 0 && sameHash(hash, head.root);
}

/**
 * Whether the tree `to` begins with the tree `from`: nothing in it was changed, moved or taken out. Every tree begins
 * with the empty one.
 *
 * @see RFC 9162 2.1.4.2
 */
export async function verifyConsistency(
  from: TreeHead,
  to: TreeHead,
  proof: readonly Hash[],
): Promise<boolean> {
  if (!isSize(from.size) || !isSize(to.size) || from.size > to.size || !wellFormed(proof)) return false;
  if (from.size === 0) return proof.length === 0 && sameHash(from.root, await emptyRoot());
  if (from.size === to.size) return proof.length === 0 && sameHash(from.root, to.root);
  if (proof.length === 0) return false;
  // A tree of a power of two is a node of the larger one, and whoever asks has its hash already.
  const [first = from.root, ...rest] = isPowerOfTwo(from.size) ? [from.root, ...proof] : proof;
  return walk(from, to, first, rest);
}

async function walk(from: TreeHead, to: TreeHead, first: Hash, path: readonly Hash[]): Promise<boolean> {
  let fn = from.size - 1;
  let sn = to.size - 1;
  while (isOdd(fn)) {
    fn = half(fn);
    sn = half(sn);
  }
  let old = first;
  let now = first;
  for (const hash of path) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      old = await nodeHash(hash, old);
      now = await nodeHash(hash, now);
      while (!isOdd(fn) && fn !== 0) {
        fn = half(fn);
        sn = half(sn);
      }
    } else {
      now = await nodeHash(now, hash);
    }
    fn = half(fn);
    sn = half(sn);
  }
  return sn === 0 && sameHash(old, from.root) && sameHash(now, to.root);
}
