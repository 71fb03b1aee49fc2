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
import { parseArgs } from 'node:util';
import { ROLES, type Role } from './run/case.ts';
import { conformanceCommand } from './run/command.ts';
import { EXIT } from './run/console.ts';
import { type Entry, readRecord } from './run/record.ts';
import { startReference } from './self/reference/start.ts';

const NOTED_SLOW = 2;

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

function slowest(entries: readonly Entry[]): string {
  const ordered = entries.toSorted((one, other) => other.milliseconds - one.milliseconds);
  return ordered
    .slice(0, NOTED_SLOW)
    .map(({ id, milliseconds }) => `${id} ${milliseconds} ms`)
    .join(', ');
}

/** @returns whether everything passed */
async function judge(role: Role, folder: string): Promise<boolean> {
  const since = performance.now();
  const running = await startReference[role]();
  const printed: string[] = [];
  const note = (text: string): void => void printed.push(text);
  try {
    const exit = await conformanceCommand(
      ['run', '--role', role, '--subject', running.file, '--report', folder],
      { write: note, writeError: note, colour: false, now: () => Math.floor(Date.now() / 1000) },
    );
    if (exit !== EXIT.expected) console.log(printed.join(''));
    // Whoever could not be reached has left no record to count.
    if (exit === EXIT.broken || exit === EXIT.unusable) return false;
    const { entries, footer } = readRecord(readFileSync(join(folder, 'report.jsonl'), 'utf8'));
    const passed = `${footer.counts.pass} of ${entries.length} passed`;
    console.log(`${role.padEnd(8)}  ${passed}, ${seconds(since)}; slowest: ${slowest(entries)}`);
    return exit === EXIT.expected && footer.counts.pass === entries.length;
  } finally {
    await running.close();
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { report: { type: 'string' } },
});
const unknown = positionals.find((name) => !ROLES.some((role) => role === name));
if (unknown !== undefined) {
  console.error(`There is no role ${unknown}: ${ROLES.join(', ')}.`);
  process.exit(EXIT.unusable);
}
const out = resolve(values.report ?? mkdtempSync(join(tmpdir(), 'openact-reference-')));
const since = performance.now();
const failed: Role[] = [];
for (const role of ROLES)
  if (positionals.length === 0 || positionals.includes(role))
    if (!(await judge(role, join(out, role)))) failed.push(role);
if (values.report === undefined) rmSync(out, { recursive: true, force: true });
console.log(`${failed.length === 0 ? 'All pass' : `Not all pass: ${failed.join(', ')}`}, ${seconds(since)}`);
if (failed.length > 0) process.exitCode = 1;
