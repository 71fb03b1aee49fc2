import { ActError } from '../../protocol/errors/index.ts';
import type { Queries, Store } from '../../store/index.ts';
import type { Signing } from '../signing/index.ts';
import { mandateMessageId } from './grant.ts';
import {
  holdMandateRow,
  type MandateRow,
  type MandateStatus,
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

/**
 * Holds a mandate and all above it, root first, until the transaction is over.
 *
 * @throws ActError parent_not_active
 */
export async function assertLineActive(tx: Queries, row: MandateRow, now: number): Promise<void> {
  for (const { delegationId } of [...(await lineOf(tx, row)), row]) {
    const held = await holdMandateRow(tx, delegationId);
    const status = statusAt(held, now);
    if (status !== 'Active' || now < held.startsAt) throw new ActError('parent_not_active', { status });
  }
}

/** What was handed down from a mandate and is still issued, each after the one it comes from. */
export async function descendantsOf(tx: Queries, delegationId: string): Promise<string[]> {
  const rows = await tx.all(
    `SELECT delegation_id FROM iac_mandates WHERE parent_id = $1 AND state = 'ISSUED' ORDER BY delegation_id`,
    [delegationId],
  );
  const below: string[] = [];
  for (const row of rows) {
    const child = String(row.delegation_id);
    below.push(child, ...(await descendantsOf(tx, child)));
  }
  return below;
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
