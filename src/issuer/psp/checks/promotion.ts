import { parseAmount } from '../../../protocol/money/index.ts';
import type { Check } from '../../../verifier/index.ts';
import type { PspFacts } from './facts.ts';

/**
 * What this service takes off is its own money, so that only its own configuration grants it, never the agent or a
 * merchant: one promotion for an order, as it is configured, where the merchant gets the whole sum from another service
 * (OA-ICN-05).
 */
export const check: Check<PspFacts> = {
  requirement: 'OA-ICN-05',
  name: 'promotion granted',
  run(facts) {
    const [discount, ...more] = facts.request.discounts ?? [];
    if (discount === undefined) return undefined;
    const rule = more.length > 0 ? 'one' : objectionTo(facts, discount);
    return rule === undefined ? undefined : { code: 'promotion_not_granted', evidence: { rule } };
  },
};

type Discount = NonNullable<PspFacts['request']['discounts']>[number];

function objectionTo(
  { quote, amount, pspId, promotions, now }: PspFacts,
  discount: Discount,
): string | undefined {
  const promotion = promotions.find(({ promotionId }) => promotionId === discount.promotion_id);
  if (discount.funder !== pspId || promotion === undefined) return 'unknown';
  if (quote.payee.psp_id === pspId) return 'here';
  if (promotion.currency !== quote.currency || now >= promotion.validUntil) return 'terms';
  if (amount.minor < promotion.minAmountMinor) return 'minimum';
  const isAsGranted = parseAmount(discount.amount, quote.currency).minor === promotion.amountMinor;
  return isAsGranted ? undefined : 'amount';
}
