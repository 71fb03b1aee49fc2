import { ActError } from '../../../protocol/errors/index.ts';
import type { Queries } from '../../../store/index.ts';
import type { Promotion } from './config.ts';

/**
 * Takes a discount out of its promotion's budget, which no number of parallel payments can overrun.
 *
 * @throws ActError promotion_not_granted when the budget is used up
 * @see OA-ICN-05
 */
export async function usePromotion(tx: Queries, promotion: Promotion): Promise<void> {
  const { promotionId, currency, amountMinor, budgetMinor } = promotion;
  await tx.run(
    `INSERT INTO promotions_used (promotion_id, currency, spent_minor) VALUES ($1, $2, 0)
     ON CONFLICT DO NOTHING`,
    [promotionId, currency],
  );
  const { changes } = await tx.run(
    `UPDATE promotions_used SET spent_minor = spent_minor + $1
     WHERE promotion_id = $2 AND currency = $3 AND spent_minor + $1 <= $4`,
    [amountMinor, promotionId, currency, budgetMinor],
  );
  if (changes !== 1) throw new ActError('promotion_not_granted', { rule: 'budget' });
}

/** The discount of a payment that did not come about goes back into the budget. */
export async function givePromotionBack(tx: Queries, promotionId: string, minor: bigint): Promise<void> {
  await tx.run('UPDATE promotions_used SET spent_minor = spent_minor - $1 WHERE promotion_id = $2', [
    minor,
    promotionId,
  ]);
}
