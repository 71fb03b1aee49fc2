import type { Witness } from '../../http/traced.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { PaymentNoticeAnswer, ReceiptClaims } from '../../protocol/generated/types.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import { newOrderedId, type Transaction } from '../../store/index.ts';
import type { MerchantContext } from '../deps.ts';
import { enqueueRefund } from '../fulfilment/outbox.ts';
import { heldUntil } from './escrow.ts';
import { readOrder, type StoredOrder } from './order.ts';
import { assertTradeOfOrder, judgedReceipt, tradeLock } from './receipt.ts';

/**
 * Takes note that an order is paid, on the word of the payment service: the receipt is judged as for a release. From then
 * on the stock is kept for the order, however late its agent comes. Nothing is handed out for it: the goods are the key
 * holder's. Told again it is the same answer. A second payment of the order goes back.
 *
 * @throws ActError order_unknown, receipt_*, jws_*, issuer_*, x509_*; receipt_order_mismatch for a second payment
 * @see PSD-PAY-DEL-20, OA-ORD-22, OA-ORD-23
 */
export async function takeNotice(
  deps: MerchantContext,
  receipt: string,
  witness: Witness,
): Promise<PaymentNoticeAnswer> {
  const order = await readOrder(deps.store.read, readMessage('receipt', receipt).claims.out_trade_no);
  const now = deps.clock();
  const claims = await judgedReceipt(deps, order, receipt, now, witness);
  const outboxId = newOrderedId(deps.random, 'out', now);
  const isNoted = await deps.store.transact((tx) => note(tx, order, claims, { outboxId, now }));
  if (!isNoted) throw new ActError('receipt_order_mismatch', { rule: 'trade_no' });
  return { out_trade_no: order.outTradeNo, trade_no: claims.trade_no };
}

/** @returns false where another payment has the order, and this one is on its way back */
async function note(
  tx: Transaction,
  order: StoredOrder,
  receipt: ReceiptClaims,
  { outboxId, now }: { readonly outboxId: string; readonly now: number },
): Promise<boolean> {
  const { outTradeNo } = order;
  const { iss: pspId, trade_no: tradeNo } = receipt;
  await tx.lock(tradeLock(receipt));
  await assertTradeOfOrder(tx, outTradeNo, receipt);
  const { changes } = await tx.run(
    `UPDATE merchant_orders SET paid_at = COALESCE(paid_at, $1), paid_psp = $2, paid_trade_no = $3, held_until = $5
     WHERE out_trade_no = $4 AND COALESCE(paid_psp, psp_id, $2) = $2 AND COALESCE(paid_trade_no, trade_no, $3) = $3`,
    [now, pspId, tradeNo, outTradeNo, heldUntil(order)],
  );
  if (changes === 1) return true;
  await enqueueRefund(tx, { outboxId, pspId, tradeNo, outTradeNo, now }, receipt);
  return false;
}
