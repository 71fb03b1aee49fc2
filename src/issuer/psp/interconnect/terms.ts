import type { InterconnectionTerms } from '../../../protocol/generated/types.ts';
import { formatAmount } from '../../../protocol/money/index.ts';
import { formatUtcSeconds } from '../../../protocol/time/index.ts';
import type { PspParts } from '../parts.ts';
import { type Promotion, partnersOf } from './config.ts';

/**
 * What an agent has to know before it asks for a payment into an account elsewhere. How much of a promotion is left is
 * not told: that is judged in the transaction that gives it.
 *
 * @see OA-ICN-14
 */
export function termsOf({
  pspId,
  interconnection,
}: Pick<PspParts, 'pspId' | 'interconnection'>): InterconnectionTerms {
  return {
    psp_id: pspId,
    partners: [...partnersOf(interconnection)],
    promotions: (interconnection?.promotions ?? []).map(told),
  };
}

function told(promotion: Promotion): InterconnectionTerms['promotions'][number] {
  const { promotionId, currency, amountMinor, minAmountMinor, validUntil } = promotion;
  return {
    promotion_id: promotionId,
    amount: formatAmount({ currency, minor: amountMinor }),
    min_amount: formatAmount({ currency, minor: minAmountMinor }),
    currency,
    valid_until: formatUtcSeconds(validUntil),
  };
}
