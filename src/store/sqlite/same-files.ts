import { statSync } from 'node:fs';

/**
 * The files that a server works on, as they stood in their places when it opened them. An open file outlives its name:
 * without a look at the name a server would go on acknowledging into a file that nobody finds again.
 *
 * @see OA-LDG-27
 */
export class SameFiles {
  private readonly opened: readonly (readonly [path: string, found: Found | undefined])[];
  private readonly database: string;
  private leastBytes = 0n;

  /** @param beside files that belong to the database */
  constructor(database: string, beside: readonly string[]) {
    this.database = database;
    this.opened = [database, ...beside].map((path) => [path, find(path)] as const);
    this.assertThere();
  }

  /** A database only grows here: nothing compacts it. @throws when a name is another file's, nobody's, or a shorter one's */
  assertThere(): void {
    for (const [path, opened] of this.opened) {
      const found = find(path);
      if (found?.device !== opened?.device || found?.node !== opened?.node)
        throw new NotTheSame('file has left its place', path);
      if (path === this.database) this.assertNotShorter(found?.bytes ?? 0n);
    }
  }

  private assertNotShorter(bytes: bigint): void {
    if (bytes < this.leastBytes) throw new NotTheSame('file was shortened', this.database);
    this.leastBytes = bytes;
  }
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
