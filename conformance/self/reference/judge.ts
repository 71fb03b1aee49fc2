/** The process that puts one reference role after the other before its suite, as it is told by whoever started it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { conformanceCommand } from '../../run/command.ts';
import { EXIT } from '../../run/console.ts';
import { readRecord } from '../../run/record.ts';
import { references } from './start.ts';

const NOTED_SLOW = 2;

/** What it is told: which reference, and where its report goes. */
export interface Order {
  readonly name: string;
  readonly folder: string;
}

/** What a role came to. */
export interface Judged {
  readonly asExpected: boolean;
  /** What the run said, where something was not as expected. */
  readonly printed: string;
  /** Ids of the cases that passed, and how many were asked. */
  readonly passed: readonly string[];
  readonly asked: number;
  /** Why cases were not run, by id. */
  readonly notRun: Readonly<Record<string, string>>;
  readonly milliseconds: number;
  readonly slowest: readonly { readonly id: string; readonly milliseconds: number }[];
}

async function judge({ name, folder }: Order): Promise<Judged> {
  const reference = references.find((one) => one.name === name);
  if (reference === undefined) throw new Error(`There is no reference ${name}.`);
  const { role, prefixes = [], start } = reference;
  const since = performance.now();
  const running = await start();
  const printed: string[] = [];
  const note = (text: string): void => void printed.push(text);
  try {
    const exit = await conformanceCommand(
      ['run', '--role', role, '--subject', running.file, '--report', folder, ...prefixes],
      { write: note, writeError: note, colour: false, now: () => Math.floor(Date.now() / 1000) },
    );
    // Whoever could not be reached has left no record to count.
    const isRecorded = exit !== EXIT.broken && exit !== EXIT.unusable;
    const entries = isRecorded ? readRecord(readFileSync(join(folder, 'report.jsonl'), 'utf8')).entries : [];
    const asExpected = exit === EXIT.expected;
    return {
      asExpected,
      printed: asExpected ? '' : printed.join(''),
      passed: entries.filter(({ verdict }) => verdict === 'pass').map(({ id }) => id),
      asked: entries.length,
      notRun: Object.fromEntries(
        entries
          .filter(({ verdict }) => verdict === 'skip')
          .map(({ id, message = 'no reason' }) => [id, message]),
      ),
      milliseconds: performance.now() - since,
      slowest: entries
        .toSorted((one, other) => other.milliseconds - one.milliseconds)
        .slice(0, NOTED_SLOW)
        .map(({ id, milliseconds }) => ({ id, milliseconds })),
    };
  } finally {
    await running.close();
  }
}

process.on('message', async (order: Order) => {
  process.send?.(await judge(order));
});
