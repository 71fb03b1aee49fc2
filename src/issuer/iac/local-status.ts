import type { Queries } from '../../store/index.ts';

/**
 * The state of a mandate of this issuer, for a payment service on the same database: read from the row itself, so
 * that inside the money transaction a revocation committed before is always seen, and with `hold` one that comes later
 * waits for the charge. Expiry is judged from the signed window and not answered here. A mandate that was asked for and
 * not issued does not exist.
 */
export async function localStatusOf(
  queries: Queries,
  delegationId: string,
  hold?: 'hold',
): Promise<'Active' | 'Suspended' | 'Revoked' | 'unknown'> {
  const row = await queries.get(
    `SELECT state, delegator_hold, risk_hold FROM iac_mandates WHERE delegation_id = $1${hold ? ' FOR UPDATE' : ''}`,
    [delegationId],
  );
  if (row === undefined) return 'unknown';
  if (row.state === 'REVOKED') return 'Revoked';
  if (row.state !== 'ISSUED') return 'unknown';
  return row.delegator_hold === null && row.risk_hold === null ? 'Active' : 'Suspended';
}
