/** What many submit at the same time, and a finding that is made meanwhile. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../store/index.ts';
import { engines, type TestDatabase } from '../../store/testing/engines.ts';
import { openPatiently } from '../../store/testing/patient.ts';
import { disputeMigrations } from './migrations.ts';
import {
  countEvidence,
  evidenceOf,
  fileDispute,
  keepEvidence,
  keepOutcome,
  type Outcome,
  readOutcome,
  SUBMISSIONS_MAX,
} from './tables.ts';

const NOW = 1_800_000_000;
const ID = 'dsp_1';
const REVIEW: Outcome = { finding: 'REVIEW', reason: 'dispute_evidence_missing', records: [], missing: [] };
const DENIED: Outcome = { ...REVIEW, finding: 'DENIED', reason: 'dispute_within_mandate' };

describe.each(engines)('TSD-ATT-DSP-06 what is submitted: $name', (engine) => {
  beforeAll(() => engine.start());
  afterAll(() => engine.stop());

  let database: TestDatabase;
  let store: Store;

  beforeEach(async () => {
    database = await engine.create();
    store = await openPatiently(database.location, disputeMigrations);
    const about = { record_id: 'rec_1', intent_id: 'int_1' };
    await store.transact((tx) =>
      fileDispute(tx, {
        ...{ id: ID, type: 'PAYMENT_NOT_AUTHORIZED', channel: 'channel', description: 'not mine', about },
        ...{ filedAt: NOW, evidenceUntil: NOW + 100 },
      }),
    );
  });

  afterEach(async () => {
    await store.close();
    await database.remove();
  });

  const keep = (digest: string): Promise<string> =>
    store
      .transact((tx) => keepEvidence(tx, ID, { digest, bundle: `{"is":"${digest}"}`, now: NOW }))
      .then(
        () => 'kept',
        (error: { readonly code?: string }) => error.code ?? String(error),
      );
  const keepAll = (digests: readonly string[]) => Promise.all(digests.map(keep));
  const decideOn = (judged: number, outcome = REVIEW) =>
    store.transact((tx) => keepOutcome(tx, ID, outcome, { judged, now: NOW + 100 }));
  const digests = (from: number, until: number) =>
    Array.from({ length: until - from }, (_, at) => `file-${from + at}`);

  test('of many at the same time as many are kept as a dispute takes', async () => {
    const outcomes = await keepAll(digests(0, SUBMISSIONS_MAX + 16));
    expect(outcomes.filter((one) => one === 'kept')).toHaveLength(SUBMISSIONS_MAX);
    expect(outcomes.filter((one) => one === 'dispute_closed')).toHaveLength(16);
    expect(await countEvidence(store.read, ID)).toBe(SUBMISSIONS_MAX);
  });

  test('a file that is there already is none more, also when nothing else is taken', async () => {
    expect(new Set(await keepAll(Array(8).fill('file-0')))).toEqual(new Set(['kept']));
    expect(await countEvidence(store.read, ID)).toBe(1);
    await keepAll(digests(1, SUBMISSIONS_MAX));
    expect([await keep('file-0'), await keep('another')]).toEqual(['kept', 'dispute_closed']);
    expect(await countEvidence(store.read, ID)).toBe(SUBMISSIONS_MAX);
  });

  test('a finding rests on all that was kept: one that knows less is not made', async () => {
    await keep('file-0');
    const judged = (await evidenceOf(store.read, ID)).length;
    await keep('file-1');
    expect(await decideOn(judged)).toBeUndefined();
    expect(await readOutcome(store.read, ID)).toBeUndefined();
    expect(await decideOn(judged + 1)).toEqual(REVIEW);
    expect(await decideOn(judged + 1, DENIED)).toEqual(REVIEW);
  });

  test('after the finding nothing is kept', async () => {
    expect(await decideOn(0)).toEqual(REVIEW);
    expect(await keep('file-0')).toBe('dispute_closed');
    expect(await evidenceOf(store.read, ID)).toEqual([]);
  });

  test('whichever comes first, a file and a finding that does not know it never stand together', async () => {
    const [kept, made] = await Promise.all([keep('file-0'), decideOn(0)]);
    const both = [kept, made?.finding, await countEvidence(store.read, ID)];
    expect([
      ['kept', undefined, 1],
      ['dispute_closed', 'REVIEW', 0],
    ]).toContainEqual(both);
  });
});
