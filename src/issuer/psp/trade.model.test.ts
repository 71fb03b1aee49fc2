import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CommandClaims } from '../../protocol/generated/types.ts';
import { formatAmount } from '../../protocol/money/index.ts';
import { type Actors, createActors, IDS } from '../../verifier/testing/actors.ts';
import { escrowAccount } from './accounts.ts';
import { DEFAULT_POLICY } from './policy.ts';
import type { Psp } from './psp.ts';
import {
  type Bench,
  booksBalance,
  createBench,
  fresh,
  outcomeOf,
  PAYEE_ACCOUNT,
  PAYER_ACCOUNT,
} from './testing/bench.ts';
import { type Mover, moveTrade, type TradeState } from './trade-state.ts';

const CAPTURED_MINOR = 1_000n;
const WAIT_SECONDS = 60;

/** What PSD-PAY-A402 and the settlement say of one paid trade. */
interface Model {
  readonly settlement: 'DIRECT' | 'ESCROW';
  state: TradeState;
  refundedMinor: bigint;
}

interface Real {
  readonly bench: Bench;
  readonly psp: Psp;
  readonly tradeNo: string;
  /** Payer, escrow, payee before this trade. */
  readonly before: readonly bigint[];
}

const ILLEGAL = 'trade_transition_illegal';

async function balances(bench: Bench): Promise<readonly bigint[]> {
  const escrow = await bench.store.transact((tx) => escrowAccount(tx, 'CNY', bench.now));
  return Promise.all([PAYER_ACCOUNT, escrow, PAYEE_ACCOUNT].map((account) => bench.balance(account)));
}

/** Where the money of a trade is. */
function moved({ settlement, state, refundedMinor }: Model): readonly bigint[] {
  const kept = CAPTURED_MINOR - refundedMinor;
  const isHeld = settlement === 'ESCROW' && state !== 'TRADE_FINISHED';
  return [-kept, isHeld ? kept : 0n, isHeld ? 0n : kept];
}

/** A step, what it has to answer in this state, and what it changes when it is legal. */
class Move implements fc.AsyncCommand<Model, Real> {
  readonly name: string;
  readonly step: (real: Real) => Promise<unknown>;
  readonly expected: (model: Model) => string;
  readonly change: (model: Model) => void;
  constructor(name: string, step: Move['step'], expected: Move['expected'], change: Move['change']) {
    this.name = name;
    this.step = step;
    this.expected = expected;
    this.change = change;
  }

  check(): boolean {
    return true;
  }

  async run(model: Model, real: Real): Promise<void> {
    const { bench, tradeNo, before } = real;
    const wanted = this.expected(model);
    expect(await outcomeOf(this.step(real))).toBe(wanted);
    if (wanted === 'ok') this.change(model);
    const row = await bench.store.read.get('SELECT state FROM payments WHERE trade_no = $1', [tradeNo]);
    expect(row?.state).toBe(model.state);
    const after = await balances(bench);
    expect(after.map((balance, index) => balance - (before[index] ?? 0n))).toEqual(moved(model));
  }

  toString(): string {
    return this.name;
  }
}

function byMerchant(
  { bench, tradeNo }: Real,
  claims: Partial<CommandClaims>,
  who: 'merchant' | 'otherMerchant',
) {
  return bench.command({ iss: IDS[who], target: tradeNo, ...claims }, bench.actors[who].signer);
}

const fulfil = (who: 'merchant' | 'otherMerchant'): Move =>
  new Move(
    `delivery confirmed by ${who}`,
    async (real) =>
      real.psp.confirmFulfilment(real.tradeNo, await byMerchant(real, { action: 'fulfilment.confirm' }, who)),
    ({ state }) => {
      if (who === 'otherMerchant') return 'command_not_permitted';
      return state === 'TRADE_CLOSED' ? ILLEGAL : 'ok';
    },
    (model) => {
      if (model.state !== 'TRADE_FINISHED') model.state = 'WAIT_BUYER_RECEIPT';
    },
  );

const refund = (minor: bigint): Move =>
  new Move(
    `refund of ${minor}`,
    async (real) => {
      const amount = formatAmount({ currency: 'CNY', minor });
      const params = { amount, currency: 'CNY', refund_id: fresh('refund') };
      return real.psp.refund(
        real.tradeNo,
        await byMerchant(real, { action: 'payment.refund', params }, 'merchant'),
      );
    },
    ({ state, refundedMinor }) => {
      if (refundedMinor + minor > CAPTURED_MINOR) return 'refund_over_captured';
      return state.startsWith('WAIT_') ? 'ok' : ILLEGAL;
    },
    (model) => {
      model.refundedMinor += minor;
      if (model.refundedMinor === CAPTURED_MINOR) model.state = 'TRADE_CLOSED';
    },
  );

const receive = (who: 'agent' | 'device' | 'otherAgent'): Move =>
  new Move(
    `receipt confirmed by ${who}`,
    async ({ bench, psp, tradeNo }) => {
      const claims = { iss: IDS[who], action: 'trade.receive', target: tradeNo } as const;
      return psp.confirmReceipt(tradeNo, await bench.command(claims, bench.actors[who].signer));
    },
    ({ state }) => {
      if (who === 'otherAgent') return 'payment_unknown';
      return state === 'WAIT_BUYER_RECEIPT' || state === 'TRADE_FINISHED' ? 'ok' : ILLEGAL;
    },
    (model) => {
      model.state = 'TRADE_FINISHED';
    },
  );

/** Longer than anybody may take. */
const wait = new Move(
  'time passes',
  async ({ bench, psp }) => {
    // The quote promised delivery within a day.
    bench.now += 86_400 + WAIT_SECONDS;
    await psp.finishReceived();
    await psp.returnUndelivered();
  },
  () => 'ok',
  (model) => {
    if (model.state === 'WAIT_BUYER_RECEIPT') model.state = 'TRADE_FINISHED';
    if (model.state !== 'WAIT_SELLER_FULFILLMENT' || model.settlement !== 'ESCROW') return;
    model.state = 'TRADE_CLOSED';
    model.refundedMinor = CAPTURED_MINOR;
  },
);

const MOVES = [
  fulfil('merchant'),
  fulfil('otherMerchant'),
  refund(300n),
  refund(700n),
  refund(1_000n),
  receive('agent'),
  receive('device'),
  receive('otherAgent'),
  wait,
];

describe.each(['DIRECT', 'ESCROW'] as const)(
  'the life of a trade that is settled %s, as a model says it',
  (settlement) => {
    let actors: Actors;
    let bench: Bench;
    let psp: Psp;
    /** Time goes forward only, and each life lets it pass: so each has a payment service of its own. */
    async function begin(): Promise<void> {
      bench = await createBench(actors);
      const policy = {
        ...DEFAULT_POLICY,
        receiptOfGoodsSeconds: WAIT_SECONDS,
        fulfilmentSeconds: WAIT_SECONDS,
      };
      psp = bench.service(bench.store, { policy });
      await bench.bindTool({ agent: 'otherAgent' });
    }
    beforeAll(async () => {
      actors = await createActors();
      await begin();
    });
    afterAll(() => bench.close());

    test('PSD-PAY-A402-20, OA-ESC-03 to -06, OA-RFD-01: whoever does whatever, in any order', async () => {
      const lives = fc.asyncProperty(
        fc.commands(
          MOVES.map((move) => fc.constant(move)),
          { maxCommands: 12 },
        ),
        async (steps) => {
          await bench.close();
          await begin();
          const before = await balances(bench);
          const order = { amount: '10.00', quote: { settlement } };
          const { trade_no: tradeNo } = await psp.pay(await bench.payment(order));
          const model: Model = { settlement, state: 'WAIT_SELLER_FULFILLMENT', refundedMinor: 0n };
          await fc.asyncModelRun(() => ({ model, real: { bench, psp, tradeNo, before } }), steps);
          expect(await booksBalance(bench)).toBe(true);
        },
      );
      // A failure prints the seed and the steps.
      await expect(fc.assert(lives, { numRuns: 40 })).resolves.toBeUndefined();
    });
  },
);

/** The table, once more and by hand: from, to, and who may. */
const LISTED: ReadonlySet<string> = new Set([
  ...['CREATE WAIT_BUYER_PAY psp', 'CREATE WAIT_BUYER_PAY merchant'],
  'WAIT_BUYER_PAY WAIT_SELLER_FULFILLMENT psp',
  ...['psp', 'merchant', 'buyer'].map((by) => `WAIT_BUYER_PAY TRADE_CLOSED ${by}`),
  'WAIT_SELLER_FULFILLMENT WAIT_BUYER_RECEIPT merchant',
  ...['psp', 'merchant'].map((by) => `WAIT_SELLER_FULFILLMENT TRADE_CLOSED ${by}`),
  ...['psp', 'buyer'].map((by) => `WAIT_BUYER_RECEIPT TRADE_FINISHED ${by}`),
  ...['psp', 'merchant'].map((by) => `WAIT_BUYER_RECEIPT TRADE_CLOSED ${by}`),
]);
const STATES: readonly TradeState[] = [
  ...(['CREATE', 'WAIT_BUYER_PAY', 'WAIT_SELLER_FULFILLMENT', 'WAIT_BUYER_RECEIPT'] as const),
  ...(['TRADE_FINISHED', 'TRADE_CLOSED'] as const),
];
const MOVERS: readonly Mover[] = ['psp', 'merchant', 'buyer'];

describe('the states of a trade, as they are stored', () => {
  let bench: Bench;
  let tradeNo: string;
  beforeAll(async () => {
    bench = await createBench(await createActors());
    ({ trade_no: tradeNo } = await bench.psp.pay(await bench.payment({ amount: '10.00' })));
  });
  afterAll(() => bench.close());

  const rowOf = () => bench.store.read.get('SELECT * FROM payments WHERE trade_no = $1', [tradeNo]);

  test.each(STATES)(
    'PSD-PAY-A402-20: every step out of %s by anybody is listed, or refused',
    async (from) => {
      for (const to of STATES) {
        for (const by of MOVERS) {
          await bench.store.transact((tx) =>
            tx.run('UPDATE payments SET state = $1 WHERE trade_no = $2', [from, tradeNo]),
          );
          const before = await rowOf();
          const now = bench.now + 1;
          const moved = bench.store.transact((tx) => moveTrade(tx, { tradeNo, from, to, by, now }));
          const isListed = LISTED.has(`${from} ${to} ${by}`);
          expect([to, by, await outcomeOf(moved)]).toEqual([to, by, isListed ? 'ok' : ILLEGAL]);
          const after = isListed ? { ...before, state: to, state_since: BigInt(now) } : before;
          expect(await rowOf()).toEqual(after);
        }
      }
    },
  );
});
