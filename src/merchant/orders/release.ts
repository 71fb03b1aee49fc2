import type { Witness } from '../../http/traced.ts';
import { digestOfJws, digestOfObject } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { ReceiptClaims, ReleaseAnswer, ReleaseBody } from '../../protocol/generated/types.ts';
import type { JsonValue } from '../../protocol/json/index.ts';
import { readKept } from '../../protocol/messages/index.ts';
import { type Happening, writeEvent } from '../../records/index.ts';
import {
  type CommandUse,
  consumeCommand,
  newOrderedId,
  type Queries,
  type Transaction,
  together,
} from '../../store/index.ts';
import { agentCommand } from '../command.ts';
import type { MerchantContext } from '../deps.ts';
import { fulfilled } from '../fulfilment/events.ts';
import { enqueueConfirmation, enqueueRefund } from '../fulfilment/outbox.ts';
import { consumeStock, linesOf, lockStock, type StockLine } from '../stock.ts';
import { confirmHeld, heldUntil, isHeld } from './escrow.ts';
import { makeGoods } from './goods.ts';
import { holdOrder, readOrder, releaseAnswer, type StoredOrder } from './order.ts';
import { assertPaidBy, assertTradeOfOrder, buyerOf, judgedReceipt, tradeLock } from './receipt.ts';

type Goods = ReleaseAnswer['goods'];

/** A release that was judged and only has to be written. */
interface Release {
  readonly order: StoredOrder;
  readonly receipt: ReceiptClaims;
  readonly use: CommandUse;
  readonly lines: readonly StockLine[];
  readonly goods: Goods;
  readonly outboxId: string;
  readonly event: Happening;
}

/**
 * Hands the goods over against a receipt: the receipt is verified offline first, then the sender proves to hold the
 * key that the receipt names; order, stock, goods and the pending confirmation change in one transaction.
 *
 * The same receipt again gives the goods that are stored. Money for an order whose stock is gone, or that another payment
 * has bought, is sent back.
 *
 * @throws ActError order_unknown, receipt_*, command_*, command_duplicate, request_rate_exceeded,
 *   order_already_released, order_closed; as `confirmHeld` for what is paid into escrow
 * @see PSD-PAY-A402, OA-ORD-01, OA-ORD-02, OA-ORD-23
 */
export async function releaseOrder(
  deps: MerchantContext,
  outTradeNo: string,
  body: ReleaseBody,
  witness: Witness,
): Promise<ReleaseAnswer> {
  const now = deps.clock();
  const order = await readOrder(deps.store.read, outTradeNo);
  witness.sender(order.agentId);
  const receipt = await judgedReceipt(deps, order, body.receipt, now, witness);
  const receiptDigest = await digestOfJws(body.receipt);
  const command = await agentCommand(
    body.command,
    {
      audience: deps.config.merchant,
      action: 'order.release',
      target: outTradeNo,
      issuer: order.agentId,
      publicJwk: order.agentJwk,
      digest: receiptDigest,
    },
    now,
    witness,
  );
  deps.callerLimit?.take(order.agentId);
  const lines = await linesOf(deps.store.read, outTradeNo);
  // Nothing is owed for a tip, and nobody has to be told of a delivery [OA-ESC-02].
  const goods = isTip(order) ? [] : makeGoods(deps.random, lines);
  const deliveredDigest = await digestOfObject(goods as unknown as JsonValue);
  const release: Release = {
    order,
    receipt,
    lines,
    use: { iss: command.iss, jti: command.jti, digest: await digestOfJws(body.command), now },
    goods,
    outboxId: newOrderedId(deps.random, 'out', now),
    event: await fulfilled({ ...order, receipt, receiptDigest, deliveredDigest, now }),
  };
  return writeRelease(deps, release);
}

/** What a payment is refused for that may have bought nothing. */
const BOUGHT_NOTHING: ReadonlySet<string> = new Set([
  'stock_exhausted',
  'order_already_released',
  'receipt_order_mismatch',
]);

async function writeRelease(deps: MerchantContext, release: Release): Promise<ReleaseAnswer> {
  const { order, receipt } = release;
  try {
    if (isHeld(order)) {
      const current = await deps.store.transact((tx) => keepStock(tx, release));
      await confirmHeld(deps, current, receipt);
    }
    return await deps.store.transact((tx) => applyRelease(tx, release));
  } catch (error) {
    if (!(error instanceof ActError) || !BOUGHT_NOTHING.has(error.code)) throw error;
    const standing = await deps.store.transact((tx) => giveBack(tx, release));
    if (error.code === 'stock_exhausted') return releasedBefore(standing, receipt);
    throw error;
  }
}

/**
 * What is paid into escrow keeps its stock, as if its payment had been told, before the payment service hears of a
 * delivery: of what is sold meanwhile it would hear what is not true.
 *
 * @returns the order as it stood
 * @throws ActError stock_exhausted
 * @see OA-ESC-09
 */
async function keepStock(tx: Transaction, { order, receipt, lines, use }: Release): Promise<StoredOrder> {
  const [, current] = await together(
    tx.lock(tradeLock(receipt)),
    holdOrder(tx, order.outTradeNo),
    assertTradeOfOrder(tx, order.outTradeNo, receipt),
  );
  if (buyerOf(current, receipt) === 'another payment') return current;
  const { changes } = await tx.run(
    `UPDATE merchant_orders SET state = 'LOCKED', paid_at = COALESCE(paid_at, $1), paid_psp = $2, paid_trade_no = $3, held_until = $4
     WHERE out_trade_no = $5 AND state IN ('LOCKED', 'CLOSED')`,
    [use.now, receipt.iss, receipt.trade_no, heldUntil(order), order.outTradeNo],
  );
  if (changes === 1 && current.state === 'CLOSED') lockStock(tx, lines);
  return current;
}

async function applyRelease(tx: Transaction, release: Release): Promise<ReleaseAnswer> {
  const { order, receipt, lines } = release;
  const [, , current] = await together(
    tx.lock(tradeLock(receipt)),
    consumeCommand(tx, release.use),
    holdOrder(tx, order.outTradeNo),
    assertTradeOfOrder(tx, order.outTradeNo, receipt),
  );
  if (current.state === 'RELEASED' || current.state === 'REFUND_DUE') return releasedBefore(current, receipt);
  assertPaidBy(current, receipt);
  if (!(await takeOrder(tx, release, 'RELEASED', current.state))) {
    return releasedBefore(await readOrder(tx, order.outTradeNo), receipt);
  }
  // Paid in time but asked for after the lock had lapsed: what is left of the stock may still do.
  if (current.state === 'CLOSED') lockStock(tx, lines);
  consumeStock(tx, lines);
  const [released] = await together(
    readOrder(tx, order.outTradeNo),
    isTip(order) ? undefined : enqueueConfirmation(tx, outboxEntry(release)),
    isTip(order) ? undefined : writeEvent(tx, release.event),
  );
  return releaseAnswer(released);
}

function isTip(order: StoredOrder): boolean {
  return readKept('quote', order.quote).settlement === 'GRATUITY';
}

/** @throws ActError order_already_released for another receipt, order_closed when the money goes back */
function releasedBefore(order: StoredOrder, receipt: ReceiptClaims): ReleaseAnswer {
  if (order.receiptJti !== receipt.jti || order.pspId !== receipt.iss) {
    throw new ActError('order_already_released');
  }
  return releaseAnswer(order);
}

/** Conditional on the state that was read, so that of two parallel releases one writes. */
async function takeOrder(
  tx: Queries,
  { order, receipt, goods, use }: Release,
  next: 'RELEASED' | 'REFUND_DUE',
  former: string,
): Promise<boolean> {
  const { changes } = await tx.run(
    `UPDATE merchant_orders SET state = $1, receipt_jti = $2, psp_id = $3, trade_no = $4, trade_state = $5,
       goods = $6, released_at = $7
     WHERE out_trade_no = $8 AND state = $9`,
    [
      next,
      receipt.jti,
      receipt.iss,
      receipt.trade_no,
      receipt.state,
      next === 'RELEASED' ? JSON.stringify(goods) : null,
      use.now,
      order.outTradeNo,
      former,
    ],
  );
  return changes === 1;
}

/**
 * Sends the money of a payment back that buys nothing, because another has the order, or because its stock is gone.
 *
 * @returns the order as it stands
 * @throws ActError receipt_order_mismatch for a payment of another order: it may have bought that
 * @see OA-ORD-01, OA-ORD-23
 */
async function giveBack(tx: Transaction, release: Release): Promise<StoredOrder> {
  const { order, receipt } = release;
  const [, current] = await together(
    tx.lock(tradeLock(receipt)),
    holdOrder(tx, order.outTradeNo),
    assertTradeOfOrder(tx, order.outTradeNo, receipt),
  );
  const buyer = buyerOf(current, receipt);
  const isDue = buyer === 'another payment' || (await takeOrder(tx, release, 'REFUND_DUE', 'CLOSED'));
  if (isDue) await enqueueRefund(tx, outboxEntry(release), receipt);
  return readOrder(tx, order.outTradeNo);
}

function outboxEntry({ order, receipt, use, outboxId }: Release) {
  return {
    outboxId,
    pspId: receipt.iss,
    tradeNo: receipt.trade_no,
    outTradeNo: order.outTradeNo,
    now: use.now,
  };
}
