import { eachAtOnce, isVouchedFor } from '../../http/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { Queries } from '../../store/index.ts';
import { legsBetween, type Transfer } from './ledger.ts';
import type { PspParts } from './parts.ts';
import type { Ledger } from './ports.ts';
import { integer, text } from './row.ts';
import { whereMoneyLies } from './settlement.ts';
import { refundAccount } from './sub-accounts/index.ts';
import { type Mover, moveTrade } from './trade-state.ts';
import { holdTrade, type Trade } from './trades.ts';

/** How many are looked for at a time. */
const BATCH = 50;
/** How many are moved beside each other: no more, because payments are made at the same time. */
const AT_ONCE = 4;
/** Where the first batch begins: a time and a trade number before all others. */
const BEFORE_ALL = [Number.MIN_SAFE_INTEGER, ''] as const;

/**
 * Finishes a trade whose goods were received; what was held, less what was refunded, goes to the payee.
 *
 * @throws ActError trade_transition_illegal
 * @see OA-ESC-04
 */
export async function finishTrade(
  tx: Queries,
  ledger: Ledger,
  trade: Trade,
  { by, now }: { readonly by: Mover; readonly now: number },
): Promise<void> {
  const { tradeNo, state, settlement } = trade;
  await moveTrade(tx, { tradeNo, from: state, to: 'TRADE_FINISHED', by, now });
  if (settlement === 'ESCROW') await ledger.post(tx, await releaseOf(tx, ledger, trade, now));
}

/** What is held, less what was refunded, on its way to the payee. */
export async function releaseOf(tx: Queries, ledger: Ledger, trade: Trade, now: number): Promise<Transfer> {
  const { tradeNo, currency } = trade;
  const held = await whereMoneyLies(tx, ledger, trade, now);
  return {
    transferId: `${tradeNo}.release`,
    kind: 'payment',
    reference: tradeNo,
    currency,
    legs: legsBetween(held, trade.payeeAccount, trade.capturedMinor - trade.refundedMinor),
    now,
  };
}

/** Closes an ESCROW trade of which nothing was delivered in time; what is still held goes back to the payer. */
async function giveHeldBack(tx: Queries, ledger: Ledger, trade: Trade, now: number): Promise<void> {
  const { tradeNo, currency } = trade;
  const left = trade.capturedMinor - trade.refundedMinor;
  await moveTrade(tx, { tradeNo, from: trade.state, to: 'TRADE_CLOSED', by: 'psp', now });
  await tx.run('UPDATE payments SET refunded_minor = captured_minor WHERE trade_no = $1', [tradeNo]);
  await ledger.post(tx, {
    transferId: `${tradeNo}.return`,
    kind: 'refund',
    reference: tradeNo,
    currency,
    legs: legsBetween(
      await whereMoneyLies(tx, ledger, trade, now),
      await refundAccount(tx, trade.payerAccount),
      left,
    ),
    now,
  });
}

/**
 * Finishes the trades that were delivered so long ago that the goods count as received.
 *
 * @returns how many
 * @see OA-ESC-05
 */
export function finishReceived(parts: PspParts): Promise<number> {
  const { ledger, clock, policy } = parts;
  const now = clock();
  const due = [now - policy.receiptOfGoodsSeconds, BATCH];
  return eachDue(
    parts,
    now,
    `SELECT trade_no, state_since AS since FROM payments
     WHERE state = 'WAIT_BUYER_RECEIPT' AND state_since <= $1 AND (state_since, trade_no) > ($3, $4)
     ORDER BY state_since, trade_no LIMIT $2`,
    due,
    async (tx, trade) => {
      if (trade.state === 'WAIT_BUYER_RECEIPT') await finishTrade(tx, ledger, trade, { by: 'psp', now });
    },
  );
}

/**
 * Sends back what is held for trades of which nothing was delivered in time.
 *
 * @returns how many
 * @see OA-ESC-06
 */
export function returnUndelivered(parts: PspParts): Promise<number> {
  const { ledger, clock } = parts;
  const now = clock();
  return eachDue(
    parts,
    now,
    `SELECT trade_no, fulfil_before AS since FROM payments
     WHERE fulfil_before <= $1 AND state = 'WAIT_SELLER_FULFILLMENT' AND (fulfil_before, trade_no) > ($3, $4)
     ORDER BY fulfil_before, trade_no LIMIT $2`,
    [now, BATCH],
    async (tx, trade) => {
      if (trade.state === 'WAIT_SELLER_FULFILLMENT') await giveHeldBack(tx, ledger, trade, now);
    },
  );
}

/**
 * Batch after batch, until nothing is due; each trade in a transaction of its own, which holds its rows in the same order as
 * a refund or a payment does: together they waited for each other. One that cannot be done holds up no other. What is moved
 * here nobody moves back: it waits for a time that the trust list vouches for.
 *
 * @throws the first fault, after everything else was done; at once ActError store_unavailable
 * @see OA-TIM-05
 */
async function eachDue(
  { store, trust }: PspParts,
  now: number,
  query: string,
  due: readonly (number | bigint)[],
  work: (tx: Queries, trade: Trade) => Promise<void>,
): Promise<number> {
  let rows = await store.read.all(query, [...due, ...BEFORE_ALL]);
  if (rows.length === 0 || !(await isVouchedFor(trust, now))) return 0;
  const faults: unknown[] = [];
  let total = 0;
  for (let last = rows.at(-1); last !== undefined; last = rows.at(-1)) {
    await eachAtOnce(rows, AT_ONCE, async (row) => {
      const moved = store.transact(async (tx) => work(tx, await holdTrade(tx, text(row, 'trade_no'))));
      await moved.catch((error: unknown) => {
        if (error instanceof ActError && error.code === 'store_unavailable') throw error;
        faults.push(error);
      });
    });
    total += rows.length;
    rows = await store.read.all(query, [...due, integer(last, 'since'), text(last, 'trade_no')]);
  }
  if (faults.length > 0) throw faults[0];
  return total;
}
