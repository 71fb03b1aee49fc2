import type { Queries } from '../../store/index.ts';
import type { ConfirmedUse } from '../decision/prechecks.ts';

/**
 * What was paid under a mandate, by order and on access alike, from zero: counted from receipts of the payment service
 * and from nothing else.
 *
 * @returns gross, in minor units of the mandate's currency, and how many payments
 * @see PSD-PAY-DEL-19, PSD-PAY-AUP-06
 */
export async function confirmedUse(read: Queries, delegationId: string): Promise<ConfirmedUse> {
  const row = await read.get(
    `SELECT COALESCE(SUM(paid_minor), 0) AS spent, COUNT(paid_minor) AS uses FROM (
       SELECT paid_minor FROM agent_purchases WHERE delegation_id = $1
       UNION ALL
       SELECT paid_minor FROM agent_a402_purchases WHERE delegation_id = $1
     ) AS payments`,
    [delegationId],
  );
  return { spentMinor: BigInt(String(row?.spent ?? 0)), count: Number(row?.uses ?? 0) };
}
