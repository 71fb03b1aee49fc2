/** The states of a purchase, held to their table: as it is written, and as a store that keeps it sees it. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refuse } from '../testing/reply.ts';
import {
  type AgentWorld,
  authorisedTask,
  createAgentWorld,
  type Fault,
  trainItem,
  UTTERANCE,
} from '../testing/world.ts';
import { findPurchase, type Purchase, savePurchase } from './purchase.ts';
import type { PurchaseState } from './transitions.ts';
import { assertTransition, TRANSITIONS } from './transitions.ts';

const STATES = Object.keys(TRANSITIONS) as PurchaseState[];

/** The table, once more and by hand. */
const LISTED: ReadonlySet<string> = new Set([
  ...['NEW CHOSEN', 'NEW PAUSED', 'NEW CANCELLED'],
  ...['CHOSEN QUOTED', 'CHOSEN PAUSED', 'CHOSEN CANCELLED'],
  ...[
    'QUOTED CHOSEN',
    'QUOTED UNKNOWN',
    'QUOTED REFUSED',
    'QUOTED PAID',
    'QUOTED PAUSED',
    'QUOTED CANCELLED',
  ],
  'WAIT_BUYER_PAY WAIT_BUYER_PAY',
  ...['WAIT_BUYER_PAY UNKNOWN', 'WAIT_BUYER_PAY REFUSED', 'WAIT_BUYER_PAY PAID'],
  ...['UNKNOWN UNKNOWN', 'UNKNOWN WAIT_BUYER_PAY', 'UNKNOWN REFUSED', 'UNKNOWN PAID', 'UNKNOWN PAUSED'],
  ...['REFUSED CHOSEN', 'REFUSED REFUSED', 'REFUSED UNKNOWN', 'REFUSED WAIT_BUYER_PAY', 'REFUSED PAID'],
  ...['REFUSED PAUSED', 'REFUSED CANCELLED'],
  ...['PAUSED CHOSEN', 'PAUSED PAUSED', 'PAUSED CANCELLED'],
  ...['PAID PAID', 'PAID DONE', 'DONE DONE'],
]);
const code = (work: () => void): string => {
  try {
    work();
    return 'ok';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

let world: AgentWorld;
beforeEach(async () => {
  world = await createAgentWorld();
});
afterEach(() => world.close());

const pairs = STATES.flatMap((from) => STATES.map((to) => [from, to] as const));

describe('OA-CART-01 the table of a purchase', () => {
  test('every pair of states is either in it or refused', () => {
    for (const [from, to] of pairs) {
      const expected = LISTED.has(`${from} ${to}`) ? 'ok' : 'purchase_transition_illegal';
      expect([from, to, code(() => assertTransition(from, to))]).toEqual([from, to, expected]);
    }
  });

  test.each(['CANCELLED', 'DONE'] as const)('nothing follows %s', (state) => {
    expect(TRANSITIONS[state].filter((next) => next !== state)).toEqual([]);
  });

  test('nothing that may have been paid is begun anew or cancelled', () => {
    for (const state of ['UNKNOWN', 'WAIT_BUYER_PAY', 'PAID'] as const) {
      expect(TRANSITIONS[state]).not.toContain('CANCELLED');
      expect(TRANSITIONS[state]).not.toContain('CHOSEN');
    }
  });

  test('a store keeps what was there when a transition is refused, whatever the sequence', async () => {
    let count = 0;
    const property = fc.asyncProperty(
      fc.array(fc.constantFrom(...STATES), { maxLength: 12 }),
      async (sequence) => {
        count += 1;
        const base = { taskId: 'tsk-1', purchaseId: `p${count}`, delegationId: 'dlg-1', data: {} };
        let model: PurchaseState = 'NEW';
        for (const state of sequence) {
          const next: Purchase = { ...base, state };
          const outcome = await world.store
            .transact((tx) => savePurchase(tx, next))
            .then(
              () => 'ok',
              (error: { code: string }) => error.code,
            );
          const isLegal = LISTED.has(`${model} ${state}`);
          expect(outcome).toBe(isLegal ? 'ok' : 'purchase_transition_illegal');
          if (isLegal) model = state;
          const kept = await findPurchase(world.store.read, base.taskId, base.purchaseId);
          expect(kept?.state ?? 'NEW').toBe(model);
        }
      },
    );
    await expect(fc.assert(property, { numRuns: 60 })).resolves.toBeUndefined();
  });
});

/** What a user and the world can do to a purchase, in any order. */
type Move =
  | 'buy'
  | 'resume'
  | 'cancel'
  | 'dear'
  | 'right'
  | 'poor'
  | 'rich'
  | 'deaf'
  | 'gone'
  | 'back'
  | 'later';
const MOVES: readonly Move[] = [
  'buy',
  'buy',
  'resume',
  'cancel',
  'dear',
  'right',
  'poor',
  'rich',
  'deaf',
  'gone',
  'back',
  'later',
];

const MAYBE_PAID: readonly PurchaseState[] = ['UNKNOWN', 'PAID', 'DONE'];

const toBank = (fault: Exclude<Fault, undefined>) => (_method: string, url: string) =>
  url.startsWith('https://bank.example/payments') ? fault : undefined;

async function move(there: AgentWorld, taskId: string, made: Move): Promise<string | undefined> {
  const settled = (work: Promise<{ result?: { status: string } }>) =>
    work.then(
      ({ result }) => result?.status,
      (error: { code?: string }) => error.code ?? 'thrown',
    );
  switch (made) {
    case 'buy':
      return settled(there.agent.buy(taskId));
    case 'resume':
      return settled(there.agent.resume(taskId));
    case 'cancel':
      return settled(there.agent.cancel(taskId));
    case 'dear':
      there.rail.settings.items = [trainItem('583.00')];
      return undefined;
    case 'right':
      there.rail.settings.items = [trainItem('553.50')];
      return undefined;
    case 'poor':
      there.bank.settings.refusal = 'balance_insufficient';
      return undefined;
    case 'rich':
      there.bank.settings.refusal = undefined;
      return undefined;
    case 'deaf':
      there.network.fault = toBank('after');
      return undefined;
    case 'gone':
      there.network.fault = toBank(refuse('store_unavailable'));
      return undefined;
    case 'back':
      there.network.fault = () => undefined;
      return undefined;
    case 'later':
      there.time.now += 400;
      return undefined;
  }
}

describe('OA-CART-01, OA-CART-02 a purchase in the hands of its user', () => {
  test('is paid at most once and never after it was cancelled, in every order of events', async () => {
    const property = fc.asyncProperty(
      fc.array(fc.constantFrom(...MOVES), { minLength: 6, maxLength: 16, size: 'max' }),
      async (moves) => {
        const there = await createAgentWorld();
        try {
          const taskId = await authorisedTask(there, `${UTTERANCE}, 5% tolerance around 550 yuan`);
          for (const made of moves) {
            const before = await findPurchase(there.store.read, taskId, '1');
            const outcome = await move(there, taskId, made);
            const after = await findPurchase(there.store.read, taskId, '1');
            // No call ends in a fault of ours, and none leaves the table.
            expect(['internal', 'thrown']).not.toContain(outcome);
            expect(there.bank.paid.size).toBeLessThanOrEqual(1);
            if (before?.state === 'CANCELLED') expect(after?.state).toBe('CANCELLED');
            if (before?.state === 'DONE') expect(after?.state).toBe('DONE');
            if (after?.state === 'CANCELLED') expect(there.bank.paid.size).toBe(0);
            if (there.bank.paid.size === 1) expect(MAYBE_PAID).toContain(after?.state);
          }
        } finally {
          await there.close();
        }
      },
    );
    await expect(fc.assert(property, { numRuns: 40 })).resolves.toBeUndefined();
  });
});
