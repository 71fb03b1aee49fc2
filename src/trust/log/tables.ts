import { type Hash, TILE_WIDTH, type TreeHead, widthOf } from '../../protocol/merkle/index.ts';
import type { Queries, Row, SqlValue, Transaction } from '../../store/index.ts';
import { emptyTree, leafOf } from './hash.ts';
import { Tile } from './tile.ts';
import { TreeEdge, type WholeTile } from './tree.ts';

/** An anchor as the log keeps it. */
export interface StoredAnchor {
  readonly recordId: string;
  readonly channel: string;
  /** Compact act-anchor+jwt. */
  readonly anchor: string;
  readonly agentAttestation: string | undefined;
}

export interface PlacedAnchor extends StoredAnchor {
  readonly index: number;
}

/** Statements with a few lengths only, so that each is prepared once. */
const CHUNKS = [64, 8, 1] as const;

export async function readHead(queries: Queries): Promise<TreeHead> {
  const row = await queries.get('SELECT size, root FROM log_checkpoints ORDER BY size DESC LIMIT 1');
  return row === undefined
    ? { size: 0, root: emptyTree() }
    : { size: Number(row.size), root: bytes(row.root) };
}

/** The entries from `start`, in their order. */
export async function readEntries(queries: Queries, start: number, count: number): Promise<Uint8Array[]> {
  const rows = await queries.all('SELECT entry FROM log_entries WHERE idx >= $1 AND idx < $2 ORDER BY idx', [
    start,
    start + count,
  ]);
  return rows.map(({ entry }) => bytes(entry));
}

/** A tile as far as a tree of `size` leaves has it. */
export async function readTile(queries: Queries, level: number, index: number, size: number): Promise<Tile> {
  if (widthOf({ level, index }, size) === TILE_WIDTH) {
    const row = await queries.get('SELECT nodes FROM log_tiles WHERE level = $1 AND idx = $2', [
      level,
      index,
    ]);
    // A tile that became whole before tiles were stored has its hashes alone.
    if (row !== undefined) return Tile.whole(bytes(row.nodes));
  }
  return Tile.over(await readHashes(queries, level, index, size));
}

/** The hashes that a tile of a tree of `size` leaves consists of. */
async function readHashes(
  queries: Queries,
  level: number,
  index: number,
  size: number,
): Promise<readonly Hash[]> {
  const width = widthOf({ level, index }, size);
  const start = index * TILE_WIDTH;
  if (level === 0) return (await readEntries(queries, start, width)).map(leafOf);
  const rows = await queries.all(
    'SELECT hash FROM log_nodes WHERE level = $1 AND idx >= $2 AND idx < $3 ORDER BY idx',
    [level, start, start + width],
  );
  return rows.map(({ hash }) => bytes(hash));
}

/** The right edge of the tree, read from the tables. */
export async function readEdge(queries: Queries, size: number): Promise<TreeEdge> {
  const levels: (readonly Hash[])[] = [];
  for (let level = 0; TILE_WIDTH ** level <= size; level += 1) {
    const index = Math.floor(size / TILE_WIDTH ** (level + 1));
    levels.push(await readHashes(queries, level, index, size));
  }
  return new TreeEdge(size, levels);
}

/** What is anchored under these records already. */
export async function readKnown(
  queries: Queries,
  recordIds: readonly string[],
): Promise<Map<string, { readonly index: number; readonly anchor: string }>> {
  const known = new Map<string, { readonly index: number; readonly anchor: string }>();
  for (const chunk of chunksOf(recordIds)) {
    const places = chunk.map((_, at) => `$${at + 1}`).join(', ');
    const rows = await queries.all(
      `SELECT record_id, idx, anchor FROM log_anchors WHERE record_id IN (${places})`,
      chunk,
    );
    for (const { record_id, idx, anchor } of rows) {
      known.set(String(record_id), { index: Number(idx), anchor: String(anchor) });
    }
  }
  return known;
}

export async function writeAnchors(
  tx: Transaction,
  anchors: readonly (PlacedAnchor & { readonly entry: Uint8Array })[],
): Promise<void> {
  const entries = anchors.map(({ index, entry }) => [index, entry]);
  await insertAll(tx, 'INSERT INTO log_entries (idx, entry) VALUES', entries);
  const rows = anchors.map(({ recordId, index, channel, anchor, agentAttestation = null }) => [
    recordId,
    index,
    channel,
    anchor,
    agentAttestation,
  ]);
  await insertAll(
    tx,
    'INSERT INTO log_anchors (record_id, idx, privacy_channel, anchor, agent_attestation) VALUES',
    rows,
  );
}

export async function writeTiles(tx: Transaction, whole: readonly WholeTile[]): Promise<void> {
  const tiles = whole.map(({ level, index, tile }) => [level, index, tile.bytes]);
  await insertAll(tx, 'INSERT INTO log_tiles (level, idx, nodes) VALUES', tiles);
  const rows = whole.map(({ level, index, root }) => [level + 1, index, root]);
  await insertAll(tx, 'INSERT INTO log_nodes (level, idx, hash) VALUES', rows);
}

export async function writeHead(tx: Transaction, head: TreeHead, now: number): Promise<void> {
  await tx.run('INSERT INTO log_checkpoints (size, root, committed_at) VALUES ($1, $2, $3)', [
    head.size,
    head.root,
    now,
  ]);
}

/** The anchor of a record, for those who know its channel. */
export async function findAnchor(
  queries: Queries,
  recordId: string,
  channel: string,
): Promise<PlacedAnchor | undefined> {
  const row = await queries.get('SELECT * FROM log_anchors WHERE record_id = $1 AND privacy_channel = $2', [
    recordId,
    channel,
  ]);
  return row && placed(row);
}

/** The anchors of a channel in their order, from an index on. */
export async function anchorsOf(
  queries: Queries,
  channel: string,
  from: number,
  limit: number,
): Promise<PlacedAnchor[]> {
  const rows = await queries.all(
    'SELECT * FROM log_anchors WHERE privacy_channel = $1 AND idx >= $2 ORDER BY idx LIMIT $3',
    [channel, from, limit],
  );
  return rows.map(placed);
}

function placed({ record_id, idx, privacy_channel, anchor, agent_attestation }: Row): PlacedAnchor {
  return {
    recordId: String(record_id),
    index: Number(idx),
    channel: String(privacy_channel),
    anchor: String(anchor),
    agentAttestation: typeof agent_attestation === 'string' ? agent_attestation : undefined,
  };
}

async function insertAll(tx: Transaction, into: string, rows: readonly SqlValue[][]): Promise<void> {
  for (const chunk of chunksOf(rows)) {
    let at = 0;
    const places = chunk.map((row) => `(${row.map(() => `$${++at}`).join(', ')})`).join(', ');
    await tx.run(`${into} ${places}`, chunk.flat());
  }
}

function* chunksOf<T>(items: readonly T[]): Generator<readonly T[]> {
  let start = 0;
  while (start < items.length) {
    const length = CHUNKS.find((size) => size <= items.length - start) ?? 1;
    yield items.slice(start, start + length);
    start += length;
  }
}

function bytes(value: SqlValue | undefined): Uint8Array {
  if (value instanceof Uint8Array) return value;
  throw new TypeError('not a BLOB');
}
