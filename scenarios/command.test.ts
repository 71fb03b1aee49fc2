import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { SCENARIOS } from './cases/index.ts';
import { freePorts } from './ports.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const PORTS = 12;

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function start(...args: string[]): Promise<Outcome> {
  const OPENACT_PORT = String(await freePorts(PORTS));
  const options = { cwd: root, env: { ...process.env, NO_COLOR: '1', OPENACT_PORT } };
  return new Promise((resolve) => {
    execFile(process.execPath, ['demo/start.ts', ...args], options, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout, stderr });
    });
  });
}

describe('npm start', () => {
  test('--list names every scenario', async () => {
    const { code, stdout } = await start('--list');
    expect(code).toBe(0);
    expect(stdout.split('\n').map((line) => line.split(' ')[0])).toEqual([
      ...SCENARIOS.map(({ name }) => name),
      '',
    ]);
  });

  test('--scenario with an unknown name ends with 2 and one clear line', async () => {
    const { code, stdout, stderr } = await start('--scenario', '99-nothing');
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toBe('openact: There is no scenario “99-nothing”. npm start -- --list names them all.\n');
  });

  test('--scenario --json ends with every step, what was expected of it and what was seen', async () => {
    const { code, stdout, stderr } = await start('--scenario', '01-bubble-tea', '--json');
    expect(stderr).toBe('');
    expect(code).toBe(0);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const { summary } = lines.at(-1);
    expect(summary).toMatchObject({ scenario: '01-bubble-tea', engine: 'sqlite', held: true });
    expect(summary.steps).toContainEqual({
      step: 'the user cancels at the cashier',
      expected: { outcome: 'refused', code: 'confirmation_denied' },
      seen: { outcome: 'refused', code: 'confirmation_denied' },
      held: true,
    });
  });
});
