import { ActError } from '../../protocol/errors/index.ts';
import type { Queries, Store } from '../../store/index.ts';
import type { Signing } from '../signing/index.ts';
import { mandateMessageId } from './grant.ts';
import {
  holdMandateRow,
  type MandateRow,
  type MandateStatus,
  mandateRowOf,
  readMandateRow,
  statusAt,
} from './mandate-row.ts';

/** The mandates above one, the delegator's own first. */
export async function lineOf(queries: Queries, row: MandateRow): Promise<MandateRow[]> {
  if (row.parentId === undefined) return [];
  const parent = await readMandateRow(queries, row.parentId);
  return [...(await lineOf(queries, parent)), parent];
}

/** The state of a mandate, or the first one above it that is not Active: what is handed down is no better [OA-DLG-05]. */
export async function standingOf(queries: Queries, row: MandateRow, now: number): Promise<MandateStatus> {
  const own = statusAt(row, now);
  if (own !== 'Active') return own;
  const above = (await lineOf(queries, row)).map((one) => statusAt(one, now));
  return above.find((status) => status !== 'Active') ?? own;
}

/** A mandate and all above it, root first, held until the transaction is over. */
export async function holdLine(tx: Queries, row: MandateRow): Promise<MandateRow[]> {
  const held: MandateRow[] = [];
  for (const { delegationId } of [...(await lineOf(tx, row)), row]) {
    held.push(await holdMandateRow(tx, delegationId));
  }
  return held;
}

/** @throws ActError parent_not_active */
export function assertLineActive(line: readonly MandateRow[], now: number): void {
  for (const held of line) {
    const status = statusAt(held, now);
    if (status !== 'Active' || now < held.startsAt) throw new ActError('parent_not_active', { status });
  }
}

/** What stands below a mandate, at any depth: issued, and not at its end. */
const BELOW = `WITH RECURSIVE below (delegation_id, depth) AS (
    SELECT delegation_id, 1 FROM iac_mandates WHERE parent_id = $1 AND state = 'ISSUED' AND ends_at > $2
    UNION ALL
    SELECT lower.delegation_id, below.depth + 1 FROM iac_mandates AS lower
      JOIN below ON lower.parent_id = below.delegation_id WHERE lower.state = 'ISSUED' AND lower.ends_at > $2)`;

/**
 * Holds what stands below a mandate until the transaction is over, each after the one it comes from. Who has come before may
 * have changed one of them meanwhile: it is as it stands now. The mandate itself is held, so that nothing comes below it.
 */
export async function holdBelow(tx: Queries, delegationId: string, now: number): Promise<MandateRow[]> {
  const rows = await tx.all(
    `${BELOW} SELECT iac_mandates.* FROM below JOIN iac_mandates ON iac_mandates.delegation_id = below.delegation_id
     ORDER BY below.depth, below.delegation_id FOR UPDATE`,
    [delegationId, now],
  );
  return rows.map(mandateRowOf);
}

/** How many stand below a mandate, at any depth. */
export async function countBelow(tx: Queries, delegationId: string, now: number): Promise<number> {
  const row = await tx.get(`${BELOW} SELECT COUNT(*) AS below FROM below`, [delegationId, now]);
  return Number(row?.below);
}

/** The signed mandates above one, the delegator's own first. */
export async function chainOf(
  { store, signing }: { readonly store: Store; readonly signing: Signing },
  delegationId: string,
): Promise<string[]> {
  const line = await lineOf(store.read, await readMandateRow(store.read, delegationId));
  const chain: string[] = [];
  for (const above of line) chain.push(await signing.complete(mandateMessageId(above.delegationId)));
  return chain;
}
