import { HASH_BYTES, type Hash, TILE_WIDTH } from '../../protocol/merkle/index.ts';
import { nodeOf } from './hash.ts';

/** Of a whole tile: 256 hashes, the 128 over pairs of them, and so on up to the one over all. */
const WHOLE_HASHES = 2 * TILE_WIDTH - 1;

/**
 * Hashes of one level side by side, together with every whole subtree over them. A proof that goes through a tile takes
 * at most eight of them as they stand; to hash them anew for each proof, and to read 256 rows for it, made garbage whose
 * collection took longer than the proofs.
 */
export class Tile {
  /** How many hashes of its level it has: 256, or less at the right edge of the tree. */
  readonly width: number;
  private readonly nodes: Uint8Array;

  private constructor(width: number, nodes: Uint8Array) {
    this.width = width;
    this.nodes = nodes;
  }

  /** @throws RangeError for more hashes than a tile has */
  static over(hashes: readonly Hash[]): Tile {
    if (hashes.length > TILE_WIDTH) throw new RangeError(`A tile has no ${hashes.length} hashes.`);
    const nodes = new Uint8Array(HASH_BYTES * placeOf(hashes.length, Number.POSITIVE_INFINITY, 0));
    const tile = new Tile(hashes.length, nodes);
    for (const [at, hash] of hashes.entries()) nodes.set(hash, HASH_BYTES * at);
    for (let height = 1; hashes.length >> height > 0; height += 1) {
      for (let at = 0; at < hashes.length >> height; at += 1) {
        const below = [tile.node(height - 1, 2 * at), tile.node(height - 1, 2 * at + 1)] as const;
        nodes.set(nodeOf(...below), HASH_BYTES * placeOf(hashes.length, height, at));
      }
    }
    return tile;
  }

  /** A whole tile as `bytes` gives it. @throws TypeError for anything else */
  static whole(bytes: Uint8Array): Tile {
    if (bytes.length !== HASH_BYTES * WHOLE_HASHES) throw new TypeError(`${bytes.length} bytes are no tile.`);
    return new Tile(TILE_WIDTH, bytes);
  }

  get bytes(): Uint8Array {
    return this.nodes;
  }

  /** The hashes of its level, as tiles of C2SP have them. */
  get hashes(): Uint8Array {
    return this.nodes.subarray(0, HASH_BYTES * this.width);
  }

  /** Over all of a whole tile: a hash of the level above. */
  get root(): Hash {
    return this.node(Math.log2(this.width), 0);
  }

  /** The hash over 2^height hashes of its level, of which the first is at `at` · 2^height. @throws RangeError */
  node(height: number, at: number): Hash {
    if (!(at >= 0 && at < this.width >> height)) throw new RangeError(`No node ${at} at height ${height}.`);
    const start = HASH_BYTES * placeOf(this.width, height, at);
    return this.nodes.subarray(start, start + HASH_BYTES);
  }
}

/** Lowest layer first; a layer has what is whole of it. */
function placeOf(width: number, height: number, at: number): number {
  let place = at;
  for (let below = 0; below < height && width >> below > 0; below += 1) place += width >> below;
  return place;
}
