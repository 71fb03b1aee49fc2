/**
 * Every reference role before its suite, one after the other, as a vendor's would be:
 *
 *   npm run conformance:reference                            all of them, with what each took
 *   npm run conformance:reference -- psp --report out        some; out/psp/report.html and the rest for each
 *
 * Ends with 1 when a role does not pass, with 2 when there is no such role.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { misused, scriptOptions } from '../tools/script-options.ts';
import { suites } from './roles/index.ts';
import { conformanceCommand } from './run/command.ts';
import { EXIT } from './run/console.ts';
import { type Entry, readRecord } from './run/record.ts';
import { type Reference, references } from './self/reference/start.ts';

const NOTED_SLOW = 2;

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

function slowest(entries: readonly Entry[]): string {
  const ordered = entries.toSorted((one, other) => other.milliseconds - one.milliseconds);
  return ordered
    .slice(0, NOTED_SLOW)
    .map(({ id, milliseconds }) => `${id} ${milliseconds} ms`)
    .join(', ');
}

/** @returns the ids of the cases that passed; undefined when something did not go as expected */
async function judge(
  { name, role, prefixes = [], start }: Reference,
  folder: string,
): Promise<readonly string[] | undefined> {
  const since = performance.now();
  const running = await start();
  const printed: string[] = [];
  const note = (text: string): void => void printed.push(text);
  try {
    const exit = await conformanceCommand(
      ['run', '--role', role, '--subject', running.file, '--report', folder, ...prefixes],
      { write: note, writeError: note, colour: false, now: () => Math.floor(Date.now() / 1000) },
    );
    if (exit !== EXIT.expected) console.log(printed.join(''));
    // Whoever could not be reached has left no record to count.
    if (exit === EXIT.broken || exit === EXIT.unusable) return undefined;
    const { entries, footer } = readRecord(readFileSync(join(folder, 'report.jsonl'), 'utf8'));
    const { pass, skip } = footer.counts;
    const rest = skip === 0 ? '' : `, ${skip} not run`;
    console.log(
      `${name.padEnd(16)}  ${pass} of ${entries.length} passed${rest}, ${seconds(since)}; slowest: ${slowest(entries)}`,
    );
    if (exit !== EXIT.expected) return undefined;
    return entries.filter(({ verdict }) => verdict === 'pass').map(({ id }) => id);
  } finally {
    await running.close();
  }
}

/** What no subject of a role that was asked has passed: a case that is skipped everywhere shows nothing. */
function neverPassed(asked: readonly Reference[], passed: ReadonlySet<string>): string[] {
  const whole = new Set(asked.filter(({ prefixes }) => prefixes === undefined).map(({ role }) => role));
  return [...whole]
    .flatMap((role) => suites[role]?.cases().map(({ id }) => id) ?? [])
    .filter((id) => !passed.has(id));
}

const USAGE = `npm run conformance:reference -- [--report <folder>] [${Object.keys(suites).join('|')}]…`;

const { values, positionals } = scriptOptions(
  USAGE,
  { report: { type: 'string' } },
  { max: Object.keys(suites).length },
);
const unknown = positionals.find((name) => !references.some(({ role }) => role === name));
if (unknown !== undefined) misused(`There is no role ${unknown}.`, USAGE);
const out = resolve(values.report ?? mkdtempSync(join(tmpdir(), 'openact-reference-')));
const since = performance.now();
const asked = references.filter(({ role }) => positionals.length === 0 || positionals.includes(role));
const passed = new Set<string>();
const failed: string[] = [];
for (const reference of asked) {
  const ids = await judge(reference, join(out, reference.name));
  if (ids === undefined) failed.push(reference.name);
  for (const id of ids ?? []) passed.add(id);
}
if (values.report === undefined) rmSync(out, { recursive: true, force: true });
const open = failed.length === 0 ? neverPassed(asked, passed) : [];
for (const id of open) console.log(`nobody passed ${id}`);
const isGood = failed.length === 0 && open.length === 0;
console.log(`${isGood ? 'All pass' : `Not all pass: ${failed.join(', ')}`}, ${seconds(since)}`);
if (!isGood) process.exitCode = 1;
