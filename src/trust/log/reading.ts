import { ActError } from '../../protocol/errors/index.ts';
import { BoundedCache } from '../../protocol/jws/bounded-cache.ts';
import { type Hash, TILE_WIDTH, type TileName, widthOf } from '../../protocol/merkle/index.ts';
import type { Queries } from '../../store/index.ts';
import { consistencyProof, inclusionProof, remembering, type TileReader } from './proofs.ts';
import { readEntries, readTile } from './tables.ts';

/** 8 KiB each. */
const TILES_MAX_ENTRIES = 512;
/** Of 256 leaves and more: those of a million leaves, whole. */
const SUBTREES_MAX_ENTRIES = 8_192;
const ENTRY_LENGTH_BYTES = 2;

/** Reads what the tree is made of. Whole tiles never change, so some are kept in memory. */
export class TreeReading {
  private readonly queries: Queries;
  private readonly whole = new BoundedCache<readonly Hash[]>(TILES_MAX_ENTRIES);

  private readonly subtrees = new BoundedCache<Hash>(SUBTREES_MAX_ENTRIES);

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
    const hashes = await this.tilesAt(size).tile(level, index);
    return new Uint8Array(Buffer.concat(hashes.slice(0, width)));
  }

  private tilesAt(size: number): TileReader {
    const { subtrees } = this;
    return remembering({ subtrees, tile: (level, index) => this.tileAt(level, index, size) });
  }

  private async tileAt(level: number, index: number, size: number): Promise<readonly Hash[]> {
    const isWhole = widthOf({ level, index }, size) === TILE_WIDTH;
    const name = `${level} ${index}`;
    const known = isWhole ? this.whole.get(name) : undefined;
    if (known !== undefined) return known;
    const hashes = await readTile(this.queries, level, index, size);
    if (isWhole) this.whole.set(name, hashes);
    return hashes;
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
