import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { freePorts } from '../testing/free-ports.ts';
import { failures, runSuite } from '../testing/run-suite.ts';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));

/** The published file, with ports that are free and a folder of this test. */
async function subjectFile(role: string, folder: string): Promise<string> {
  const text = readFileSync(join(examples, `reference-${role}.yaml`), 'utf8');
  const ports = [...new Set(text.match(/84[34][0-9]/g))];
  const free = await freePorts(ports.length);
  const moved = ports.reduce((all, port, at) => all.replaceAll(port, String(free[at])), text);
  const file = join(folder, 'subject.yaml');
  const name = role === 'credit' ? 'reference-credit.ts' : 'reference-account-side.ts';
  writeFileSync(
    file,
    moved
      .replace(`node, ${name}`, `node, ${resolve(examples, name)}`)
      .replaceAll(`../../data/conformance-${role}`, 'run'),
  );
  return file;
}

/** What a program that holds no authority cannot offer: a new certificate. The reference in this process is asked it. */
const NOT_OFFERED: Readonly<Record<string, readonly string[]>> = {
  psp: ['key-of-its-time', 'key-of-its-time-lost'].map(
    (slug) => `skip psp/OA-REC-11/${slug}: The subject offers no test control of record-key.`,
  ),
};

test.each(['issuer', 'psp', 'credit'])(
  'the published subject file of the reference %s starts it, and it passes',
  {
    timeout: 1_200_000,
  },
  async (role) => {
    const folder = mkdtempSync(join(tmpdir(), 'openact-example-'));
    try {
      const ran = await runSuite(role, await subjectFile(role, folder));
      expect(failures(ran)).toEqual(NOT_OFFERED[role] ?? []);
      expect(ran.exit, ran.err).toBe(0);
      expect(ran.entries.filter(({ verdict }) => verdict === 'pass').length).toBeGreaterThan(100);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

test('a program that ends before the subject answers: one line, and 2', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'openact-example-'));
  try {
    const file = await subjectFile('issuer', folder);
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(/start: .*/, 'start: [node, -e, "process.exit(7)"]'),
    );
    const ran = await runSuite('issuer', file);
    expect({ exit: ran.exit, lines: ran.err.match(/\n/g)?.length }).toEqual({ exit: 2, lines: 1 });
    expect(ran.err).toContain('ended with 7');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
