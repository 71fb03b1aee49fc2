/**
 * Every reference role before its suite, as a vendor's would be, two at a time, in two processes:
 *
 *   npm run conformance:reference                            all of them, with what each took
 *   npm run conformance:reference -- psp --report out        some; out/psp/report.html and the rest for each
 *
 * Ends with 1 when a role does not pass, or a case is passed by nobody; with 2 when there is no such role.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setup as keepInMemory } from '../test/run/in-memory.ts';
import { misused, scriptOptions } from '../tools/script-options.ts';
import { suites } from './roles/index.ts';
import type { Judged, Order } from './self/reference/judge.ts';
import { type Reference, references } from './self/reference/start.ts';

/** A role waits for time limits and for answers: two keep two cores busy. */
const AT_ONCE = 2;
/** Whoever takes longest begins, so that nobody is waited for alone. */
const LONGEST_FIRST = ['psp', 'agent', 'credit', 'issuer', 'merchant', 'verifier'];

const program = fileURLToPath(new URL('self/reference/judge.ts', import.meta.url));

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

/** @returns undefined when the process ended without a result */
async function judge(worker: ChildProcess, order: Order): Promise<Judged | undefined> {
  worker.send(order);
  const ended = once(worker, 'exit').then(() => []);
  const [judged] = (await Promise.race([once(worker, 'message'), ended])) as readonly Judged[];
  return judged;
}

/** Of the same role, by whom the case is asked that this one cannot be asked. */
function askedElsewhere({ name, role }: Reference, id: string): string | undefined {
  return references.find(
    (one) =>
      one.role === role &&
      one.name !== name &&
      (one.prefixes === undefined || one.prefixes.some((prefix) => id.startsWith(prefix))),
  )?.name;
}

function lineOf(reference: Reference, { passed, asked, notRun, milliseconds, slowest }: Judged): string {
  const reasons = Map.groupBy(Object.entries(notRun), ([id, message]) => {
    const other = askedElsewhere(reference, id);
    return other === undefined ? `not run: ${message}` : `left to ${other}: ${message}`;
  });
  const rest = [...reasons].map(([reason, ids]) => `, ${ids.length} ${reason.replace(/\.$/, '')}`).join('');
  const slow = slowest.map(({ id, milliseconds: own }) => `${id} ${own} ms`).join(', ');
  return `${reference.name.padEnd(16)}  ${passed.length} of ${asked} passed${rest}, ${seconds(milliseconds)}; slowest: ${slow}`;
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
// Nobody cuts the power here: thousands of commits need not reach a disk.
const forget = keepInMemory();
const out = resolve(values.report ?? mkdtempSync(join(tmpdir(), 'openact-reference-')));
const since = performance.now();
const asked = references.filter(({ role }) => positionals.length === 0 || positionals.includes(role));
const rank = ({ name }: Reference): number => (LONGEST_FIRST.indexOf(name) + 99) % 99;
const waiting = asked.toSorted((one, other) => rank(one) - rank(other));
const passed = new Set<string>();
const failed: string[] = [];

function note(reference: Reference, judged: Judged | undefined): void {
  if (!judged?.asExpected) failed.push(reference.name);
  if (judged === undefined) return;
  if (judged.printed !== '') console.log(judged.printed);
  console.log(lineOf(reference, judged));
  for (const id of judged.passed) passed.add(id);
}

/** Takes one role after the other until there is none. A process that has ended is started again for the next. */
async function lane(): Promise<void> {
  let worker: ChildProcess | undefined;
  for (let reference = waiting.shift(); reference !== undefined; reference = waiting.shift()) {
    if (!worker?.connected) worker = fork(program);
    note(reference, await judge(worker, { name: reference.name, folder: join(out, reference.name) }));
  }
  if (worker?.connected) worker.disconnect();
}

await Promise.all(Array.from({ length: AT_ONCE }, lane));
if (values.report === undefined) rmSync(out, { recursive: true, force: true });
forget?.();
const open = failed.length === 0 ? neverPassed(asked, passed) : [];
for (const id of open) console.log(`nobody passed ${id}`);
const took = seconds(performance.now() - since);
const isGood = failed.length === 0 && open.length === 0;
if (isGood) console.log(`All pass: ${passed.size} cases, each run and passed by a reference role, ${took}`);
else {
  const what = failed.length > 0 ? failed.join(', ') : `${open.length} passed by nobody`;
  console.log(`Not all pass: ${what}, ${took}`);
  process.exitCode = 1;
}
