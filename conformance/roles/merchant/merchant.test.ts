import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readSubjectFile } from '../../run/subject-file.ts';
import { startReferenceMerchant } from '../../self/reference/merchant.ts';
import { DEAD_SERVERS, startDeadServer, withPatience } from '../testing/dead-server.ts';
import { freePorts } from '../testing/free-ports.ts';
import { failures, type Ran, runSuite } from '../testing/run-suite.ts';
import { merchantSuite } from './suite.ts';

const SLOW = { timeout: 1_200_000 };

test('the reference merchant passes every case', SLOW, async () => {
  const [port = 0, suitePort = 0] = await freePorts(2);
  const subject = await startReferenceMerchant(port, suitePort);
  try {
    const ran = await runSuite('merchant', subject.file);
    expect(
      notPassedBut(ran, 'The subject is in one-way mode.', 'The subject does not sell into escrow.'),
    ).toEqual([]);
    expect(ran.exit).toBe(0);
    expect(ran.entries.filter(({ kind }) => kind === 'negative').length).toBeGreaterThan(70);
  } finally {
    await subject.close();
  }
});

/** What is about another kind of merchant is not run, and never counted as passed. */
const notPassedBut = (ran: Ran, ...reasons: readonly string[]): string[] =>
  failures({
    ...ran,
    entries: ran.entries.filter(
      ({ verdict, message = '' }) => verdict !== 'skip' || !reasons.includes(message),
    ),
  });

test('a merchant that sells in a currency without decimals passes every case', SLOW, async () => {
  const prices = { currency: 'JPY', items: ['1250', '9900', '105'], figures: '1' } as const;
  const [port = 0, suitePort = 0] = await freePorts(2);
  const subject = await startReferenceMerchant(port, suitePort, { prices });
  try {
    const ran = await runSuite('merchant', subject.file);
    expect(
      notPassedBut(ran, 'The subject is in one-way mode.', 'The subject does not sell into escrow.'),
    ).toEqual([]);
    expect(ran.exit).toBe(0);
  } finally {
    await subject.close();
  }
});

test(
  'a merchant that negotiates each purchase passes what is asked of it, and is not asked the rest',
  SLOW,
  async () => {
    const [port = 0, suitePort = 0] = await freePorts(2);
    const subject = await startReferenceMerchant(port, suitePort, { negotiation: 'two-way' });
    try {
      const ran = await runSuite('merchant', subject.file, 'merchant/CID-PCA-NEG-');
      expect(notPassedBut(ran, 'The subject is in two-way mode.')).toEqual([]);
      const passed = ran.entries.filter(({ verdict }) => verdict === 'pass');
      expect({ exit: ran.exit, passed: passed.length }).toEqual({ exit: 0, passed: 3 });
    } finally {
      await subject.close();
    }
  },
);

test(
  'a merchant whose buyers pay into escrow passes what is asked of it, and is not asked the rest',
  SLOW,
  async () => {
    const [port = 0, suitePort = 0] = await freePorts(2);
    const subject = await startReferenceMerchant(port, suitePort, { settlement: 'ESCROW' });
    try {
      const asked = ['OA-ESC-', 'OA-ORD-01/', 'OA-ORD-02/', 'PSD-PAY-A402-13/'].map(
        (prefix) => `merchant/${prefix}`,
      );
      const ran = await runSuite('merchant', subject.file, ...asked);
      expect(
        notPassedBut(ran, 'Goods that are paid into escrow are not out before the word was heard.'),
      ).toEqual([]);
      const passed = ran.entries.filter(({ verdict }) => verdict === 'pass');
      expect({ exit: ran.exit, passed: passed.length }).toEqual({ exit: 0, passed: 14 });
    } finally {
      await subject.close();
    }
  },
);

test('a seller of another make passes its profile', SLOW, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'openact-shop-'));
  const shop = fileURLToPath(new URL('../../examples/a402-shop.mjs', import.meta.url));
  const [port = 0, suitePort = 0] = await freePorts(2);
  execFileSync(process.execPath, [shop, 'init', folder, String(port), String(suitePort)]);
  const file = join(folder, 'subject.yaml');
  const setup = merchantSuite.setUp?.(readSubjectFile(file).settings);
  writeFileSync(join(folder, 'setup.json'), JSON.stringify(setup));
  const server = spawn(process.execPath, [shop, 'serve', folder, join(folder, 'setup.json')]);
  try {
    await once(server.stdout, 'data');
    const ran = await runSuite('merchant', file);
    expect(failures(ran).filter((line) => !line.startsWith('skip '))).toEqual([]);
    expect(ran.exit).toBe(0);
    expect(ran.entries.filter(({ verdict }) => verdict === 'pass').length).toBeGreaterThan(25);
    const imported = [...readFileSync(shop, 'utf8').matchAll(/from '([^']+)'/g)].map(
      ([, name]) => name ?? '',
    );
    expect(imported.filter((name) => !name.startsWith('node:'))).toEqual([]);
  } finally {
    server.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
});

describe('dead merchants', () => {
  test.each(DEAD_SERVERS)('%s passes no negative case', SLOW, async (kind) => {
    const [port = 0, suitePort = 0, deadPort = 0] = await freePorts(3);
    const subject = await startReferenceMerchant(port, suitePort);
    const dead = await startDeadServer(kind, deadPort);
    try {
      const text = readFileSync(subject.file, 'utf8').replaceAll(`:${port}`, `:${deadPort}`);
      writeFileSync(subject.file, withPatience(text, kind));
      const ran = await runSuite('merchant', subject.file);
      const passed = ran.entries.filter(
        ({ verdict, kind: sign }) => verdict === 'pass' && sign === 'negative',
      );
      expect(passed.map(({ id }) => id)).toEqual([]);
      expect(kind === 'hang' ? ran.exit : ran.entries.length).toBe(
        kind === 'hang' ? 3 : merchantSuite.cases().length,
      );
    } finally {
      await dead.close();
      await subject.close();
    }
  });
});

test('a merchant that is not there cannot be reached', SLOW, async () => {
  const [port = 0, suitePort = 0, nobody = 0] = await freePorts(3);
  const subject = await startReferenceMerchant(port, suitePort);
  try {
    writeFileSync(subject.file, readFileSync(subject.file, 'utf8').replaceAll(`:${port}`, `:${nobody}`));
    const ran = await runSuite('merchant', subject.file);
    expect({ exit: ran.exit, lines: ran.err.match(/\n/g)?.length }).toEqual({ exit: 3, lines: 1 });
    expect(ran.err).toContain('cannot be reached: ECONNREFUSED');
  } finally {
    await subject.close();
  }
});
