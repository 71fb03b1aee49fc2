import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CliIo, Command } from '../io.ts';

/** What one command left on the console. */
export interface Spoken {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

export interface ConsoleOptions {
  readonly now?: number;
  readonly colour?: boolean;
  readonly input?: string;
}

/** Runs a command (or the whole command line) with a console that remembers. */
export async function speak(
  command: Command,
  args: readonly string[],
  { now = 0, colour = false, input = '' }: ConsoleOptions = {},
): Promise<Spoken> {
  const out: string[] = [];
  const err: string[] = [];
  const io: CliIo = {
    write: (text) => out.push(text),
    writeError: (text) => err.push(text),
    input: async function* () {
      yield new TextEncoder().encode(input);
    },
    colour,
    now: () => now,
  };
  const status = await command(args, io);
  return { status, out: out.join(''), err: err.join('') };
}

/** A folder of its own for the files of one test file. */
export interface Folder {
  readonly path: string;
  /** Writes a file and returns its path. */
  write(name: string, content: string | Uint8Array): string;
  remove(): void;
}

export function temporaryFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'openact-cli-'));
  return {
    path,
    write(name, content) {
      const file = join(path, name);
      writeFileSync(file, content);
      return file;
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
