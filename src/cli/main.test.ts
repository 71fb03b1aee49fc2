import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url));
const COLOUR = '\u001b[';

/** A token that is shown and refused: it has no type. */
const TOKEN = 'eyJhbGciOiJub25lIn0.e30.';

const AT = ['--now', '2026-01-20T10:00:00Z'];

function openact(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { PATH = '' } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    encoding: 'utf8',
    env: { PATH, ...env },
  });
  return { status, stdout, stderr };
}

describe('the program', () => {
  it('answers on the right channel with the right status', () => {
    expect(openact(['--version'])).toMatchObject({ status: 0, stderr: '' });
    expect(openact(['nothing'])).toMatchObject({ status: 2, stdout: '' });
    expect(openact(['inspect', TOKEN])).toMatchObject({ status: 1, stderr: '' });
  });

  it('reads what is piped to it, and ends a pipe without an end', async () => {
    const { status, stdout } = spawnSync(process.execPath, [MAIN, 'inspect', '-', ...AT], {
      encoding: 'utf8',
      input: `${TOKEN}\n`,
    });
    expect({ status, stdout }).toEqual({ status: 1, stdout: openact(['inspect', TOKEN, ...AT]).stdout });
    const child = spawn(process.execPath, [MAIN, 'inspect', '-'], { stdio: ['pipe', 'ignore', 'ignore'] });
    child.stdin.on('error', () => undefined);
    const more = () => child.stdin.writable && child.stdin.write('x'.repeat(65_536), more);
    more();
    const [code] = await once(child, 'exit');
    expect(code).toBe(2);
  });

  it('colours a pipe only when it is told to', () => {
    expect(openact(['inspect', TOKEN]).stdout).not.toContain(COLOUR);
    expect(openact(['inspect', TOKEN], { FORCE_COLOR: '1' }).stdout).toContain(COLOUR);
    expect(openact(['inspect', TOKEN], { FORCE_COLOR: '0' }).stdout).not.toContain(COLOUR);
  });

  it.skipIf(!existsSync('/dev/full'))('says so when its output cannot be written', () => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [MAIN, 'inspect', TOKEN], {
      encoding: 'utf8',
      stdio: ['ignore', full, 'pipe'],
    });
    closeSync(full);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: 'openact: The output cannot be written (ENOSPC).\n',
    });
  });

  it.skipIf(!existsSync('/dev/full'))('keeps its status when what is wrong cannot be told', () => {
    const full = openSync('/dev/full', 'w');
    const statusOf = (...args: string[]) =>
      spawnSync(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', full] }).status;
    // 1 would be a refusal of what was to be judged; nothing was.
    expect([statusOf('nothing'), statusOf('inspect', '/nowhere'), statusOf('--version')]).toEqual([2, 2, 0]);
    closeSync(full);
  });

  it('does not mind a reader that has seen enough', async () => {
    const child = spawn(process.execPath, [MAIN, 'inspect', TOKEN], { stdio: ['ignore', 'pipe', 'pipe'] });
    const errors: string[] = [];
    child.stderr.setEncoding('utf8').on('data', (text: string) => errors.push(text));
    child.stdout.destroy();
    const status = await new Promise((resolve) => child.once('close', resolve));
    expect({ status, errors }).toEqual({ status: 1, errors: [] });
  });
});
