import { expect, test } from 'vitest';
import { startReferenceAccountSide } from '../../self/reference/account-side.ts';
import { freePorts } from '../testing/free-ports.ts';
import { failures, runSuite } from '../testing/run-suite.ts';

/** Where amounts are read, shown, signed, or compared with those of the mandate above. */
const ABOUT_AMOUNTS = [
  'OA-MNY-',
  'OA-JSON-',
  'ADD-INT-ICS-',
  'ADD-IAC-ISS-',
  'OA-CNF-20/',
  'OA-DLG-04/',
  'OA-RUN-',
];

test.each(['JPY', 'KWD'])(
  'an issuer in %s passes what is about amounts, and is asked for no mandate in CNY',
  { timeout: 600_000 },
  async (currency) => {
    const [port = 0, controlPort = 0, suitePort = 0] = await freePorts(3);
    const subject = await startReferenceAccountSide('issuer', { port, controlPort, suitePort }, { currency });
    try {
      const ran = await runSuite(
        'issuer',
        subject.file,
        ...ABOUT_AMOUNTS.map((prefix) => `issuer/${prefix}`),
      );
      expect(failures(ran)).toEqual([
        'skip issuer/ADD-IAC-ISS-13/mandate-writes-no-default-currency: ' +
          'A mandate without a currency is in CNY, and the subject declares another one.',
      ]);
      expect(ran.exit).toBe(0);
      expect(ran.entries.length).toBeGreaterThan(40);
    } finally {
      await subject.close();
    }
  },
);
