import { expect, test } from 'vitest';
import { startReferenceAccountSide } from '../../self/reference/account-side.ts';
import { freePorts } from '../testing/free-ports.ts';
import { failures, runSuite } from '../testing/run-suite.ts';

/** Where amounts are compared, added, shared out, paid back or told. */
const ABOUT_AMOUNTS = ['OA-MNY-', 'OA-LDG-', 'OA-LIM-', 'OA-RFD-', 'OA-ICN-', 'PSD-PMT-BND-', 'OA-QUO-'];

test.each([
  ['JPY', 'without decimals'],
  ['KWD', 'with three, of which two are written'],
])(
  'a payment service in %s, a currency %s, passes what is about amounts',
  { timeout: 600_000 },
  async (currency) => {
    const [port = 0, controlPort = 0, suitePort = 0] = await freePorts(3);
    const subject = await startReferenceAccountSide('psp', { port, controlPort, suitePort }, { currency });
    try {
      const ran = await runSuite('psp', subject.file, ...ABOUT_AMOUNTS.map((prefix) => `psp/${prefix}`));
      expect(failures(ran)).toEqual([]);
      expect(ran.exit).toBe(0);
      expect(ran.entries.length).toBeGreaterThan(100);
    } finally {
      await subject.close();
    }
  },
);
