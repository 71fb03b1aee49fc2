import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';

/** Of the file format of SQLite, 1.3 and 4. */
const HEADER_BYTES = 100;
const AT = { pages: 28, schemaCookie: 40 } as const;
const LOG_HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;

/**
 * The files that a server works on, as they stood in their places when it opened them. An open file outlives its name:
 * without a look at the name a server would go on acknowledging into a file that nobody finds again.
 *
 * A file that has become shorter has lost something, but for two things that an operator may do meanwhile: compact the
 * database (VACUUM), and empty the log once all of it stands in the database.
 *
 * @see OA-LDG-27
 */
export class SameFiles {
  private readonly opened: readonly (readonly [path: string, found: Found | undefined])[];
  private readonly reader: DatabaseSync;
  private readonly database: string;
  private readonly log: string;
  private readonly pageBytes: number;
  private schemaCookie: number;
  private leastBytes = 0n;
  private leastLogBytes = 0n;

  /**
   * @param beside files that belong to the database, its log among them
   * @param reader a connection that sees what is committed
   */
  constructor(database: string, beside: readonly string[], reader: DatabaseSync) {
    this.database = database;
    this.log = `${database}-wal`;
    this.reader = reader;
    this.pageBytes = pragma(reader, 'page_size');
    this.schemaCookie = pragma(reader, 'schema_version');
    this.opened = [database, ...beside].map((path) => [path, find(path)] as const);
    this.assertThere();
  }

  /** @throws when a name is another file's, nobody's, or one's that was cut */
  assertThere(): void {
    for (const [path, opened] of this.opened) {
      const found = find(path);
      if (found?.device !== opened?.device || found?.node !== opened?.node)
        throw new NotTheSame('file has left its place', path);
      if (path === this.database) this.assertWhole(found?.bytes ?? 0n);
      if (path === this.log) this.assertLogWhole(found?.bytes ?? 0n);
    }
  }

  private assertWhole(bytes: bigint): void {
    if (bytes < this.leastBytes) this.assertCompacted(bytes);
    this.leastBytes = bytes;
  }

  /** Compacting counts the schema on, which no older copy has; and the file says how long it has to be since. */
  private assertCompacted(bytes: bigint): void {
    const { pages, schemaCookie } = headerOf(this.database);
    const isWhole = pages > 0 && bytes >= BigInt(pages) * BigInt(this.pageBytes);
    if (!isWhole || schemaCookie <= this.schemaCookie)
      throw new NotTheSame('file was shortened', this.database);
    this.schemaCookie = schemaCookie;
  }

  private assertLogWhole(bytes: bigint): void {
    if (bytes < this.leastLogBytes && bytes < this.logBytes())
      throw new NotTheSame('log was shortened', this.log);
    this.leastLogBytes = bytes;
  }

  /** What the log has to have at least, for what SQLite still reads from it. */
  private logBytes(): bigint {
    const frames = Number(this.reader.prepare('PRAGMA wal_checkpoint(NOOP)').get()?.log);
    return BigInt(frames === 0 ? 0 : LOG_HEADER_BYTES + frames * (FRAME_HEADER_BYTES + this.pageBytes));
  }
}

function pragma(connection: DatabaseSync, name: 'page_size' | 'schema_version'): number {
  return Number(connection.prepare(`PRAGMA ${name}`).get()?.[name]);
}

function headerOf(database: string): { readonly pages: number; readonly schemaCookie: number } {
  const header = Buffer.alloc(HEADER_BYTES);
  const file = openSync(database, 'r');
  try {
    readSync(file, header, 0, HEADER_BYTES, 0);
  } finally {
    closeSync(file);
  }
  return { pages: header.readUInt32BE(AT.pages), schemaCookie: header.readUInt32BE(AT.schemaCookie) };
}

class NotTheSame extends Error {
  /** For the log of a server, which takes no messages. */
  readonly code: string;

  constructor(what: string, path: string) {
    super(`${path}: ${what}`);
    this.name = 'NotTheSame';
    this.code = what;
  }
}

interface Found {
  readonly device: bigint;
  readonly node: bigint;
  readonly bytes: bigint;
}

function find(path: string): Found | undefined {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found && { device: found.dev, node: found.ino, bytes: found.size };
}
