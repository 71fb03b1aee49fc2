import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { scripts } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};
/** Each script that is a program of ours: those of `npm run`, and those that `generate` and `check` are made of. */
const programs = [
  ...new Set(
    Object.values(scripts)
      .flatMap((script) => script.split(' && '))
      .map((step) => /^node (\S+\.ts)/.exec(step)?.[1])
      .filter((path) => path !== undefined),
  ),
].filter((path) => !['tools/build.ts', 'tools/link-program.ts'].includes(path));

const run = promisify(execFile);

interface Ended {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Loads the program, which takes its time on a busy machine, and does nothing else. */
async function ended(path: string, ...args: readonly string[]): Promise<Ended> {
  try {
    const { stdout: out, stderr: err } = await run(process.execPath, [path, ...args], { cwd: root });
    return { status: 0, out, err };
  } catch (error) {
    const { code, stdout: out, stderr: err } = error as { code: number; stdout: string; stderr: string };
    return { status: code, out, err };
  }
}

test.each(programs)('%s: a wrong option is told in one line, with the usage', async (path) => {
  expect(await ended(path, '--nope')).toEqual({
    status: 2,
    out: '',
    err: expect.stringMatching(/^Unknown option '--nope'\. usage: [^\n]+\n$/),
  });
});

test('--help tells the usage in one line, and a word that says nothing is not passed over', async () => {
  const path = 'conformance/self/role-kills.ts';
  expect(await ended(path, '--help')).toEqual({
    status: 0,
    out: expect.stringMatching(/^usage: node conformance\/self\/role-kills\.ts [^\n]+\n$/),
    err: '',
  });
  expect((await ended(path, 'baker')).err).toMatch(/^There is no role baker, only [^\n]+ usage: [^\n]+\n$/);
  expect((await ended('tools/registry.ts', 'word')).err).toMatch(/^Unexpected argument 'word'\. usage: /);
});

test.each([
  ['simulation/main.ts', ['--purchases', '0'], '--purchases is not a whole number of 1 or more: 0.'],
  ['simulation/main.ts', ['--faults', '1'], '--faults is not a share from 0 to below 1: 1.'],
  ['test/faults/kills.ts', ['--engine', 'mysql'], '--engine is sqlite or postgres, not mysql.'],
])('%s %j: the option that cannot be used is named', async (path, args, line) => {
  const { status, out, err } = await ended(path, ...args);
  expect({ status, out }).toEqual({ status: 2, out: '' });
  expect(err.split(' usage: ')).toEqual([line, expect.stringMatching(/^npm run [^\n]+\n$/)]);
});
