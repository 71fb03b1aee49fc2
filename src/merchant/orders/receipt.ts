import type { Witness } from '../../http/traced.ts';
import { digestOfJws } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { QuoteClaims, ReceiptClaims } from '../../protocol/generated/types.ts';
import { readKept, readMessage } from '../../protocol/messages/index.ts';
import type { Queries } from '../../store/index.ts';
import { assertAccepted, verifyReceipt } from '../../verifier/index.ts';
import type { MerchantContext } from '../deps.ts';
import type { StoredOrder } from './order.ts';

/**
 * The claims of a receipt that holds for this order, offline.
 *
 * @throws ActError receipt_*, jws_*, issuer_*, x509_*
 */
export async function judgedReceipt(
  deps: MerchantContext,
  order: StoredOrder,
  receipt: string,
  now: number,
  witness: Witness,
): Promise<ReceiptClaims> {
  const quote = readKept('quote', order.quote);
  const { claims } = readMessage('receipt', receipt);
  const judgement = await verifyReceipt(
    { receipt },
    {
      trustList: await deps.trust.current(now),
      now,
      audience: deps.config.merchant,
      expected: {
        merchant: deps.config.merchant,
        out_trade_no: order.outTradeNo,
        quote_digest: await digestOfJws(order.quote),
        amount: quote.amount,
        payer_amount: quote.payer_amount,
        currency: quote.currency,
        psp_id: expectedPsp(quote, claims),
        agent_jkt: order.agentJkt,
        payee: quote.payee,
      },
    },
  );
  witness.judged(judgement);
  assertAccepted(judgement);
  return claims;
}

/** Any payment service that the quote accepts may have been paid at; an unknown one is held to the payee's own. */
function expectedPsp(quote: QuoteClaims, receipt: ReceiptClaims): string {
  const isAccepted = quote.accepted.some(({ psp_id }) => psp_id === receipt.iss);
  return isAccepted ? receipt.iss : quote.payee.psp_id;
}

/** The name under which everything that one payment may buy waits in line. */
export function tradeLock({ iss, trade_no }: Pick<ReceiptClaims, 'iss' | 'trade_no'>): string {
  return `trade ${iss} ${trade_no}`;
}

/**
 * One payment buys one order, whatever a payment service signs: also where the merchant has only been told that it is
 * paid, and the agent has not come for the goods yet, and where its money went back. Under the lock of the trade.
 *
 * @throws ActError receipt_order_mismatch
 * @see OA-RCP-01, OA-ORD-22, OA-ORD-23
 */
export async function assertTradeOfOrder(
  tx: Queries,
  outTradeNo: string,
  receipt: ReceiptClaims,
): Promise<void> {
  const other = await tx.get(
    `SELECT 1 AS taken FROM merchant_orders WHERE psp_id = $1 AND trade_no = $2 AND out_trade_no <> $3
     UNION ALL
     SELECT 1 AS taken FROM merchant_orders WHERE paid_psp = $1 AND paid_trade_no = $2 AND out_trade_no <> $3
     UNION ALL
     SELECT 1 AS taken FROM merchant_outbox
     WHERE action = 'payment.refund' AND psp_id = $1 AND trade_no = $2 AND out_trade_no <> $3`,
    [receipt.iss, receipt.trade_no, outTradeNo],
  );
  if (other !== undefined) throw new ActError('receipt_order_mismatch', { rule: 'trade_no' });
}

/**
 * And one order is bought by one payment: the one that the merchant was told of.
 *
 * @throws ActError receipt_order_mismatch
 * @see OA-ORD-22
 */
export function assertPaidBy(order: StoredOrder, receipt: ReceiptClaims): void {
  if (buyerOf(order, receipt) === 'another payment')
    throw new ActError('receipt_order_mismatch', { rule: 'trade_no' });
}

/** Which payment has bought an order, by its goods or by what the merchant was told. */
export function buyerOf(
  { pspId, tradeNo, paidPsp, paidTradeNo }: StoredOrder,
  receipt: ReceiptClaims,
): 'this payment' | 'another payment' | 'nobody' {
  const [psp, trade] = tradeNo === undefined ? [paidPsp, paidTradeNo] : [pspId, tradeNo];
  if (trade === undefined) return 'nobody';
  return psp === receipt.iss && trade === receipt.trade_no ? 'this payment' : 'another payment';
}
