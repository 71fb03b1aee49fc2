/** A budget in slices: several processes work on them, and what is done is kept, so that a run can be taken up again. */
import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Span } from './run.ts';
import type { Seen, Tally } from './tally.ts';

const SLICE = 2_000;
const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url));

/** What a worker is sent. */
export interface Task {
  readonly seed: number;
  readonly span: Span;
}

export interface SliceOptions {
  readonly seed: number;
  readonly spans: readonly Span[];
  readonly workers: number;
  /** Mutants of a slice: whole rounds, where a target has rounds. */
  readonly size?: number;
  /** Where what is done is kept. */
  readonly file: string;
  readonly tally: Tally;
  /** Told how many mutants an earlier run has made. */
  readonly taken: (mutants: number) => void;
  readonly progress: () => void;
}

/** What stands in the file. */
interface Kept {
  /** What the run was asked for: another one is not taken up. */
  readonly run: string;
  readonly done: readonly number[];
  readonly seen: Seen;
}

export function slicesOf(spans: readonly Span[], size = SLICE): Span[] {
  return spans.flatMap(({ target, from, count }) =>
    Array.from({ length: Math.ceil(count / size) }, (_, index) => ({
      target,
      from: from + index * size,
      count: Math.min(size, count - index * size),
    })),
  );
}

/** Works off what the file does not have as done. @throws Error when the file is of another run, or a worker ends */
export async function spendInSlices(options: SliceOptions): Promise<void> {
  const { seed, tally, file, spans, workers, taken, progress } = options;
  const slices = slicesOf(spans, options.size);
  const run = JSON.stringify({ seed, spans });
  const kept = read(file, run);
  if (kept !== undefined) tally.merge(kept.seen);
  taken(tally.mutants);
  const done = new Set(kept?.done ?? []);
  const waiting = [...slices.keys()].filter((index) => !done.has(index));
  const work = async (): Promise<void> => {
    const worker = fork(WORKER);
    try {
      for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
        const span = slices[index];
        if (span === undefined) continue;
        tally.merge(await asked(worker, { seed, span }));
        done.add(index);
        write(file, { run, done: [...done], seen: tally.seen() });
        progress();
      }
    } finally {
      worker.kill();
    }
  };
  await Promise.all(Array.from({ length: Math.min(workers, waiting.length) }, work));
}

function asked(worker: ChildProcess, task: Task): Promise<Seen> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`A worker ended with ${code}.`));
    worker.once('exit', ended);
    worker.once('message', (seen: Seen) => {
      worker.off('exit', ended);
      resolve(seen);
    });
    worker.send(task);
  });
}

function read(file: string, run: string): Kept | undefined {
  if (!existsSync(file)) return undefined;
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept;
  if (kept.run !== run) throw new Error(`${file} is of another run: ${kept.run}`);
  return kept;
}

/** Whole or not at all. */
function write(file: string, kept: Kept): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(kept));
  renameSync(`${file}.new`, file);
}
