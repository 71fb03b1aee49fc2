import { expect, test } from 'vitest';
import {
  type Hash,
  leafHash,
  sameHash,
  TILE_WIDTH,
  tilesOf,
  verifyConsistency,
  verifyInclusion,
  widthOf,
} from '../../protocol/merkle/index.ts';
import { leafOf } from './hash.ts';
import { consistencyProof, inclusionProof, type TileReader } from './proofs.ts';
import { Tile } from './tile.ts';
import { rootOver, TreeEdge } from './tree.ts';

const entry = (index: number): Uint8Array => new TextEncoder().encode(`entry ${index}`);

/** A tree with every whole tile that it ever had. */
class Grown {
  readonly leaves: Hash[] = [];
  readonly edge = new TreeEdge(0, []);
  private readonly nodes = new Map<number, Hash[]>();

  add(): void {
    const leaf = leafOf(entry(this.leaves.length));
    this.leaves.push(leaf);
    for (const { level, index, root } of this.edge.append(leaf)) {
      const hashes = this.nodes.get(level + 1) ?? [];
      expect(hashes).toHaveLength(index);
      hashes.push(root);
      this.nodes.set(level + 1, hashes);
    }
  }

  tilesAt(size: number): TileReader {
    const tile: TileReader['tile'] = async (level, index) => {
      const hashes = level === 0 ? this.leaves : (this.nodes.get(level) ?? []);
      const start = index * TILE_WIDTH;
      return Tile.over(hashes.slice(start, start + widthOf({ level, index }, size)));
    };
    return { tile };
  }

  /** The root as the RFC defines it, over all leaves at once. */
  rootAt(size: number): Hash {
    return rootOver(this.leaves.slice(0, size));
  }
}

const SIZES = [1, 2, 3, 7, 8, 255, 256, 257, 300, 511, 512, 513, 65_535, 65_536, 65_537, 70_000];

// TSD-ATT-OCA-25
test('the edge knows the root at every size, and proofs from tiles hold there', async () => {
  const tree = new Grown();
  const heads: { size: number; root: Hash }[] = [];
  for (const size of SIZES) {
    while (tree.leaves.length < size) tree.add();
    const root = tree.edge.root();
    expect(sameHash(root, tree.rootAt(size))).toBe(true);
    heads.push({ size, root });
  }
  for (const head of heads) {
    for (const index of new Set([0, 1, head.size >> 1, head.size - 2, head.size - 1])) {
      if (index < 0 || index >= head.size) continue;
      const proof = await inclusionProof(index, head.size, tree.tilesAt(head.size));
      expect(proof.length).toBeLessThanOrEqual(17);
      expect(await verifyInclusion(head, index, await leafHash(entry(index)), proof)).toBe(true);
      expect(await verifyInclusion(head, index, await leafHash(entry(index + 1)), proof)).toBe(false);
    }
    for (const old of heads.filter(({ size }) => size <= head.size)) {
      const proof = await consistencyProof(old.size, head.size, tree.tilesAt(head.size));
      expect(await verifyConsistency(old, head, proof)).toBe(true);
      expect(await verifyConsistency({ ...old, root: await leafHash(entry(0)) }, head, proof)).toBe(
        old.size === 1,
      );
    }
  }
});

// TSD-ATT-OCA-25
test.each([
  [65_535, [255, 0], [255], 0],
  [65_536, [256, 0], [256], 1],
  [65_537, [256, 1], [256], 1],
])(
  'where 256 tiles become one of the next level: the tiles of %i leaves, and the roots that they hold',
  (size, [last, next], [above], top) => {
    const tiles = [...tilesOf(size)];
    const widths = (level: number) => tiles.filter((tile) => tile.level === level).map(({ width }) => width);
    const whole = Math.floor(size / TILE_WIDTH);
    expect(widths(0)).toHaveLength(Math.ceil(size / TILE_WIDTH));
    expect(widthOf({ level: 0, index: 255 }, size)).toBe(last);
    expect(widthOf({ level: 0, index: 256 }, size)).toBe(next);
    expect(widths(1)).toEqual([above]);
    expect(widthOf({ level: 1, index: 0 }, size)).toBe(whole);
    expect(widths(2)).toEqual(top === 0 ? [] : [top]);
    expect(widths(3)).toEqual([]);
  },
);
