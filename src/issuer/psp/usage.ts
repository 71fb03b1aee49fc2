import { ActError } from '../../protocol/errors/index.ts';
import { type Queries, together } from '../../store/index.ts';
import type { Usage } from '../../verifier/index.ts';
import { integer } from './row.ts';

/** A mandate, named so that two issuers cannot collide. */
export interface MandateKey {
  readonly issuer: string;
  readonly delegationId: string;
}

const UNUSED: Usage = { spentMinor: 0n, heldMinor: 0n, count: 0 };

/** What this service has paid under a mandate so far; nobody else's figures count (PSD-PAY-DEL-12, PSD-PAY-DEL-23). */
export async function readUsage(queries: Queries, key: MandateKey): Promise<Usage> {
  const row = await queries.get(
    'SELECT spent_minor, held_minor, times_used FROM usage WHERE issuer = $1 AND delegation_id = $2',
    [key.issuer, key.delegationId],
  );
  if (!row) return UNUSED;
  return {
    spentMinor: integer(row, 'spent_minor'),
    heldMinor: integer(row, 'held_minor'),
    count: Number(integer(row, 'times_used')),
  };
}

export interface Spending extends MandateKey {
  readonly currency: string;
  /** Gross amount of the order, without its discounts [OA-LIM-20]. */
  readonly amountMinor: bigint;
  readonly capMinor: bigint;
  readonly timesLimit: number | undefined;
  /** Held: until the payment service of the payee has confirmed; it counts against the limits all the same. */
  readonly as: 'spent' | 'held';
}

/**
 * Takes an amount and one use from a mandate in one conditional update, which no number of parallel payments can
 * overrun. A refund gives nothing back.
 *
 * @throws ActError amount_over_total_limit, times_limit_reached
 * @see PSD-PAY-DEL-12, OA-LIM-02, OA-LDG-21
 */
export async function spend(tx: Queries, spending: Spending): Promise<void> {
  const { issuer, delegationId, amountMinor } = spending;
  const [, { changes }] = await together(
    tx.run(
      `INSERT INTO usage (issuer, delegation_id, currency, cap_minor, spent_minor, held_minor, times_limit, times_used)
       VALUES ($1, $2, $3, $4, 0, 0, $5, 0) ON CONFLICT DO NOTHING`,
      [issuer, delegationId, spending.currency, spending.capMinor, spending.timesLimit ?? null],
    ),
    tx.run(
      `UPDATE usage SET ${spending.as}_minor = ${spending.as}_minor + $1, times_used = times_used + 1
       WHERE issuer = $2 AND delegation_id = $3 AND currency = $4 AND spent_minor + held_minor + $1 <= cap_minor
         AND (times_limit IS NULL OR times_used < times_limit)`,
      [amountMinor, issuer, delegationId, spending.currency],
    ),
  );
  if (changes === 1) return;
  const used = await readUsage(tx, spending);
  const timesReached = spending.timesLimit !== undefined && used.count >= spending.timesLimit;
  throw new ActError(timesReached ? 'times_limit_reached' : 'amount_over_total_limit');
}

/** What was held is confirmed now. @see OA-ICN-08 */
export function confirmHeld(tx: Queries, key: MandateKey, amountMinor: bigint): Promise<void> {
  return moveHeld(tx, 'spent_minor = spent_minor + $1', key, amountMinor);
}

/** What was held was never paid: amount and use are given back. @see OA-ICN-07 */
export function releaseHeld(tx: Queries, key: MandateKey, amountMinor: bigint): Promise<void> {
  return moveHeld(tx, 'times_used = times_used - 1', key, amountMinor);
}

async function moveHeld(tx: Queries, change: string, key: MandateKey, amountMinor: bigint): Promise<void> {
  const { changes } = await tx.run(
    `UPDATE usage SET held_minor = held_minor - $1, ${change}
     WHERE issuer = $2 AND delegation_id = $3 AND held_minor >= $1`,
    [amountMinor, key.issuer, key.delegationId],
  );
  if (changes !== 1) throw new ActError('internal', { rule: 'held_amount' });
}
