import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { newFolder, removeFolder } from '../src/store/testing/sqlite.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = newFolder();
afterAll(() => removeFolder(folder));

/** The command of the README, by itself. */
function fuzz(subject: string, ...flags: readonly string[]) {
  const args = ['fuzz/main.ts', '--subject', subject, '--seed', '3', ...flags];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** A subject whose every result is this, but for the first question, with which it shows that it answers. */
function saying(name: string, result: object): string {
  const program = join(folder, `${name}.mjs`);
  writeFileSync(
    program,
    `import { createInterface } from 'node:readline';
const greeting = { verdict: 'accepted', obligations: [] };
for await (const line of createInterface({ input: process.stdin })) {
  const { id, operation } = JSON.parse(line);
  console.log(JSON.stringify({ id, result: operation === 'parse_json' ? greeting : ${JSON.stringify(result)} }));
}`,
  );
  return subjectFile(name, `verifier:\n  command: [${process.execPath}, ${program}]`);
}

function subjectFile(name: string, rest: string, role = 'verifier'): string {
  const file = join(folder, `${name}.yaml`);
  writeFileSync(file, `name: ${name}\nrole: ${role}\n${rest}\n`);
  return file;
}

describe('a verifier of another make is asked beside the reference', () => {
  test('the reference itself says the same', () => {
    const { status, stdout } = fuzz('conformance/examples/reference-verifier.yaml', '--budget', '500');
    expect(stdout).toContain('500 mutants: ');
    expect(stdout).not.toContain('the reference:');
    expect([status, stdout.includes('0 findings')]).toEqual([0, true]);
  });

  test('the one in Python takes what it takes, and nothing else', () => {
    const { status, stdout } = fuzz('conformance/examples/act_verifier.yaml', '--budget', '500');
    expect(stdout).toMatch(/refused verify|verify_mandate/);
    expect(stdout).not.toContain('FOUND');
    expect(status).toBe(0);
  });

  test.each([
    ['takes everything', { verdict: 'accepted', obligations: [] }, /accepted, the reference: refused/],
    [
      'takes nothing',
      { verdict: 'refused', code: 'jws_malformed' },
      /refused jws_malformed, the reference: accepted/,
    ],
    ['comes to no judgement', { verdict: 'errored', message: 'no key' }, /: no key/],
  ])('one that %s is found, and the same mutant again', (name, result, found) => {
    const file = saying(name.replaceAll(' ', '-'), result);
    const { status, stdout } = fuzz(file, '--budget', '60', '--short');
    expect(stdout).toMatch(found);
    expect(status).toBe(1);
    const again = /--subject \S+ --seed 3 --only (subject:\d+)/.exec(stdout)?.[1] ?? '';
    expect(fuzz(file, '--only', again).stdout).toContain('1 findings');
  });

  test.each([
    ['of another role', subjectFile('psp', 'psp: {}', 'psp'), 'only verifiers are asked'],
    [
      'of no profile that there is',
      subjectFile('p', 'profile: all\nverifier:\n  command: [x]'),
      'no profile all',
    ],
    ['that is not there', join(folder, 'none.yaml'), 'cannot be read'],
    [
      'that cannot be started',
      subjectFile('gone', 'verifier:\n  command: [./no-such-program]\n'),
      'cannot be started',
    ],
  ])('a file %s is told in one line', (_what, file, why) => {
    const { status, stderr } = fuzz(file, '--budget', '5');
    expect(stderr).toContain(why);
    expect([status, stderr.trimEnd().split('\n').length]).toEqual([2, 1]);
  });
});
