/**
 * npm run fuzz -- [--budget N] [--seed N] [--target verifier|http] [--only target:index] [--short] [--workers N] [--fresh]
 * [--subject FILE]: exit 1 when there is a finding. A large budget is worked on by several processes, and the same command
 * takes up a run that was stopped. A subject is one process, and is asked by one.
 */
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Unreachable, UsageError } from '../conformance/run/case.ts';
import { useNodeCrypto } from '../src/http/index.ts';
import { misused, scriptOptions, wholeNumber } from '../tools/script-options.ts';
import { fuzz, spansOf } from './run.ts';
import { spendInSlices } from './slices.ts';
import { Tally } from './tally.ts';
import type { Target } from './target.ts';
import { everyTarget } from './targets.ts';
import { SubjectTarget } from './verifier/subject.ts';

const MILLION = 1_000_000;
const EVERY_MILLISECONDS = 10_000;
/** From so many on it is worth the files and processes. */
const LARGE = 20_000;
const USAGE =
  'npm run fuzz -- [--budget N] [--seed N] [--target verifier|http] [--only target:index] [--short] [--workers N] [--fresh] [--subject FILE]';

const { values } = scriptOptions(USAGE, {
  budget: { type: 'string', default: String(MILLION) },
  seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  only: { type: 'string' },
  target: { type: 'string' },
  short: { type: 'boolean', default: false },
  workers: { type: 'string', default: String(availableParallelism()) },
  fresh: { type: 'boolean', default: false },
  subject: { type: 'string' },
});
const budget = wholeNumber('budget', values.budget, USAGE, 1);
const seed = wholeNumber('seed', values.seed, USAGE);
const workers = wholeNumber('workers', values.workers, USAGE, 1);

/** @param earlier mutants of a run that was taken up: they say nothing of the pace */
function progressLine(earlier: () => number): (done: number, findings: number) => void {
  const began = performance.now();
  let told = began;
  return (done, findings) => {
    const now = performance.now();
    if (now - told < EVERY_MILLISECONDS) return;
    told = now;
    const rate = (done - earlier()) / ((now - began) / 1_000);
    const minutes = (budget - done) / rate / 60;
    console.log(
      `${done} of ${budget}, ${rate.toFixed(0)} a second, ${minutes.toFixed(1)} minutes left, ${findings} findings`,
    );
  };
}

function summary({ counts }: Tally): void {
  for (const [target, kinds] of [...counts].sort()) {
    console.log(target);
    for (const [kind, answers] of [...kinds].sort()) {
      const told = [...answers]
        .sort(([, left], [, right]) => right - left)
        .map(([code, count]) => `${code} ${count}`);
      console.log(`  ${kind}: ${told.join(', ')}`);
    }
  }
}

/** Of all targets together. */
function totals({ counts }: Tally): string {
  const sums = new Map<string, number>();
  for (const kinds of counts.values())
    for (const answers of kinds.values())
      for (const [answer, count] of answers) {
        const name = answer.startsWith('refused') ? 'refused' : answer;
        sums.set(name, (sums.get(name) ?? 0) + count);
      }
  return [...sums].map(([name, count]) => `${count} ${name}`).join(', ');
}

const found = ({ target, kind, finding, again }: Tally['findings'][number]): void =>
  console.log(`FOUND ${target}, ${kind}: ${finding}\n      ${again}`);

async function targetsOf(subject: string | undefined): Promise<Target[]> {
  if (subject !== undefined) return [await SubjectTarget.open(subject)];
  return everyTarget().filter(({ name }) => values.target === undefined || name === values.target);
}

/** A subject that cannot be asked is no fault of this program. */
function told(error: unknown): never {
  if (error instanceof UsageError || error instanceof Unreachable) return misused(error.message, USAGE);
  throw error;
}

async function inSlices(): Promise<Tally> {
  const name = `${seed}-${budget}${values.target === undefined ? '' : `-${values.target}`}.json`;
  const file = fileURLToPath(new URL(join('../data/fuzz', name), import.meta.url));
  if (values.fresh) rmSync(file, { force: true });
  const tally = new Tally(found);
  let earlier: number | undefined;
  const line = progressLine(() => earlier ?? 0);
  const spans = spansOf({ budget, targets });
  const taken = (mutants: number): void => {
    earlier = mutants;
    if (mutants > 0) console.log(`${mutants} of them were made before (${file})`);
  };
  const progress = (): void => line(tally.mutants, tally.findings.length);
  await spendInSlices({ seed, spans, workers, file, tally, taken, progress });
  return tally;
}

function run(): Promise<Tally> {
  const { only } = values;
  if (only === undefined && values.subject === undefined && budget >= LARGE) return inSlices();
  const progress = progressLine(() => 0);
  return fuzz({ seed, budget, targets, found, progress, ...(only === undefined ? {} : { only }) });
}

useNodeCrypto();
const targets = await targetsOf(values.subject).catch(told);
console.log(`seed ${seed}: ${values.only ?? `${budget} mutants`}`);
const tally = await run().catch(told);
for (const target of targets) await target.close();
if (!values.short) summary(tally);
console.log(`${tally.mutants} mutants: ${totals(tally)}; ${tally.findings.length} findings`);
process.exitCode = tally.findings.length === 0 && tally.mutants > 0 ? 0 : 1;
