import { ActError } from '../../protocol/errors/index.ts';
import type { Queries } from '../../store/index.ts';
import type { AgentContext } from '../config.ts';
import type { A402Purchase } from './purchases.ts';

/** How many a seller may owe under one mandate before nothing more is paid to it; calls under way are not counted. */
export const OWED_MAX = 8;

/** What is owed for longer stands in nobody's way: it may be an address that never had anything. */
const OWED_SECONDS = 86_400;

/** Writes down that a seller was shown a payment and has not delivered. What it delivers later is owed no more. */
export function keepOwed(
  { store, clock }: AgentContext,
  { outTradeNo }: A402Purchase,
  seller: string,
): Promise<void> {
  return store.transact(async (tx) => {
    await tx.run(
      `UPDATE agent_a402_purchases SET owed_by = $1, owed_since = $2
       WHERE out_trade_no = $3 AND state <> 'DELIVERED' AND owed_by IS NULL`,
      [seller, clock(), outTradeNo],
    );
  });
}

/**
 * Whoever has not delivered what was paid for, whatever the reason, is paid for nothing else: while a payment service does
 * not vouch for proofs, say, each new address would cost money and bring nothing. The addresses that were paid for are
 * asked for again as ever, and what they bring is owed no more.
 *
 * @throws ActError a402_delivery_owed
 * @see OA-A402-16
 */
export async function assertOwesLittle(
  queries: Queries,
  delegationId: string,
  seller: string,
  now: number,
): Promise<void> {
  const row = await queries.get(
    `SELECT COUNT(*) AS owed FROM agent_a402_purchases
     WHERE delegation_id = $1 AND owed_by = $2 AND state <> 'DELIVERED' AND owed_since > $3`,
    [delegationId, seller, now - OWED_SECONDS],
  );
  const owed = Number(row?.owed ?? 0);
  if (owed >= OWED_MAX) throw new ActError('a402_delivery_owed', { seller, owed });
}
