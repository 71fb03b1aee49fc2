import { type Hash, TILE_WIDTH } from '../../protocol/merkle/index.ts';
import { nodeOf } from './hash.ts';
import type { Tile } from './tile.ts';
import { splitOf } from './tree.ts';

/** Where proofs get their hashes from. */
export interface TileReader {
  /** One tile, as wide as the tree has it there. */
  tile(level: number, index: number): Promise<Tile>;
}

const isWhole = (count: number): boolean => count === 1 || 2 * splitOf(count) === count;

/** The hash over `count` leaves from `start`: a whole subtree is found in one tile, the right edge is put together. */
async function rangeHash(start: number, count: number, tiles: TileReader): Promise<Hash> {
  if (!isWhole(count)) {
    const split = splitOf(count);
    const left = await rangeHash(start, split, tiles);
    return nodeOf(left, await rangeHash(start + split, count - split, tiles));
  }
  let level = 0;
  let span = 1;
  while (count >= span * TILE_WIDTH) {
    level += 1;
    span *= TILE_WIDTH;
  }
  const first = start / span;
  const tile = await tiles.tile(level, Math.floor(first / TILE_WIDTH));
  const hashes = count / span;
  return tile.node(Math.log2(hashes), (first % TILE_WIDTH) / hashes);
}

/** The siblings of a leaf on the way up, lowest first. @see RFC 9162 2.1.3.1 */
export async function inclusionProof(index: number, size: number, tiles: TileReader): Promise<Hash[]> {
  const path: Hash[] = [];
  let start = 0;
  let count = size;
  while (count > 1) {
    const split = splitOf(count);
    if (index - start < split) {
      path.push(await rangeHash(start + split, count - split, tiles));
      count = split;
    } else {
      path.push(await rangeHash(start, split, tiles));
      start += split;
      count -= split;
    }
  }
  return path.reverse();
}

/** What shows that the tree of `to` leaves begins with that of `from`. @see RFC 9162 2.1.4.1 */
export async function consistencyProof(from: number, to: number, tiles: TileReader): Promise<Hash[]> {
  if (from === 0 || from === to) return [];
  const path: Hash[] = [];
  let start = 0;
  let count = to;
  let old = from;
  // The old root itself is known to whoever asks, as long as it is a whole subtree of the new tree.
  while (old !== count) {
    const split = splitOf(count);
    if (old <= split) {
      path.push(await rangeHash(start + split, count - split, tiles));
      count = split;
    } else {
      path.push(await rangeHash(start, split, tiles));
      start += split;
      count -= split;
      old -= split;
    }
  }
  if (start !== 0) path.push(await rangeHash(start, count, tiles));
  return path.reverse();
}

/** A reader that asks for each tile once, for one proof. */
export function remembering(tiles: TileReader): TileReader {
  const known = new Map<string, Promise<Tile>>();
  return {
    ...tiles,
    tile(level, index) {
      const name = `${level} ${index}`;
      const found = known.get(name) ?? tiles.tile(level, index);
      known.set(name, found);
      return found;
    },
  };
}
