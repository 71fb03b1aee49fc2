import type { Shown } from '../../../protocol/generated/types.ts';
import type { Check } from '../../check.ts';
import { discountsFor } from '../../facts/discounts.ts';
import type { InstantFacts } from '../../facts/instant.ts';
import type { InstantPurchaseFacts } from '../../facts/instant-purchase.ts';

type Discounts = NonNullable<Shown['payment']>['discounts'];

/** Funder and amount of each, in order. */
function listed(discounts: Discounts): string {
  return JSON.stringify(discounts.map(({ funder, amount, label = null }) => [funder, amount, label]));
}

/** For each part whether the user saw what the agent asked for and the merchant offered. */
function agreement({ kind, psp_id, agent, payment }: Shown, { request, quote, agentJkt }: InstantFacts) {
  const asked = request.claims;
  return {
    kind: kind === 'payment',
    psp_id: psp_id === asked.aud,
    agent_id: agent.agent_id === asked.iss,
    jkt: agent.jkt === agentJkt,
    merchant: payment?.merchant === quote.claims.iss,
    out_trade_no: payment?.out_trade_no === asked.out_trade_no,
    amount: payment?.amount === asked.amount,
    payer_amount: payment?.payer_amount === asked.payer_amount,
    currency: payment?.currency === asked.currency,
    method_id: payment?.method_id === asked.method_id,
    discounts:
      payment !== undefined && listed(payment.discounts) === listed(discountsFor(quote.claims, asked)),
    categories: payment?.categories.join('\n') === quote.claims.categories.join('\n'),
  };
}

/** ACT PSD-PAY-INS, PSD-PAY-INS-08: the cashier showed amount, currency, merchant and method as the request has them. */
export const check: Check<Pick<InstantPurchaseFacts, 'confirmation' | 'payment'>> = {
  requirement: 'PSD-PAY-INS-08',
  name: 'shown equals request',
  run({ confirmation, payment }) {
    const differing = Object.entries(agreement(confirmation.shown, payment)).filter(([, agrees]) => !agrees);
    if (differing.length === 0) return undefined;
    return {
      code: 'shown_payment_mismatch',
      evidence: { members: differing.map(([member]) => member).join(' ') },
    };
  },
};
