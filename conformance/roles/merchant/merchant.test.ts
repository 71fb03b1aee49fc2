import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { startReferenceMerchant } from '../../self/reference/merchant.ts';
import { DEAD_SERVERS, startDeadServer } from '../testing/dead-server.ts';
import { freePorts } from '../testing/free-ports.ts';
import { failures, runSuite } from '../testing/run-suite.ts';

const SLOW = { timeout: 300_000 };

test('the reference merchant passes every case', SLOW, async () => {
  const [port = 0, suitePort = 0] = await freePorts(2);
  const subject = await startReferenceMerchant(port, suitePort);
  try {
    const ran = await runSuite('merchant', subject.file);
    expect(failures(ran)).toEqual([]);
    expect(ran.exit).toBe(0);
    expect(ran.entries.filter(({ kind }) => kind === 'negative').length).toBeGreaterThan(70);
  } finally {
    await subject.close();
  }
});

describe('dead merchants', () => {
  test.each(DEAD_SERVERS)('%s passes no negative case', SLOW, async (kind) => {
    const [port = 0, suitePort = 0, deadPort = 0] = await freePorts(3);
    const subject = await startReferenceMerchant(port, suitePort);
    const dead = await startDeadServer(kind, deadPort);
    try {
      const text = readFileSync(subject.file, 'utf8').replaceAll(`:${port}`, `:${deadPort}`);
      writeFileSync(subject.file, `patience_ms: 300\n${text}`);
      const ran = await runSuite('merchant', subject.file);
      const passed = ran.entries.filter(
        ({ verdict, kind: sign }) => verdict === 'pass' && sign === 'negative',
      );
      expect(passed.map(({ id }) => id)).toEqual([]);
      expect(kind === 'hang' ? ran.exit : ran.entries.length).toBe(kind === 'hang' ? 3 : 121);
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
