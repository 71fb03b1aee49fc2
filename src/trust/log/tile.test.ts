import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Hash } from '../../protocol/merkle/index.ts';
import type { Queries } from '../../store/index.ts';
import { openPatiently } from '../../store/testing/patient.ts';
import { sqlite, type TestDatabase } from '../../store/testing/sqlite.ts';
import { leafOf } from './hash.ts';
import { logMigrations } from './migrations.ts';
import { TreeReading } from './reading.ts';
import { readHead, readTile, writeAnchors, writeHead, writeTiles } from './tables.ts';
import { Tile } from './tile.ts';
import { rootOver, TreeEdge } from './tree.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await sqlite.create();
});
afterAll(() => database.remove());

const hashesOf = (count: number): Hash[] =>
  Array.from({ length: count }, () => new Uint8Array(randomBytes(32)));

test.each([1, 2, 3, 64, 255, 256])('a tile of %i hashes has every whole subtree over them', (width) => {
  const hashes = hashesOf(width);
  const tile = Tile.over(hashes);
  expect(tile.width).toBe(width);
  expect(Buffer.concat(hashes).equals(tile.hashes)).toBe(true);
  for (let height = 0; width >> height > 0; height += 1) {
    const span = 2 ** height;
    for (let at = 0; at < width >> height; at += 1) {
      const own = hashes.slice(at * span, (at + 1) * span);
      expect(Buffer.from(tile.node(height, at)).equals(rootOver(own))).toBe(true);
    }
    expect(() => tile.node(height, width >> height)).toThrow(RangeError);
  }
  expect(() => tile.node(0, -1)).toThrow(RangeError);
  expect(() => tile.node(9, 0)).toThrow(RangeError);
});

test('a whole tile comes back from its bytes, and nothing else does', () => {
  const tile = Tile.over(hashesOf(256));
  const read = Tile.whole(tile.bytes);
  expect(Buffer.from(read.root).equals(tile.root)).toBe(true);
  expect(Buffer.from(read.hashes).equals(tile.hashes)).toBe(true);
  for (const bytes of [tile.bytes.subarray(32), new Uint8Array(0), Tile.over(hashesOf(255)).bytes])
    expect(() => Tile.whole(bytes)).toThrow(TypeError);
  expect(() => Tile.over(hashesOf(257))).toThrow(RangeError);
});

// TSD-ATT-OCA-25
test('a log that grew before tiles were stored proves what it proved', async () => {
  const store = await openPatiently(database.location, logMigrations);
  const anchors = Array.from({ length: 600 }, (_, index) => ({
    ...{ recordId: `rec_${index}`, channel: 'ch', anchor: `${index}`, agentAttestation: undefined, index },
    entry: new Uint8Array(randomBytes(32)),
  }));
  const edge = new TreeEdge(0, []);
  const whole = anchors.flatMap(({ entry }) => edge.append(leafOf(entry)));
  await store.transact(async (tx) => {
    await writeAnchors(tx, anchors);
    await writeTiles(tx, whole);
    await writeHead(tx, { size: edge.size, root: edge.root() }, 0);
  });
  const { size } = await readHead(store.read);
  const former: Queries = {
    ...store.read,
    get: async (sql, params) => (sql.includes('log_tiles') ? undefined : store.read.get(sql, params)),
  };
  const [now, then] = [new TreeReading(store.read), new TreeReading(former)];
  for (const index of [0, 255, 256, 511, 512, 599]) {
    expect(await then.inclusion(index, size)).toEqual(await now.inclusion(index, size));
  }
  expect((await readTile(former, 0, 1, size)).bytes).toEqual((await readTile(store.read, 0, 1, size)).bytes);
  await store.close();
});
