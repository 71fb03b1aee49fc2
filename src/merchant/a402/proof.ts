import type { Witness } from '../../http/traced.ts';
import { decodePaymentProof } from '../../protocol/a402/index.ts';
import { digestOfJws, jwkThumbprint, type PublicJwk, publicJwkFrom } from '../../protocol/digest/index.ts';
import type { QuoteClaims, ReceiptClaims } from '../../protocol/generated/types.ts';
import { readKept, readMessage } from '../../protocol/messages/index.ts';
import { type AskedRequest, assertAccepted, verifyPaymentProof } from '../../verifier/index.ts';
import type { SellerContext } from './context.ts';
import { type HolderProofUse, lookUpHolderProof } from './holder-proofs.ts';
import { type BilledOrder, readBilled } from './orders.ts';

/** A Payment-Proof that holds offline. */
export interface JudgedProof {
  readonly order: BilledOrder;
  readonly receipt: ReceiptClaims;
  readonly receiptDigest: string;
  readonly holder: HolderProofUse;
  readonly holderJwk: PublicJwk;
  readonly intentId?: string;
}

/**
 * Judges a Payment-Proof against the order that its receipt names and the request that it came with, before anybody
 * else is asked.
 *
 * @throws ActError a402_*, receipt_*, order_unknown, jws_*, issuer_*, x509_*
 * @see PSD-PAY-A402-01, PSD-PAY-A402-08, PSD-PAY-A402-09
 */
export async function judgeProof(
  context: SellerContext,
  asked: AskedRequest,
  header: string,
  witness: Witness,
): Promise<JudgedProof> {
  const { protocol, method } = decodePaymentProof(header);
  const { payment_proof, trade_no } = protocol;
  const { claims: receipt } = readMessage('receipt', payment_proof);
  const { claims: holding } = readMessage('holderProof', method.holder_proof);
  const holder = { jkt: await jwkThumbprint(holding.cnf.jwk), jti: holding.jti };
  const order = await readBilled(context.store.read, receipt.out_trade_no);
  witness.sender(order.agentId);
  const now = context.clock();
  const judgement = await verifyPaymentProof(
    { payment_proof, trade_no, holder_proof: method.holder_proof },
    {
      trustList: await context.trust.current(now),
      now,
      audience: context.config.merchant,
      expected: await expectedOf(order, receipt),
      asked,
    },
    { holderProof: await lookUpHolderProof(context.store.read, holder) },
  );
  witness.judged(judgement);
  assertAccepted(judgement);
  return {
    order,
    receipt,
    receiptDigest: await digestOfJws(payment_proof),
    holder,
    holderJwk: publicJwkFrom(holding.cnf.jwk),
    ...(method.intent_id === undefined ? {} : { intentId: method.intent_id }),
  };
}

async function expectedOf(order: BilledOrder, receipt: ReceiptClaims) {
  const quote: QuoteClaims = readKept('quote', order.quote);
  const isAccepted = quote.accepted.some(({ psp_id }) => psp_id === receipt.iss);
  const { iss: merchant, out_trade_no, amount, payer_amount, currency, payee } = quote;
  return {
    ...{ merchant, out_trade_no, amount, payer_amount, currency, payee },
    quote_digest: await digestOfJws(order.quote),
    psp_id: isAccepted ? receipt.iss : payee.psp_id,
    resource_id: order.resourceId,
  };
}
