import type { Queries } from '../../../store/index.ts';

/** Whether a trade has its payer here and its payee at another service, or the other way round. */
export async function isAcross(queries: Queries, tradeNo: string): Promise<boolean> {
  const row = await queries.get(
    `SELECT 1 AS found FROM interconnect_out WHERE trade_no = $1
     UNION ALL SELECT 1 AS found FROM interconnect_in WHERE trade_no = $1`,
    [tradeNo],
  );
  return row !== undefined;
}
