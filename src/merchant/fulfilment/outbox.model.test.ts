import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../store/index.ts';
import { assertOutbox } from '../../store/testing/outbox-model.ts';
import { openPatiently } from '../../store/testing/patient.ts';
import { sqlite, type TestDatabase } from '../../store/testing/sqlite.ts';
import { merchantMigrations } from '../migrations.ts';
import { dueCommands, enqueueConfirmation, enqueueRefund, markDone, markFailed } from './outbox.ts';

const LONGEST_SECONDS = 300;
const PSP = 'did:act:bank.example/psp';

const entryOf = (outboxId: string) => ({
  outboxId,
  pspId: PSP,
  tradeNo: `trade-${outboxId}`,
  outTradeNo: `order-${outboxId}`,
});

describe('PSD-PAY-A402-20 a command to the payment service', () => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await sqlite.create();
    store = await openPatiently(database.location, merchantMigrations);
  });
  afterAll(async () => {
    await store.close();
    await database.remove();
  });

  test.each([
    ['fulfilment.confirm', 'confirm'],
    ['payment.refund', 'refund'],
  ])(
    '%s is PENDING, DONE or SET_ASIDE as its model says, in every order of events',
    async (action, prefix) => {
      const idOf = (id: string) => `${prefix}-${id}`;
      const model = assertOutbox(store, {
        acknowledged: 'DONE',
        longestSeconds: LONGEST_SECONDS,
        enqueue: (tx, id, now) => {
          const entry = { ...entryOf(idOf(id)), now };
          return action === 'payment.refund'
            ? enqueueRefund(tx, entry, { payer_amount: '1.00', currency: 'CNY' })
            : enqueueConfirmation(tx, entry);
        },
        acknowledge: (tx, id) => markDone(tx, entryOf(idOf(id)), 'WAIT_BUYER_RECEIPT'),
        fail: (tx, id, nextAt) =>
          markFailed(tx, entryOf(idOf(id)), {
            code: 'peer_unreachable',
            ...(nextAt === undefined ? {} : { nextAt }),
          }),
        putOff: (tx, id, nextAt) =>
          markFailed(tx, entryOf(idOf(id)), { code: 'request_rate_exceeded', nextAt, isPutOff: true }),
        due: async (queries, now) =>
          (await dueCommands(queries, PSP, { now, longestSeconds: LONGEST_SECONDS, limit: 100_000 }))
            .filter((entry) => entry.action === action)
            .map(({ outboxId }) => outboxId.replace(`${prefix}-`, '')),
        row: async (queries, id) => {
          const row = await queries.get('SELECT state, attempts FROM merchant_outbox WHERE outbox_id = $1', [
            idOf(id),
          ]);
          return { state: row?.state, attempts: row?.attempts };
        },
      });
      await expect(model).resolves.toBeUndefined();
    },
  );
});
