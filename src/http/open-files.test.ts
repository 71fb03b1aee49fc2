import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, expect, test } from 'vitest';
import { warnOfFewFiles } from './open-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'openact-limits-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What is said to a process that may open so many files and holds so many connections. */
function saidOf(soft: string, inAll: number) {
  const limits = join(folder, 'limits');
  writeFileSync(
    limits,
    `Limit                     Soft Limit           Hard Limit           Units     
Max processes             1000                 1000                 processes 
Max open files            ${soft.padEnd(20)} 1048576              files     
`,
  );
  const lines: Record<string, unknown>[] = [];
  const log = pino({ base: null }, { write: (line: string) => lines.push(JSON.parse(line)) });
  warnOfFewFiles(log, { inAll, perAddress: 1 }, limits);
  return lines;
}

test('fewer open files than the connections need are told of, once and with both numbers', () => {
  expect(saidOf('1024', 4_096)).toEqual([
    expect.objectContaining({
      level: 40,
      allowed: 1024,
      needed: 4_296,
      msg: 'this process may open fewer files than OPENACT_CONNECTIONS needs',
    }),
  ]);
  expect(saidOf('4295', 4_096)).toHaveLength(1);
});

test('enough of them, no limit, and a system that does not tell are nothing to speak of', () => {
  expect(saidOf('4296', 4_096)).toEqual([]);
  expect(saidOf('1024', 500)).toEqual([]);
  expect(saidOf('unlimited', 65_535)).toEqual([]);
  const lines: string[] = [];
  const log = pino({ write: (line: string) => lines.push(line) });
  warnOfFewFiles(log, { inAll: 65_535, perAddress: 1 }, join(folder, 'none'));
  expect(lines).toEqual([]);
});

/** Opens nothing and listens nowhere: what it may open, it reads from its own process. */
const PROGRAM = `
  const { createLogger, warnOfFewFiles } = await import(process.argv[1]);
  warnOfFewFiles(createLogger('role'), { inAll: 1000, perAddress: 1 });`;

test.runIf(process.platform === 'linux')(
  'a process reads what it may open itself',
  () => {
    const module = new URL('./index.ts', import.meta.url).href;
    const node = [process.execPath, '--input-type=module', '-e', PROGRAM, module];
    const run = (files: number) =>
      spawnSync('sh', ['-c', `ulimit -n ${files} && exec "$0" "$@"`, ...node], { encoding: 'utf8' });
    expect(JSON.parse(run(256).stderr)).toMatchObject({ role: 'role', allowed: 256, needed: 1_200 });
    expect(run(1_300)).toMatchObject({ status: 0, stderr: '' });
  },
  120_000,
);
