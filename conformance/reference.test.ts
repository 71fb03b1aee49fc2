import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const reference = (...args: readonly string[]) =>
  spawnSync(process.execPath, [fileURLToPath(new URL('reference.ts', import.meta.url)), ...args], {
    encoding: 'utf8',
  });

test('a reference role is started, judged and counted by one command', () => {
  const { status, stdout } = reference('trust');
  expect(stdout).toMatch(
    /^trust +(\d+) of \1 passed, [\d.]+ s; slowest: .*\nAll pass: \1 cases, each run and passed by a reference role, [\d.]+ s\n$/,
  );
  expect(status).toBe(0);
});

test('a role that there is not is a usage error in one line', () => {
  const { status, stderr } = reference('baker');
  expect({ status, lines: stderr.match(/\n/g)?.length }).toEqual({ status: 2, lines: 1 });
});
