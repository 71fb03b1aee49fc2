/**
 * A purchase on access as its agent keeps it, held to a model: OPEN, PAID, DELIVERED and REFUSED. Two calls, or two
 * processes, write what they have come to in any order, each from what it has read before; what a payment service or a
 * seller has said is never overwritten by who did not know of it.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../store/index.ts';
import { openPatiently } from '../../store/testing/patient.ts';
import { sqlite, type TestDatabase } from '../../store/testing/sqlite.ts';
import { confirmedUse } from '../mandate/use.ts';
import { agentMigrations } from '../migrations.ts';
import { A402_TRANSITIONS, type A402Purchase, findA402, saveA402 } from './purchases.ts';

type State = A402Purchase['state'];
const STATES = Object.keys(A402_TRANSITIONS) as State[];
const PRICE_MINOR = 1_00n;

/** The table, once more and by hand. */
const LISTED = [
  ...['OPEN OPEN', 'OPEN PAID', 'OPEN REFUSED'],
  ...['PAID PAID', 'PAID DELIVERED', 'PAID REFUSED'],
  ...['REFUSED REFUSED', 'REFUSED PAID', 'REFUSED DELIVERED'],
  'DELIVERED DELIVERED',
];

let database: TestDatabase;
let store: Store;
let made = 0;
beforeAll(async () => {
  database = await sqlite.create();
  store = await openPatiently(database.location, agentMigrations);
});
afterAll(async () => {
  await store.close();
  await database.remove();
});

/** A new one: its number, and it as it begins. */
function begun(): A402Purchase {
  made += 1;
  const [outTradeNo, delegationId] = [`order-${made}`, `dlg-${made}`];
  return { outTradeNo, delegationId, resourceId: 'r', quote: 'q', state: 'OPEN', sent: [] };
}

const isWithPayment = (state: State): boolean => state === 'PAID' || state === 'DELIVERED';
const PAYMENT = { tradeNo: 'trade', sellerReceipt: 'receipt', paidMinor: PRICE_MINOR };

/** The same purchase later, as who has read `read` would write it. */
function later(read: A402Purchase, state: State): A402Purchase {
  const paid = isWithPayment(state) ? { ...PAYMENT, tradeNo: `trade-${read.outTradeNo}` } : {};
  return { ...read, ...paid, state };
}

const saved = (purchase: A402Purchase): Promise<string> =>
  store
    .transact((tx) => saveA402(tx, purchase, 1))
    .then(
      () => 'ok',
      (error: { readonly code?: string }) => error.code ?? String(error),
    );

const read = async ({ outTradeNo }: A402Purchase): Promise<A402Purchase> => {
  const found = await findA402(store.read, outTradeNo);
  if (found === undefined) throw new Error('not stored');
  return found;
};

/** Brings a new one to a state. */
async function at(state: State): Promise<A402Purchase> {
  const first = begun();
  await saved(first);
  if (isWithPayment(state)) await saved(later(first, 'PAID'));
  const purchase = later(isWithPayment(state) ? await read(first) : first, state);
  expect(await saved(purchase)).toBe('ok');
  return purchase;
}

describe('OA-A402-14 a purchase on access', () => {
  test.each(STATES.flatMap((from) => STATES.map((to) => [from, to] as const)))(
    '%s to %s is in the table, or refused and nothing changed',
    async (from, to) => {
      const former = await at(from);
      const isListed = LISTED.includes(`${from} ${to}`);
      expect(A402_TRANSITIONS[from].includes(to)).toBe(isListed);
      expect(await saved(later(former, to))).toBe(isListed ? 'ok' : 'purchase_transition_illegal');
      expect((await read(former)).state).toBe(isListed ? to : from);
    },
  );

  test('a request that left is not overwritten by who did not know of it', async () => {
    const first = begun();
    await saved(first);
    const sentBy = (requestId: string) => ({ ...first, sent: [{ requestId } as never] });
    expect(await saved(sentBy('request-1'))).toBe('ok');
    expect(await saved(sentBy('request-2'))).toBe('purchase_transition_illegal');
    expect((await read(first)).sent).toEqual([{ requestId: 'request-1' }]);
  });

  test('a count of tries is not taken back by who did not know of it', async () => {
    const first = begun();
    await saved(first);
    expect(await saved({ ...first, retries: 1 })).toBe('ok');
    expect(await saved(first)).toBe('purchase_transition_illegal');
    expect((await read(first)).retries).toBe(1);
    expect(await saved({ ...first, retries: 2 })).toBe('ok');
    // What the payment service says is written down whoever has asked.
    expect(await saved(later(first, 'PAID'))).toBe('ok');
  });

  test('of two that write in any order no payment is lost, and what was delivered stays so', async () => {
    const moves = fc.array(
      fc.tuple(fc.constantFrom(0, 1), fc.constantFrom<'read' | State>('read', ...STATES)),
      { maxLength: 16, size: 'max' },
    );
    const property = fc.asyncProperty(moves, async (all) => {
      const first = begun();
      await saved(first);
      const seen = [first, first];
      let model: State = 'OPEN';
      let isPaid = false;
      for (const [who, what] of all) {
        const mine = seen[who] ?? first;
        if (what === 'read') {
          seen[who] = await read(first);
          continue;
        }
        // Nobody delivers what it does not know to be paid.
        const next = what === 'DELIVERED' && mine.tradeNo === undefined ? mine : later(mine, what);
        const forgets = isPaid && next.tradeNo === undefined;
        const isLegal = LISTED.includes(`${model} ${next.state}`) && !forgets;
        expect(await saved(next)).toBe(isLegal ? 'ok' : 'purchase_transition_illegal');
        if (isLegal) {
          model = next.state;
          isPaid ||= next.tradeNo !== undefined;
          seen[who] = next;
        }
        const { state, tradeNo } = await read(first);
        expect([state, tradeNo !== undefined]).toEqual([model, isPaid]);
        const { spentMinor, count } = await confirmedUse(store.read, first.delegationId);
        expect([spentMinor, count]).toEqual(isPaid ? [PRICE_MINOR, 1] : [0n, 0]);
      }
    });
    // A failure prints the seed and the shortest sequence.
    await expect(fc.assert(property, { numRuns: 100 })).resolves.toBeUndefined();
  });
});
