import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { KillTable } from './kills.ts';
import { pathRules } from './mutations.ts';
import { checkFiles } from './remove-check.ts';
import { vectorMutations } from './vector-mutations.ts';

const run = promisify(execFile);
const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const MAX_BUFFER_BYTES = 64 * 1024 * 1024;

/** In a process of its own: the hook has to stand before src is loaded. */
async function node(...args: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, args, { maxBuffer: MAX_BUFFER_BYTES });
  return stdout;
}

test('every check that is taken out is missed by a vector', async () => {
  const table: KillTable = JSON.parse(await node(script('run.ts'), '--json'));
  const names = new Set([...checkFiles(), ...pathRules(), ...vectorMutations].map(({ name }) => name));
  expect(table.kills.map(({ check }) => check)).toEqual([...names]);
  console.info(`${table.mutants} mutants of ${table.checks} checks, ${table.killed} killed`);
  expect(table.survivors).toEqual([]);
  expect(table.killed).toBe(names.size);
});

test('a check that is taken out by requirement, of a whole program, is out', async () => {
  const program = script('ask.ts');
  const id = 'payment-request/PSD-PAY-DEL-11/a-fen-over-the-single-limit';
  const whole = JSON.parse(await node(program, id));
  expect(whole).toMatchObject({ verdict: 'refused', code: 'amount_over_single_limit' });
  const { stdout } = await run(process.execPath, ['--import', script('remove-check.ts'), program, id], {
    env: { ...process.env, OPENACT_MUTANT: 'PSD-PAY-DEL-11' },
  });
  expect(JSON.parse(stdout)).toMatchObject({ verdict: 'accepted' });
  await expect(
    run(process.execPath, ['--import', script('remove-check.ts'), program, id], {
      env: { ...process.env, OPENACT_MUTANT: 'NONE' },
    }),
  ).rejects.toThrow('No check stands for NONE');
});
