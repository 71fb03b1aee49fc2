import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../../store/index.ts';
import { assertOutbox } from '../../../store/testing/outbox-model.ts';
import { openPatiently } from '../../../store/testing/patient.ts';
import { sqlite, type TestDatabase } from '../../../store/testing/sqlite.ts';
import { issuerMigrations } from '../../migrations.ts';
import { dueNotices, MAX_DELAY_SECONDS, markTold, markUntold, writeNotice } from './rows.ts';

const MERCHANT = 'did:act:rail.example/m';

describe('PSD-PAY-DEL-20 the notice of a payment', () => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await sqlite.create();
    store = await openPatiently(database.location, issuerMigrations);
  });
  afterAll(async () => {
    await store.close();
    await database.remove();
  });

  test('is PENDING, TOLD or SET_ASIDE as its model says, in every order of events', async () => {
    const model = assertOutbox(store, {
      acknowledged: 'TOLD',
      longestSeconds: MAX_DELAY_SECONDS,
      enqueue: (tx, tradeNo, now) =>
        writeNotice(tx, { tradeNo, merchant: MERCHANT, now, payBefore: now + 600 }),
      acknowledge: markTold,
      fail: (tx, tradeNo, nextAt) =>
        markUntold(tx, tradeNo, { code: 'peer_unreachable', ...(nextAt === undefined ? {} : { nextAt }) }),
      putOff: (tx, tradeNo, nextAt) =>
        markUntold(tx, tradeNo, { code: 'request_rate_exceeded', nextAt, isPutOff: true }),
      due: async (queries, now) =>
        (await dueNotices(queries, MERCHANT, { now, limit: 10_000 })).map(({ tradeNo }) => tradeNo),
      row: async (queries, tradeNo) => {
        const row = await queries.get('SELECT state, attempts FROM payment_notices WHERE trade_no = $1', [
          tradeNo,
        ]);
        return { state: row?.state, attempts: row?.attempts };
      },
    });
    await expect(model).resolves.toBeUndefined();
  });
});
