import { DatabaseError } from 'pg';

/** The disk is full; a file cannot be read or written. */
const NO_ROOM: ReadonlySet<string | undefined> = new Set(['53100', '58030']);

/**
 * Remembers for a while that the disk of the database server has refused a write. The one row of a probe stands in a page
 * that is there already, and may be written when nothing else can be.
 */
export class Room {
  private readonly milliseconds: number;
  private last: { readonly failure: DatabaseError; readonly until: number } | undefined;

  constructor(milliseconds: number) {
    this.milliseconds = milliseconds;
  }

  /** @param error what a transaction was refused with */
  note(error: unknown): void {
    if (!(error instanceof Error) || !isNoRoom(error.cause)) return;
    this.last = { failure: error.cause, until: performance.now() + this.milliseconds };
  }

  /** What a write was refused for lately; undefined: nothing was. */
  lately(): DatabaseError | undefined {
    return this.last !== undefined && performance.now() < this.last.until ? this.last.failure : undefined;
  }
}

function isNoRoom(cause: unknown): cause is DatabaseError {
  return cause instanceof DatabaseError && NO_ROOM.has(cause.code);
}
