import { traced } from '../../http/traced.ts';
import { digestOfJws, digestOfObject, jwkThumbprint } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { PaymentAnswer, ReceiptClaims } from '../../protocol/generated/types.ts';
import { readKept, readMessage } from '../../protocol/messages/index.ts';
import { assertAccepted, verifyReceipt } from '../../verifier/index.ts';
import { trustNow } from '../calls.ts';
import type { AgentContext } from '../config.ts';
import type { Payment } from './purchase.ts';
import type { SentRequest } from './requests.ts';

/** What an accepted payment has to be of, and what it has to rest on. */
export interface ReceiptBasis {
  readonly quote: string;
  readonly authority: { readonly mandate_digest: string } | { readonly confirmation_digest: string };
}

/**
 * Judges the agent's receipt against the order and one of the requests that were sent for it, and opens its salted
 * authorization digest. What does not fit is not taken for a payment.
 *
 * @throws ActError as verifyReceipt; receipt_authorization_mismatch, receipt_order_mismatch
 */
export async function acceptPayment(
  context: AgentContext,
  basis: ReceiptBasis,
  sent: readonly SentRequest[],
  answer: PaymentAnswer,
): Promise<Payment> {
  const { agent_id: agentId, psp_id: psp } = context.config;
  const step = { from: psp, to: agentId, message: 'act-receipt+jwt', signer: psp };
  return traced(context.trace, step, async ({ judged }) => {
    const quote = readKept('quote', basis.quote);
    const { claims } = readMessage('receipt', answer.receipt);
    const request = sent.find(({ digest }) => digest === claims.request_digest) ?? sent.at(-1);
    if (request === undefined) throw new ActError('receipt_request_mismatch');
    const { claims: asked } = readMessage('paymentRequest', request.paymentRequest);
    const judgement = await verifyReceipt(
      { receipt: answer.receipt },
      {
        trustList: await trustNow(context),
        now: context.clock(),
        audience: agentId,
        expected: {
          merchant: quote.iss,
          out_trade_no: quote.out_trade_no,
          quote_digest: await digestOfJws(basis.quote),
          amount: quote.amount,
          payer_amount: asked.payer_amount,
          currency: quote.currency,
          psp_id: psp,
          agent_jkt: await jwkThumbprint(context.publicJwk),
          request_digest: request.digest,
          payee: quote.payee,
          ...(quote.resource_id === undefined ? {} : { resource_id: quote.resource_id }),
        },
      },
    );
    judged(judgement);
    assertAccepted(judgement);
    await assertAuthorization(basis.authority, answer.authorization_salt, claims.authorization_digest);
    if (answer.trade_no !== claims.trade_no)
      throw new ActError('receipt_order_mismatch', { member: 'trade_no' });
    assertPaidThrough(quote.payee.psp_id, psp, claims.peer);
    return {
      tradeNo: claims.trade_no,
      ...(claims.peer === undefined ? {} : { peerTradeNo: claims.peer.trade_no }),
      paidAt: claims.paid_at,
      receipt: answer.receipt,
      sellerReceipt: answer.seller_receipt,
      authorizationSalt: answer.authorization_salt,
      paymentRequest: request.paymentRequest,
      ...(request.runtimeProof === undefined ? {} : { runtimeProof: request.runtimeProof }),
    };
  });
}

/** An account elsewhere is paid through the service that keeps it, and one here through nobody. @see OA-ICN-09 */
function assertPaidThrough(payeePsp: string, own: string, peer: ReceiptClaims['peer']): void {
  const expected = payeePsp === own ? undefined : payeePsp;
  if (peer?.psp_id !== expected) throw new ActError('receipt_order_mismatch', { member: 'peer' });
}

async function assertAuthorization(
  authority: ReceiptBasis['authority'],
  salt: string,
  digest: string,
): Promise<void> {
  const opened = await digestOfObject({ salt, ...authority });
  if (opened !== digest) throw new ActError('receipt_authorization_mismatch');
}
