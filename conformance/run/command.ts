import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { suites } from '../roles/index.ts';
import { NO_BASELINE, readBaseline, staleEntries } from './baseline.ts';
import { makeBundle, verifyBundle } from './bundle.ts';
import {
  type Case,
  casesOf,
  type Opened,
  ROLES,
  type Role,
  SubjectFault,
  type Suite,
  Unreachable,
  UsageError,
} from './case.ts';
import { type Console, EXIT, type Exit, USAGE } from './console.ts';
import { htmlOf } from './html.ts';
import { junitOf } from './junit.ts';
import { exitOf } from './outcome.ts';
import { type Entry, Recorder, readRecord, suiteDigests, suiteVersion } from './record.ts';
import { redactor } from './redact.ts';
import { openReport } from './report-folder.ts';
import { clauseOf } from './requirements.ts';
import { runCases } from './runner.ts';
import { readSubjectFile, type SubjectFile } from './subject-file.ts';
import { countsOf, summaryOf } from './summary.ts';

const OPTIONS = {
  role: { type: 'string' },
  subject: { type: 'string' },
  profile: { type: 'string' },
  baseline: { type: 'string' },
  report: { type: 'string' },
  strict: { type: 'boolean', default: false },
  key: { type: 'string' },
  out: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** How often progress is told where no terminal shows it growing. */
const TELL_EVERY = 100;

type AnySuite = Suite<never>;

function suiteOf(role: string | undefined): AnySuite {
  const known = ROLES.find((one) => one === role);
  if (known === undefined) throw new UsageError(`--role is one of ${ROLES.join(', ')}.`);
  const suite = suites[known];
  if (suite === undefined) throw new UsageError(`There are no cases for the role ${known} yet.`);
  return suite as AnySuite;
}

/** @throws UsageError when no case matches: nothing run is no result */
function select(suite: AnySuite, prefixes: readonly string[]): readonly Case<never>[] {
  const chosen = casesOf(suite, prefixes);
  if (chosen.length === 0)
    throw new UsageError(`No case of ${suite.role} begins with ${prefixes.join(' or ')}.`);
  return chosen;
}

function featuresOf(suite: AnySuite, profile: string | undefined): ReadonlySet<string> | undefined {
  if (profile === undefined || profile === 'full') return undefined;
  const features = suite.profiles[profile];
  if (features === undefined) {
    const names = ['full', ...Object.keys(suite.profiles)].join(', ');
    throw new UsageError(`The role ${suite.role} has no profile ${profile}, only ${names}.`);
  }
  return new Set(features);
}

function list(
  suite: AnySuite,
  cases: readonly Case<never>[],
  profile: string | undefined,
  io: Console,
): Exit {
  const features = featuresOf(suite, profile);
  for (const { id, kind, needs, requirement } of cases) {
    const isIn = features === undefined || needs.every((feature) => features.has(feature));
    io.write(`${id}  ${kind}, ${clauseOf(requirement).strength}${isIn ? '' : ', not in the profile'}\n`);
  }
  return EXIT.expected;
}

interface Order {
  readonly suite: AnySuite;
  readonly cases: readonly Case<never>[];
  readonly file: SubjectFile;
  readonly profile: string | undefined;
  readonly selection: readonly string[];
  readonly baseline: string | undefined;
  readonly report: string | undefined;
  readonly strict: boolean;
}

function tell(entry: Entry, done: number, total: number, io: Console): void {
  if (entry.verdict === 'fail' || entry.verdict === 'error' || entry.verdict === 'warn') {
    const known = entry.expected_failure === undefined ? '' : ` (known: ${entry.expected_failure})`;
    io.write(
      `${entry.verdict}  ${entry.id}${known}\n      ${entry.message ?? ''}\n      ${entry.requirement}: ${entry.clause}\n`,
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

/** Runs, records, and makes the pages out of the record alone. */
async function run(order: Order, io: Console): Promise<Exit> {
  const { suite, cases, file, strict, report } = order;
  const baseline = order.baseline === undefined ? NO_BASELINE : readBaseline(order.baseline);
  const features = featuresOf(suite, order.profile);
  const redact = redactor(file.secrets);
  const lines: string[] = [];
  const path = report === undefined ? undefined : openReport(report);
  const recorder = new Recorder((line) => {
    if (path === undefined) lines.push(line);
    else appendFileSync(path, line);
  });
  const digests = {
    ...suiteDigests(),
    subject: file.digest,
    ...(baseline.digest && { baseline: baseline.digest }),
  };
  const { subjects, close } = await openAll(suite, file);
  const entries: Entry[] = [];
  try {
    recorder.write({
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
      started_at: utc(io.now()),
      digests,
    });
    const onEntry = (entry: Entry): void => {
      entries.push(entry);
      recorder.write(entry);
      tell(entry, entries.length, cases.length, io);
    };
    await runCases(
      {
        suite,
        cases,
        features,
        reasons: baseline.reasons,
        patience: file.settings.patience,
        redact,
        onEntry,
      },
      subjects,
    );
  } finally {
    await close();
  }
  const ran = new Map(entries.map(({ id, verdict }) => [id, verdict]));
  const stale = staleEntries(baseline, new Set(suite.cases().map(({ id }) => id)), ran);
  const exit = exitOf(entries, stale, strict);
  recorder.end({ ended_at: utc(io.now()), counts: countsOf(entries), stale_baseline: stale, exit });
  if (path !== undefined && report !== undefined) {
    const record = readRecord(readFileSync(path, 'utf8'));
    writeFileSync(join(report, 'junit.xml'), junitOf(record));
    writeFileSync(join(report, 'report.html'), htmlOf(record));
  }
  io.write(`\n${summaryOf(entries)}`);
  for (const line of stale) io.writeError(`openact conformance: stale baseline: ${line}\n`);
  return exit;
}

async function conformance(args: readonly string[], io: Console): Promise<Exit> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const [action, ...prefixes] = positionals;
  if (values.help) {
    io.write(USAGE);
    return EXIT.expected;
  }
  if (action === 'bundle') return makeBundle(values, io);
  if (action === 'verify-bundle') return verifyBundle(prefixes, values.key, io);
  if (action !== 'run' && action !== 'list' && action !== 'keys')
    throw new UsageError('conformance takes run, list, keys, bundle or verify-bundle.');
  const suite = suiteOf(values.role);
  const cases = select(suite, prefixes);
  if (action === 'list') return list(suite, cases, values.profile, io);
  if (values.subject === undefined) throw new UsageError(`${action} needs --subject.`);
  const file = readSubjectFile(values.subject);
  if (file.role !== suite.role)
    throw new UsageError(`${values.subject} declares the role ${file.role}, not ${suite.role}.`);
  if (action === 'keys') {
    if (suite.setUp === undefined) throw new UsageError(`A ${suite.role} needs no keys of the suite.`);
    io.write(`${JSON.stringify(suite.setUp(file.settings), null, 2)}\n`);
    return EXIT.expected;
  }
  const profile = values.profile ?? file.profile;
  const { baseline, report, strict } = values;
  return run({ suite, cases, file, profile, selection: prefixes, baseline, report, strict }, io);
}

/** One line for the console, and the exit status, of what ends a run before its end. */
function endOf(error: unknown): { readonly line: string; readonly exit: Exit } {
  // Whoever is silent, or sends without end, before the first case was asked: it is the subject, not the suite.
  if (error instanceof Unreachable || error instanceof SubjectFault)
    return { line: error.message, exit: EXIT.broken };
  if (error instanceof UsageError) return { line: error.message, exit: EXIT.unusable };
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_'))
    return { line: `${String(error.message.split('. To specify')[0])}.`, exit: EXIT.unusable };
  const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { line: `a fault of the suite: ${fault}`, exit: EXIT.broken };
}

/** `openact conformance`, without its name. */
export async function conformanceCommand(args: readonly string[], io: Console): Promise<Exit> {
  try {
    return await conformance(args, io);
  } catch (error) {
    const { line, exit } = endOf(error);
    io.writeError(`openact conformance: ${line}\n`);
    return exit;
  }
}

export type { Role };
