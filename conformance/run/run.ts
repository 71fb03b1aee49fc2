/** One run of cases against a subject, from opening it to the pages of its report. */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Baseline, NO_BASELINE, readBaseline, staleEntries } from './baseline.ts';
import { type Case, type Opened, type Suite, UsageError } from './case.ts';
import type { Console, Exit } from './console.ts';
import { htmlOf } from './html.ts';
import { junitOf } from './junit.ts';
import { exitOf } from './outcome.ts';
import { printable } from './printable.ts';
import {
  type Entry,
  type Header,
  Recorder,
  type Result,
  readRecord,
  suiteDigests,
  suiteVersion,
} from './record.ts';
import { redactor } from './redact.ts';
import { openReport } from './report-folder.ts';
import { runCases } from './runner.ts';
import type { SubjectFile } from './subject-file.ts';
import { countsOf, summaryOf } from './summary.ts';

/** How often progress is told where no terminal shows it growing. */
const TELL_EVERY = 100;

export type AnySuite = Suite<never>;

export interface Order {
  readonly suite: AnySuite;
  readonly cases: readonly Case<never>[];
  readonly file: SubjectFile;
  readonly profile: string | undefined;
  readonly selection: readonly string[];
  readonly baseline: string | undefined;
  readonly report: string | undefined;
  readonly strict: boolean;
}

/** What a subject said stands in one line; only a fault of the suite has more, which show where it is. */
function shown({ verdict, message = '' }: Entry): string {
  if (verdict !== 'error') return printable(message);
  return message.split('\n').map(printable).join('\n      ');
}

function tell(entry: Entry, done: number, total: number, io: Console): void {
  if (entry.verdict === 'fail' || entry.verdict === 'error' || entry.verdict === 'warn') {
    const known = entry.expected_failure === undefined ? '' : ` (known: ${entry.expected_failure})`;
    io.write(
      `${entry.verdict}  ${entry.id}${known}\n      ${shown(entry)}\n      ${entry.requirement}: ${entry.clause}\n`,
    );
  }
  if (done % TELL_EVERY === 0 || done === total) io.writeError(`${done} of ${total} cases\n`);
}

const utc = (now: number): string => new Date(now * 1000).toISOString().replace('.000Z', 'Z');

/** Opens the subject once for each case that may run at the same time. */
async function openAll(suite: AnySuite, { settings }: SubjectFile) {
  const opened: Opened<never>[] = [];
  const close = async (): Promise<void> => {
    for (const one of opened) await one.close();
  };
  try {
    for (let left = suite.lanes?.(settings) ?? 1; left > 0; left -= 1)
      opened.push(await suite.open(settings));
  } catch (error) {
    await close();
    throw error;
  }
  return { subjects: opened.map(({ subject }) => subject), close };
}

/** What a profile has; undefined: everything. @throws UsageError when the role has no such profile */
export function featuresOf(suite: AnySuite, profile: string | undefined): ReadonlySet<string> | undefined {
  if (profile === undefined || profile === 'full') return undefined;
  const features = suite.profiles[profile];
  if (features === undefined) {
    const names = ['full', ...Object.keys(suite.profiles)].join(', ');
    throw new UsageError(`The role ${suite.role} has no profile ${profile}, only ${names}.`);
  }
  return new Set(features);
}

/** Runs, records, and makes the pages out of the record alone. */
export async function run(order: Order, io: Console): Promise<Exit> {
  const { suite, cases, file, strict, report } = order;
  const baseline = order.baseline === undefined ? NO_BASELINE : readBaseline(order.baseline);
  const features = featuresOf(suite, order.profile);
  const path = report === undefined ? undefined : openReport(report);
  const recorder = new Recorder((line) => {
    if (path !== undefined) appendFileSync(path, line);
  });
  const entries: Entry[] = [];
  const plan = {
    ...{ suite, cases, features, reasons: baseline.reasons },
    ...{ patience: file.settings.patience, redact: redactor(file.secrets) },
    onEntry(entry: Entry): void {
      entries.push(entry);
      recorder.write(entry);
      tell(entry, entries.length, cases.length, io);
    },
  };
  const { subjects, close } = await openAll(suite, file);
  try {
    recorder.write(headerOf(order, baseline, utc(io.now())));
    await runCases(plan, subjects);
  } finally {
    await close();
  }
  const ran = new Map(entries.map(({ id, verdict }) => [id, verdict]));
  const stale = staleEntries(baseline, new Set(suite.cases().map(({ id }) => id)), ran);
  const exit = exitOf(entries, stale, strict);
  recorder.end({ ended_at: utc(io.now()), counts: countsOf(entries), stale_baseline: stale, exit });
  if (path !== undefined && report !== undefined) writePages(report, readRecord(readFileSync(path, 'utf8')));
  io.write(`\n${summaryOf(entries)}`);
  for (const line of stale) io.writeError(`openact conformance: stale baseline: ${line}\n`);
  return exit;
}

function headerOf(order: Order, baseline: Baseline, startedAt: string): Header {
  const { suite, cases, file, strict } = order;
  return {
    type: 'header',
    format: 'openact-conformance/1',
    suite: suiteVersion(),
    act: '2.1',
    node: process.version,
    role: suite.role,
    subject: file.settings.name,
    ...(file.version === undefined ? {} : { subject_version: file.version }),
    profile: order.profile ?? 'full',
    selection: order.selection,
    strict,
    cases: cases.length,
    started_at: startedAt,
    digests: {
      ...suiteDigests(),
      subject: file.digest,
      ...(baseline.digest && { baseline: baseline.digest }),
    },
  };
}

function writePages(report: string, record: Result): void {
  writeFileSync(join(report, 'junit.xml'), junitOf(record));
  writeFileSync(join(report, 'report.html'), htmlOf(record));
}
