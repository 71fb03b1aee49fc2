import type { Queries } from '../../../store/index.ts';
import { completedEvent } from '../events.ts';
import type { Leg } from '../ledger.ts';
import { type ChargePlan, receiptsOf, tradeOf } from '../payment/records.ts';
import type { PspPolicy } from '../policy.ts';
import type { Ledger } from '../ports.ts';
import { insertTrade } from '../trades.ts';
import type { MandateKey } from '../usage.ts';
import type { Crossing } from './crossing.ts';
import { housesOf } from './houses.ts';
import { insertOutgoing } from './outgoing.ts';
import { usePromotion } from './promotions.ts';

/**
 * Inside the money transaction of a payment into an account elsewhere: takes the payer's part and the promotion's, and
 * writes the instruction with it, so that there is never the one without the other. Limits hold the amount, and the
 * trade waits, until the partner has answered.
 *
 * @throws ActError promotion_not_granted, balance_insufficient
 * @see OA-ICN-05, OA-ICN-08
 */
export async function sendAcross(
  tx: Queries,
  { ledger, policy }: { readonly ledger: Ledger; readonly policy: PspPolicy },
  plan: ChargePlan & { readonly crossing: Crossing },
  now: number,
): Promise<void> {
  const { tradeNo, facts, tool, crossing } = plan;
  const { partner, instruction, digest, promotion } = crossing;
  const { request, quote } = facts;
  const { currency, minor: payerMinor } = request.payerAmount;
  const owedMinor = quote.payerAmount.minor;
  const promotionMinor = owedMinor - payerMinor;
  const houses = await housesOf(tx, ledger, { partner, currency, now });
  if (promotion !== undefined) await usePromotion(tx, promotion);
  const trade = tradeOf(plan, policy, now);
  await insertTrade(tx, { ...trade, state: 'WAIT_BUYER_PAY', payeeAccount: houses.clearing });
  await insertOutgoing(tx, {
    tradeNo,
    partner,
    state: 'SENT',
    instruction,
    digest,
    receipt: receiptsOf(plan, now, policy).agent,
    event: completedEvent(plan, now),
    held: heldBy(plan),
    currency,
    grossMinor: request.amount.minor,
    payerMinor,
    ...(promotion === undefined ? {} : { promotionId: promotion.promotionId }),
    promotionMinor,
    owedMinor,
    openedAt: now,
  });
  // Accounts that many payments share are held last.
  const legs: readonly Leg[] = [
    { accountId: tool.accountId, direction: 'debit', minor: payerMinor },
    { accountId: houses.promotions, direction: 'debit', minor: promotionMinor },
    { accountId: houses.transit, direction: 'credit', minor: owedMinor },
  ];
  await ledger.post(tx, {
    transferId: tradeNo,
    kind: 'payment',
    reference: tradeNo,
    currency,
    legs: legs.filter(({ minor }) => minor !== 0n),
    now,
  });
}

function heldBy({ authority }: ChargePlan): readonly MandateKey[] {
  if (authority.mandate === undefined) return [];
  return [...authority.chain, authority.mandate].map(({ claims }) => ({
    issuer: claims.iss,
    delegationId: claims.jti,
  }));
}
