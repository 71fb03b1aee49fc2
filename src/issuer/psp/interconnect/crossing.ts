import { digestOfObject } from '../../../protocol/digest/index.ts';
import type { InterconnectInstruction } from '../../../protocol/generated/types.ts';
import type { JsonValue } from '../../../protocol/json/index.ts';
import type { InstantFacts } from '../../../verifier/index.ts';
import type { PspParts } from '../parts.ts';
import type { Authority } from '../payment/authority.ts';
import type { ReceiptSeed } from '../receipts.ts';
import type { Promotion } from './config.ts';

/** A payment into an account at another payment service: whom to instruct, and what. */
export interface Crossing {
  readonly partner: string;
  readonly instruction: InterconnectInstruction;
  readonly digest: string;
  /** What this service takes off out of its own money. */
  readonly promotion?: Promotion;
}

/**
 * The owner of the merchant's code keeps the merchant's account: there the payment goes. Made before the transaction,
 * which may not wait for a digest.
 *
 * @returns undefined where the account is kept here
 * @see OA-ICN-13
 */
export async function planCrossing(
  { pspId, interconnection }: Pick<PspParts, 'pspId' | 'interconnection'>,
  facts: InstantFacts | undefined,
  { tradeNo, sellerReceipt }: { readonly tradeNo: string; readonly sellerReceipt: ReceiptSeed },
  evidence: { readonly intentId: string | undefined; readonly authority: Authority },
): Promise<{ readonly crossing?: Crossing }> {
  const partner = facts?.quote.claims.payee.psp_id;
  if (facts === undefined || partner === undefined || partner === pspId) return {};
  const { quote, request, agentId, agentJkt } = facts;
  const { authority, intentId } = evidence;
  const instruction: InterconnectInstruction = {
    trade_no: tradeNo,
    ...(intentId === undefined ? {} : { intent_id: intentId }),
    out_trade_no: quote.claims.out_trade_no,
    merchant: quote.claims.iss,
    agent_id: agentId,
    agent_jkt: agentJkt,
    method_id: request.claims.method_id,
    amount: quote.claims.payer_amount,
    currency: quote.claims.currency,
    quote: quote.compact,
    request_digest: request.digest,
    authorization_digest: sellerReceipt.authorizationDigest,
    ...(authority.mandate === undefined ? { confirmation_digest: authority.confirmationDigest } : {}),
  };
  const named = request.claims.discounts?.[0]?.promotion_id;
  const promotion = interconnection?.promotions?.find(({ promotionId }) => promotionId === named);
  return {
    crossing: {
      partner,
      instruction,
      digest: await digestOfObject(instruction as unknown as JsonValue),
      ...(promotion === undefined ? {} : { promotion }),
    },
  };
}
