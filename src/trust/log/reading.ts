import { ActError } from '../../protocol/errors/index.ts';
import { BoundedCache } from '../../protocol/jws/bounded-cache.ts';
import { HASH_BYTES, type Hash, TILE_WIDTH, type TileName, widthOf } from '../../protocol/merkle/index.ts';
import type { Queries } from '../../store/index.ts';
import { consistencyProof, inclusionProof, remembering, type TileReader } from './proofs.ts';
import { readEntries, readTile } from './tables.ts';
import type { Tile } from './tile.ts';

/** 16 KiB each. */
const TILES_MAX_ENTRIES = 256;
const ENTRY_LENGTH_BYTES = 2;

/**
 * Reads what the tree is made of. A tile of one width never changes, so those that many proofs go through are kept in
 * memory: all but whole tiles of leaves, which would drive the others out and die old, at the price of long
 * collections.
 */
export class TreeReading {
  private readonly queries: Queries;
  private readonly tiles = new BoundedCache<Tile>(TILES_MAX_ENTRIES);

  constructor(queries: Queries) {
    this.queries = queries;
  }

  inclusion(index: number, size: number): Promise<Hash[]> {
    return inclusionProof(index, size, this.tilesAt(size));
  }

  /** @throws ActError log_size_unknown for a size that the log has not reached */
  async consistency(from: number, size: number): Promise<Hash[]> {
    if (from > size) throw new ActError('log_size_unknown', { from, size });
    return consistencyProof(from, size, this.tilesAt(size));
  }

  /** The bytes of a tile, or undefined where the tree of `size` leaves has none of this width. */
  async tile({ level, index, width }: TileName, size: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
    if (width > widthOf({ level, index }, size)) return undefined;
    if (level === 'entries') {
      return bundleOf(await readEntries(this.queries, index * TILE_WIDTH, width));
    }
    const { hashes } = await this.tileAt(level, index, size);
    return hashes.slice(0, width * HASH_BYTES) as Uint8Array<ArrayBuffer>;
  }

  private tilesAt(size: number): TileReader {
    return remembering({ tile: (level, index) => this.tileAt(level, index, size) });
  }

  private async tileAt(level: number, index: number, size: number): Promise<Tile> {
    const name = `${level} ${index} ${widthOf({ level, index }, size)}`;
    const known = this.tiles.get(name);
    if (known !== undefined) return known;
    const tile = await readTile(this.queries, level, index, size);
    if (level > 0 || tile.width < TILE_WIDTH) this.tiles.set(name, tile);
    return tile;
  }
}

/** Entries with their length before each, big-endian. @see https://c2sp.org/tlog-tiles */
function bundleOf(entries: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const parts = entries.flatMap((entry) => {
    const length = Buffer.alloc(ENTRY_LENGTH_BYTES);
    length.writeUInt16BE(entry.length);
    return [length, entry];
  });
  return new Uint8Array(Buffer.concat(parts));
}
