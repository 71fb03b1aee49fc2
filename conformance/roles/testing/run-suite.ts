import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { conformanceCommand } from '../../run/command.ts';
import { type Entry, readRecord } from '../../run/record.ts';

/** What a run left: exit status, console, and the record where there is one. */
export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
  readonly entries: readonly Entry[];
}

function entriesIn(folder: string): readonly Entry[] {
  try {
    return readRecord(readFileSync(join(folder, 'report.jsonl'), 'utf8')).entries;
  } catch {
    return [];
  }
}

/** Runs the suite as the command line does. */
export async function runSuite(role: string, file: string, ...args: readonly string[]): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), 'openact-report-'));
  const [out, err]: [string[], string[]] = [[], []];
  try {
    const exit = await conformanceCommand(
      ['run', '--role', role, '--subject', file, '--report', folder, ...args],
      {
        write: (text) => out.push(text),
        writeError: (text) => err.push(text),
        colour: false,
        now: () => Math.floor(Date.now() / 1000),
      },
    );
    return { exit, out: out.join(''), err: err.join(''), entries: entriesIn(folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const failures = ({ entries }: Ran): string[] =>
  entries
    .filter(({ verdict }) => verdict !== 'pass')
    .map(({ id, verdict, message }) => `${verdict} ${id}: ${message}`);
