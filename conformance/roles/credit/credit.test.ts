import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { startReferenceCredit } from '../../self/reference/credit.ts';
import { DEAD_SERVERS, startDeadServer, withPatience } from '../testing/dead-server.ts';
import { freePorts } from '../testing/free-ports.ts';
import { failures, runSuite } from '../testing/run-suite.ts';

const SLOW = { timeout: 1_200_000 };

async function reference(options: Parameters<typeof startReferenceCredit>[1] = {}) {
  const [port = 0, controlPort = 0, suitePort = 0] = await freePorts(3);
  return { port, subject: await startReferenceCredit({ port, controlPort, suitePort }, options) };
}

test('the reference credit service passes every case', SLOW, async () => {
  const { subject } = await reference();
  try {
    const ran = await runSuite('credit', subject.file);
    expect(failures(ran)).toEqual([]);
    expect(ran.exit).toBe(0);
    expect(ran.entries.filter(({ kind }) => kind === 'negative').length).toBeGreaterThan(50);
  } finally {
    await subject.close();
  }
});

test('without test control, what needs it is not run and not passed', SLOW, async () => {
  const { subject } = await reference({ control: false });
  try {
    const ran = await runSuite('credit', subject.file);
    const rest = ran.entries.filter(({ verdict }) => verdict !== 'pass');
    expect(rest.length).toBeGreaterThan(10);
    for (const { verdict, message } of rest)
      expect({ verdict, message }).toEqual({
        verdict: 'skip',
        message: expect.stringMatching(/^The subject offers no test control of /),
      });
    expect(ran.exit).toBe(0);
  } finally {
    await subject.close();
  }
});

describe('dead credit services', () => {
  test.each(DEAD_SERVERS)('%s passes no negative case', SLOW, async (kind) => {
    const [deadPort = 0] = await freePorts(1);
    const { port, subject } = await reference({ control: false });
    const dead = await startDeadServer(kind, deadPort);
    try {
      const text = readFileSync(subject.file, 'utf8').replaceAll(
        `url: http://127.0.0.1:${port}\n`,
        `url: http://127.0.0.1:${deadPort}\n`,
      );
      writeFileSync(subject.file, withPatience(text, kind));
      const ran = await runSuite('credit', subject.file);
      const passed = ran.entries.filter(
        ({ verdict, kind: sign }) => verdict === 'pass' && sign === 'negative',
      );
      expect(passed.map(({ id }) => id)).toEqual([]);
      expect(ran.exit).toBe(kind === 'hang' ? 3 : 1);
    } finally {
      await dead.close();
      await subject.close();
    }
  });
});
