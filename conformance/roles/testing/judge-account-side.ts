import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { startReferenceAccountSide } from '../../self/reference/account-side.ts';
import { DEAD_SERVERS, startDeadServer, withPatience } from './dead-server.ts';
import { freePorts } from './free-ports.ts';
import { failures, type Ran, runSuite } from './run-suite.ts';

const SLOW = { timeout: 1_200_000 };

interface Expected {
  /** At least so many negative cases. */
  readonly negatives: number;
  /** At least so many cases need the test control. */
  readonly controlled: number;
}

/** The suite of an account side against the reference, without its test control, and against servers that do nothing right. */
export function judgeAccountSide(role: 'issuer' | 'psp', { negatives, controlled }: Expected): void {
  async function reference(options: Parameters<typeof startReferenceAccountSide>[2] = {}) {
    const [port = 0, controlPort = 0, suitePort = 0] = await freePorts(3);
    const subject = await startReferenceAccountSide(role, { port, controlPort, suitePort }, options);
    return { port, subject };
  }

  const isPassedNegative = ({ verdict, kind }: Ran['entries'][number]): boolean =>
    verdict === 'pass' && kind === 'negative';

  test(`the reference ${role} passes every case`, SLOW, async () => {
    const { subject } = await reference();
    try {
      const ran = await runSuite(role, subject.file);
      expect(failures(ran)).toEqual([]);
      expect(ran.exit).toBe(0);
      expect(ran.entries.filter(isPassedNegative).length).toBeGreaterThan(negatives);
    } finally {
      await subject.close();
    }
  });

  test('without test control, what needs it is not run and not passed', SLOW, async () => {
    const { subject } = await reference({ control: false });
    try {
      const ran = await runSuite(role, subject.file);
      const rest = ran.entries.filter(({ verdict }) => verdict !== 'pass');
      expect(rest.length).toBeGreaterThan(controlled);
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

  describe(`a dead ${role}`, () => {
    test.each(DEAD_SERVERS)('%s passes no negative case', SLOW, async (kind) => {
      const [deadPort = 0] = await freePorts(1);
      const { port, subject } = await reference();
      const dead = await startDeadServer(kind, deadPort);
      try {
        const text = readFileSync(subject.file, 'utf8').replaceAll(
          `url: http://127.0.0.1:${port}\n`,
          `url: http://127.0.0.1:${deadPort}\n`,
        );
        writeFileSync(subject.file, withPatience(text, kind));
        const ran = await runSuite(role, subject.file);
        expect(ran.entries.filter(isPassedNegative).map(({ id }) => id)).toEqual([]);
        expect(ran.exit).toBe(kind === 'hang' ? 3 : 1);
      } finally {
        await dead.close();
        await subject.close();
      }
    });
  });
}
