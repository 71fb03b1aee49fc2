import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonical, isObject, type JsonObject } from '../forge/json.ts';
import { thumbprint } from '../forge/keys.ts';
import { suites } from '../roles/index.ts';
import { casesOf, UsageError } from './case.ts';
import { type Console, EXIT, type Exit } from './console.ts';
import { htmlOf } from './html.ts';
import { junitOf } from './junit.ts';
import { exitOf } from './outcome.ts';
import { printable } from './printable.ts';
import { type Header, type Result, readRecord, suiteDigests, suiteVersion } from './record.ts';
import { clauseOf } from './requirements.ts';
import { openSeal, publicPart, sealed } from './seal.ts';
import { countsOf, verdictOf } from './summary.ts';

/** What a vendor hands to whoever wants to see that a subject was tested, in one file: spec/15-conformance.md, 15.6. */
interface Bundle {
  readonly format: typeof FORMAT;
  readonly statement: string;
  readonly files: { readonly 'report.jsonl': string };
}

const FORMAT = 'openact-conformance-bundle/1';
const RECORD = 'report.jsonl';
const SUITE_DIGESTS = ['requirements', 'schemas', 'vectors'] as const;

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`${path} cannot be read.`);
  }
}

function readJson(path: string): Readonly<Record<string, unknown>> {
  const text = readText(path);
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // Told below.
  }
  throw new UsageError(`${path} is no JSON object.`);
}

/** Everything that is said of a run, out of its record alone: what is signed, and what a reader comes to again. */
function statementOf(record: Result, text: string): JsonObject {
  const { header, entries, footer } = record;
  const optional = header.subject_version === undefined ? {} : { version: header.subject_version };
  const counts: JsonObject = { ...countsOf(entries) };
  return {
    format: FORMAT,
    subject: { name: header.subject, ...optional, role: header.role, profile: header.profile },
    suite: { version: header.suite, act: header.act, digests: { ...header.digests } },
    selection: [...header.selection] as unknown as JsonObject,
    strict: header.strict,
    ended_at: footer.ended_at,
    counts,
    verdicts: { 'act-2.1': verdictOf(entries, 'act-2.1'), profile: verdictOf(entries, 'profile') },
    exit: footer.exit,
    // The pages follow from the record: whoever was sent one can tell whether it is of this run.
    files: {
      [RECORD]: digestOf(text),
      'junit.xml': digestOf(junitOf(record)),
      'report.html': digestOf(htmlOf(record)),
    },
  };
}

interface Given {
  readonly report?: string | undefined;
  readonly key?: string | undefined;
  readonly out?: string | undefined;
}

/** Seals the record of a run. A run that did not go well is sealed too: what it came to stands in it. */
export function makeBundle({ report, key, out }: Given, io: Console): Exit {
  if (report === undefined || key === undefined) throw new UsageError('bundle needs --report and --key.');
  const text = readText(join(report, RECORD));
  const jwk = readJson(key);
  if (typeof jwk.d !== 'string') throw new UsageError(`${key} is no private JWK.`);
  if (text.includes(jwk.d)) throw new UsageError(`${key} stands in the report: it signs nothing any more.`);
  const record = recordIn(text);
  if (typeof record === 'string') throw new UsageError(`${join(report, RECORD)}: ${record}`);
  let statement: string;
  try {
    statement = sealed(statementOf(record, text), jwk);
  } catch {
    throw new UsageError(`${key} is no private JWK for ES256 or Ed25519.`);
  }
  const path = out ?? join(report, 'certification.json');
  const bundle: Bundle = { format: FORMAT, statement, files: { [RECORD]: text } };
  writeFileSync(path, `${JSON.stringify(bundle)}\n`);
  io.write(`${path}: ${lineOf(record)}; signed by key ${thumbprint(publicPart(jwk))}\n`);
  return EXIT.expected;
}

function recordIn(text: string): Result | string {
  try {
    return readRecord(text);
  } catch (error) {
    return error instanceof SyntaxError
      ? 'The record is not as it was written.'
      : String((error as Error).message);
  }
}

function lineOf({ header, entries }: Result): string {
  const { pass, skip } = countsOf(entries);
  const chosen = header.selection.length === 0 ? '' : `, only ${header.selection.join(' ')}`;
  const line = [
    `${header.subject}${header.subject_version === undefined ? '' : ` ${header.subject_version}`} as ${header.role}`,
    `profile ${header.profile}${chosen}: ${pass} of ${entries.length} cases passed, ${skip} not run`,
    `ACT 2.1 ${verdictOf(entries, 'act-2.1')}`,
    `OpenACT profile ${verdictOf(entries, 'profile')}`,
  ].join('; ');
  return printable(line);
}

function sameSuite({ suite, digests }: Header): boolean {
  const own = suiteDigests();
  return suite === suiteVersion() && SUITE_DIGESTS.every((name) => digests[name] === own[name]);
}

/** What the record has otherwise than a run leaves it. */
function faultOfRecord({ header, entries, footer }: Result): string | undefined {
  const ids = new Set(entries.map(({ id }) => id));
  if (ids.size !== entries.length || header.cases !== entries.length)
    return 'Cases are missing, or there twice.';
  if (canonical({ ...countsOf(entries) }) !== canonical({ ...footer.counts }))
    return 'The counts are not those of the cases.';
  if (exitOf(entries, footer.stale_baseline, header.strict) !== footer.exit)
    return 'The exit status does not follow from the cases.';
  return undefined;
}

/** With the suite that it was made with, a reader knows which cases there have to be, and what they are about. */
function faultOfCases({ header, entries }: Result): string | undefined {
  const suite = suites[header.role];
  const due = suite === undefined ? [] : casesOf(suite, header.selection);
  const seen = new Map(entries.map((entry) => [entry.id, entry]));
  for (const { id, requirement, kind } of due) {
    const entry = seen.get(id);
    if (entry === undefined) return `The case ${id} is missing.`;
    const { origin, strength, binding } = clauseOf(requirement);
    const isSame =
      entry.requirement === requirement &&
      entry.kind === kind &&
      entry.origin === origin &&
      entry.strength === (binding ? 'MUST' : strength);
    if (!isSame) return `The case ${id} is another one.`;
  }
  return due.length === entries.length ? undefined : 'There are cases that the suite does not have.';
}

/** @returns what is wrong, or the record that the bundle holds */
function judge(bundle: Readonly<Record<string, unknown>>, jkt: string | undefined) {
  const seal = openSeal(String(bundle.statement));
  if (seal === undefined) return 'The statement is not what its key has signed.';
  if (jkt !== undefined && seal.jkt !== jkt) return `It is signed by another key, ${seal.jkt}.`;
  const text = (bundle.files as Readonly<Record<string, unknown>> | undefined)?.[RECORD];
  const files = seal.claims.files;
  if (typeof text !== 'string' || !isObject(files)) return `There is no ${RECORD}.`;
  if (digestOf(text) !== files[RECORD]) return `${RECORD} is not the file that was signed.`;
  const record = recordIn(text);
  if (typeof record === 'string') return record;
  const isSame = sameSuite(record.header);
  const fault = faultOfRecord(record) ?? (isSame ? faultOfCases(record) : undefined);
  if (fault !== undefined) return fault;
  // Pages of another version of the suite may be drawn otherwise.
  const due = statementOf(record, text);
  const said = isSame ? seal.claims : { ...seal.claims, files: due.files ?? {} };
  if (canonical(said) !== canonical(due)) return 'The statement does not say what the record says.';
  return { record, jkt: seal.jkt, isSame };
}

/** Comes to the verdict again, out of the file alone. 0: it holds, and the run went as expected. */
export function verifyBundle(paths: readonly string[], key: string | undefined, io: Console): Exit {
  const [path, ...more] = paths;
  if (path === undefined || more.length > 0) throw new UsageError('verify-bundle takes one file.');
  const bundle = readJson(path);
  if (bundle.format !== FORMAT) throw new UsageError(`${path} is no certification bundle.`);
  const judged = judge(bundle, key === undefined ? undefined : thumbprintAt(key));
  if (typeof judged === 'string') {
    io.writeError(`openact conformance: ${path} does not hold: ${printable(judged)}\n`);
    return EXIT.unexpected;
  }
  const { record, jkt, isSame } = judged;
  const whose = key === undefined ? `key ${jkt} (whose, --key would show)` : `the given key ${jkt}`;
  const how = isSame
    ? ''
    : `; made with another suite (${printable(record.header.suite)}): which cases there are was not compared`;
  const isGood = record.footer.exit === EXIT.expected;
  io.write(
    `${path} holds${isGood ? '' : ', and the run did not go as expected'}: ${lineOf(record)}; signed by ${whose}${how}\n`,
  );
  return isGood ? EXIT.expected : EXIT.unexpected;
}

function thumbprintAt(path: string): string {
  const jwk = readJson(path);
  try {
    return thumbprint(publicPart(jwk));
  } catch {
    throw new UsageError(`${path} is no public JWK for ES256 or Ed25519.`);
  }
}
