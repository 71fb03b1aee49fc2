import { hash } from 'node:crypto';
import { HASH_BYTES, type Hash, leafInput, nodeInput } from '../../protocol/merkle/index.ts';

/** As in protocol/merkle, with Node's own hash, which answers at once. */
export function leafOf(entry: Uint8Array): Hash {
  return hash('sha256', leafInput(entry), 'buffer');
}

/** Where the 65 bytes of a node lie for the moment of one hash: a tile has 255 of them. */
const scratch = nodeInput(new Uint8Array(HASH_BYTES), new Uint8Array(HASH_BYTES));

export function nodeOf(left: Hash, right: Hash): Hash {
  scratch.set(left, 1);
  scratch.set(right, 1 + HASH_BYTES);
  return hash('sha256', scratch, 'buffer');
}

export function emptyTree(): Hash {
  return hash('sha256', new Uint8Array(0), 'buffer');
}
