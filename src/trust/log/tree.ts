import { type Hash, TILE_WIDTH } from '../../protocol/merkle/index.ts';
import { emptyTree, nodeOf } from './hash.ts';
import { Tile } from './tile.ts';

/** A tile that has become whole, and what it hashes to: a hash of the level above. */
export interface WholeTile {
  readonly level: number;
  readonly index: number;
  readonly tile: Tile;
  readonly root: Hash;
}

/** The largest power of two below `count`: where a tree is divided. @see RFC 9162 2.1.1 */
export function splitOf(count: number): number {
  let split = 1;
  while (2 * split < count) split *= 2;
  return split;
}

/** The root over hashes that stand side by side, of which the last may be a smaller tree than the others. */
export function rootOver(hashes: readonly Hash[]): Hash {
  const [first] = hashes;
  if (first === undefined) return emptyTree();
  if (hashes.length === 1) return first;
  const split = splitOf(hashes.length);
  return nodeOf(rootOver(hashes.slice(0, split)), rootOver(hashes.slice(split)));
}

/**
 * The right edge of a tree: on each level of tiles the hashes of the tile that is not whole yet. It is all that growing
 * needs, whatever the size.
 */
export class TreeEdge {
  private readonly levels: Hash[][];
  private leaves: number;

  constructor(size: number, levels: readonly (readonly Hash[])[]) {
    this.leaves = size;
    this.levels = levels.map((hashes) => [...hashes]);
  }

  get size(): number {
    return this.leaves;
  }

  copy(): TreeEdge {
    return new TreeEdge(this.leaves, this.levels);
  }

  /** Puts a leaf hash at the end. @returns the tiles that became whole by it */
  append(leaf: Hash): WholeTile[] {
    this.leaves += 1;
    const whole: WholeTile[] = [];
    let carried: Hash | undefined = leaf;
    for (let level = 0; carried !== undefined; level += 1) {
      const tile: Hash[] = this.levels[level] ?? [];
      this.levels[level] = tile;
      tile.push(carried);
      carried = undefined;
      if (tile.length < TILE_WIDTH) continue;
      const full = Tile.over(tile);
      carried = full.root;
      this.levels[level] = [];
      whole.push({ level, index: this.leaves / TILE_WIDTH ** (level + 1) - 1, tile: full, root: carried });
    }
    return whole;
  }

  root(): Hash {
    let below: Hash[] = [];
    for (const hashes of this.levels) {
      const side = [...hashes, ...below];
      below = side.length === 0 ? [] : [rootOver(side)];
    }
    return below[0] ?? emptyTree();
  }
}
