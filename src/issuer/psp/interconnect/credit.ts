import type { ReceiptClaims } from '../../../protocol/generated/types.ts';
import { formatUtcSeconds } from '../../../protocol/time/index.ts';
import { type Happening, writeEvent } from '../../../records/index.ts';
import type { Queries } from '../../../store/index.ts';
import type { InstructionFacts } from '../../../verifier/index.ts';
import { legsBetween } from '../ledger.ts';
import { writeNotice } from '../notices/rows.ts';
import type { PspParts } from '../parts.ts';
import { insertReceipts } from '../receipts.ts';
import { stateAfterCharge } from '../settlement.ts';
import { insertTrade, type Trade } from '../trades.ts';
import { clearingAccount } from './houses.ts';

export interface CreditIds {
  readonly tradeNo: string;
  readonly receiptId: string;
}

/**
 * Credits the merchant out of what the partner owes from now on, and writes the trade, the merchant's receipt and the
 * event of it. To the merchant it is a payment like any other: it is delivered and validated here, and what it records of
 * its delivery follows from this service's event.
 *
 * @see OA-ICN-03, OA-ICN-09, OA-ICN-21
 */
export async function credit(
  tx: Queries,
  { ledger, pspId, policy, merchants }: PspParts,
  { instruction, quote, sender }: InstructionFacts,
  ids: CreditIds,
  now: number,
): Promise<void> {
  const { tradeNo } = ids;
  const { currency } = instruction;
  const payer = await clearingAccount(tx, ledger, { partner: sender, currency, now });
  const trade: Trade = {
    tradeNo,
    merchant: quote.claims.iss,
    outTradeNo: quote.claims.out_trade_no,
    agentId: sender,
    requestId: instruction.trade_no,
    requestDigest: instruction.request_digest,
    issuer: '',
    delegationId: '',
    mandateDigest: '',
    quoteDigest: quote.digest,
    paymentToolRef: await partnersTool(tx, { partner: sender, account: payer, currency, now }),
    payerAccount: payer,
    payeeAccount: quote.claims.payee.account,
    currency,
    amountMinor: quote.amount.minor,
    capturedMinor: quote.payerAmount.minor,
    refundedMinor: 0n,
    state: stateAfterCharge(quote.claims),
    settlement: 'DIRECT',
    paidAt: now,
    authorizationSalt: '',
  };
  await ledger.post(tx, {
    transferId: tradeNo,
    kind: 'payment',
    reference: tradeNo,
    currency,
    legs: legsBetween(payer, trade.payeeAccount, trade.capturedMinor),
    now,
  });
  await insertTrade(tx, trade);
  const claims = receiptFor({ pspId, instruction, quote }, trade, ids.receiptId, {
    now,
    exp: now + policy.receiptLifetimeSeconds,
  });
  await insertReceipts(tx, tradeNo, { seller: { claims } });
  if (merchants !== undefined)
    await writeNotice(tx, { tradeNo, merchant: trade.merchant, now, payBefore: now });
  await writeEvent(tx, creditedEvent({ pspId, instruction, quote, sender }, trade, now));
}

/**
 * What happened here, with the trade of the service that judged it. What let it is known here as a salted digest, which
 * the receipts carry too; the payer's service has an event of its own, which names it.
 */
function creditedEvent(
  {
    pspId,
    instruction,
    quote,
    sender,
  }: { readonly pspId: string } & Pick<InstructionFacts, 'instruction' | 'quote' | 'sender'>,
  { tradeNo, state }: Trade,
  now: number,
): Happening<'act:payment:transaction-completed'> {
  const { claims, digest } = quote;
  const { agent_id, intent_id = instruction.trade_no, request_digest, authorization_digest } = instruction;
  return {
    event_type: 'act:payment:transaction-completed',
    at: now,
    subject: [tradeNo],
    correlation: { intent_id, order_no: claims.out_trade_no, trade_no: tradeNo },
    participants: [
      { id: pspId, role: 'PSP' },
      { id: agent_id, role: 'PAYER_AGENT' },
      { id: claims.iss, role: 'MERCHANT' },
    ],
    upstream: { event_type: 'act:commerce:cart-confirmed', recorder: agent_id, subject: [digest] },
    event_body: {
      merchant: claims.iss,
      agent_id,
      quote_digest: digest,
      request_digest,
      authorization_digest,
      peer: { psp_id: sender, trade_no: instruction.trade_no },
      amount: claims.amount,
      payer_amount: claims.payer_amount,
      currency: claims.currency,
      state,
    },
  };
}

function receiptFor(
  { pspId, instruction, quote }: { readonly pspId: string } & Pick<InstructionFacts, 'instruction' | 'quote'>,
  trade: Trade,
  jti: string,
  { now, exp }: { readonly now: number; readonly exp: number },
): ReceiptClaims {
  const { claims } = quote;
  const { confirmation_digest } = instruction;
  return {
    iss: pspId,
    jti,
    iat: now,
    exp,
    aud: claims.iss,
    trade_no: trade.tradeNo,
    out_trade_no: claims.out_trade_no,
    merchant: claims.iss,
    state: trade.state,
    amount: claims.amount,
    payer_amount: claims.payer_amount,
    currency: claims.currency,
    payee: claims.payee,
    quote_digest: quote.digest,
    request_digest: instruction.request_digest,
    agent_jkt: instruction.agent_jkt,
    authorization_digest: instruction.authorization_digest,
    paid_at: formatUtcSeconds(now),
    ...(claims.resource_id === undefined ? {} : { resource_id: claims.resource_id }),
    ...(confirmation_digest === undefined ? {} : { confirmation_digest }),
  };
}

/**
 * What a partner pays with here: a tool that is bound to the partner and to no key of an agent, so that no payment
 * request can name it.
 */
async function partnersTool(
  tx: Queries,
  {
    partner,
    account,
    currency,
    now,
  }: { readonly partner: string; readonly account: string; readonly currency: string; readonly now: number },
): Promise<string> {
  const reference = `interconnect:${partner}:${currency}`;
  await tx.run(
    `INSERT INTO tool_requests (tool_request_id, state, account_id, delegator, agent_id, agent_jkt, agent_jwk, currency,
       max_amount_minor, valid_until, merchants, requested_at)
     VALUES ($1, 'APPROVED', $2, $3, $3, '', '{}', $4, 0, 0, NULL, $5) ON CONFLICT DO NOTHING`,
    [reference, account, partner, currency, now],
  );
  await tx.run(
    `INSERT INTO tools (payment_tool_ref, tool_request_id, state, account_id, delegator, agent_id, agent_jkt, currency,
       max_amount_minor, valid_until, merchants, uses, bound_at)
     VALUES ($1, $1, 'REVOKED', $2, $3, $3, '', $4, 0, 0, NULL, 0, $5) ON CONFLICT DO NOTHING`,
    [reference, account, partner, currency, now],
  );
  return reference;
}
