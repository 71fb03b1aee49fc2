import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWitnesses, disputeWorld } from '../../test/disputes/world.ts';
import { createActors, DAY_SECONDS, WORLD_NOW } from '../verifier/testing/actors.ts';
import { runCli } from './run.ts';
import { speak, temporaryFolder } from './testing/console.ts';

const folder = temporaryFolder();
const before = process.cwd();
const empty = mkdtempSync(`${tmpdir()}/openact-empty-`);
const now = WORLD_NOW + 5 * 366 * DAY_SECONDS;
/** Stands in the record of the payment. */
const STATE = '"state":"WAIT_SELLER_FULFILLMENT"';
let key = '';
let good = '';
let damaged = '';

beforeAll(async () => {
  const actors = await createActors();
  const { bytes } = await disputeWorld(actors, await createWitnesses(actors));
  key = folder.write('trust-list.pub.json', JSON.stringify(actors.trustList.publicJwk));
  good = folder.write('evidence.json', bytes);
  damaged = folder.write(
    'damaged.json',
    Buffer.from(bytes).toString().replace(STATE, '"state":"TRADE_FINISHED"'),
  );
  process.chdir(empty);
});
afterAll(() => {
  process.chdir(before);
  rmSync(empty, { recursive: true });
  folder.remove();
});

const verify = (...args: string[]) => speak(runCli, ['dispute', 'verify', ...args], { now });

// OA-DSP-02, TSD-ATT-DSP-05
describe('openact dispute verify, in an empty folder five years on', () => {
  test('good evidence ends with 0 and an account in plain words', async () => {
    const { status, out } = await verify(good, '--trust-key', key);
    expect(out).toContain('recorded that the payment was made: VERIFIED, signed, unchanged, and anchored');
    expect(out).toMatch(/finding: DENIED[^\n]*\n\nevidence: good\n$/);
    expect(status).toBe(0);
    const { out: json } = await verify(good, '--trust-key', key, '--json');
    expect(JSON.parse(json)).toMatchObject({ verdict: 'good', purchase: 'accepted', finding: 'DENIED' });
    expect(JSON.parse(json).records).toHaveLength(5);
  });

  test('damaged evidence ends with 1 and says what', async () => {
    const { status, out } = await verify(damaged, '--trust-key', key, '--json');
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ verdict: 'not_good', code: 'dispute_record_unverified' });
    expect((await verify(good, '--trust-key', key)).status).toBe(0);
  });

  test('what cannot be used ends with 2', async () => {
    expect((await verify(good)).err).toBe('openact dispute: --trust-key is missing.\n');
    expect((await verify('none.json', '--trust-key', key)).status).toBe(2);
    expect((await verify('--trust-key', key)).status).toBe(2);
    expect((await speak(runCli, ['dispute', 'settle'])).status).toBe(2);
  });
});
