import type { EventBodies } from '../../protocol/attestation/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { Queries } from '../../store/index.ts';
import { type ChangeEvent, writeChange } from './events.ts';
import { descendantsOf } from './family.ts';
import {
  holdMandateRow,
  type MandateRow,
  type MandateState,
  readMandateRow,
  statusAt,
} from './mandate-row.ts';
import { touchStatusList } from './status-list.ts';

/** Who may suspend, and lift only what it has suspended itself (ADD-IAC-LCM: delegator or risk control). */
export type Suspender = 'delegator' | 'risk_control';
export type Revoker = 'delegator' | 'agent';

export interface Revocation {
  readonly issuerId: string;
  readonly delegationId: string;
  readonly by: Revoker;
  readonly now: number;
}

const HOLD_COLUMN = { delegator: 'delegator_hold', risk_control: 'risk_hold' } as const;

/** Active or Suspended; anything else is pending or terminal. */
async function liveRow(
  tx: Queries,
  delegationId: string,
  to: MandateState,
  now: number,
): Promise<MandateRow> {
  const row = await holdMandateRow(tx, delegationId);
  const from = statusAt(row, now);
  if (from !== 'Active' && from !== 'Suspended') throw illegal(from, to);
  return row;
}

function illegal(from: string, to: string): ActError {
  return new ActError('mandate_transition_illegal', { from, to });
}

function holdOf(row: MandateRow, by: Suspender): string | undefined {
  return by === 'delegator' ? row.delegatorHold : row.riskHold;
}

/**
 * Suspends a mandate. A second suspension by the other side is kept beside the first.
 *
 * @param condition the stated condition under which the suspension will be lifted
 * @throws ActError mandate_unknown, mandate_transition_illegal (pending, terminal, or suspended by the same side)
 * @see ADD-IAC-LCM-02
 */
export async function suspendMandate(
  tx: Queries,
  request: {
    readonly delegationId: string;
    readonly by: Suspender;
    readonly condition: string;
    readonly issuerId: string;
    readonly now: number;
  },
): Promise<MandateState> {
  const row = await liveRow(tx, request.delegationId, 'Suspended', request.now);
  if (holdOf(row, request.by) !== undefined) throw illegal('Suspended', 'Suspended');
  await write(tx, row, `${HOLD_COLUMN[request.by]} = $3`, [request.condition]);
  return changed(tx, row, request, { type: 'act:delegation:delegation-suspended', body: { by: request.by } });
}

/**
 * Lifts the suspension of one side. The mandate is Active again once no side holds it.
 *
 * @throws ActError mandate_unknown, mandate_transition_illegal (not suspended), mandate_recovery_condition (only the
 *   other side's suspension is in force)
 * @see ADD-IAC-LCM-04
 */
export async function resumeMandate(
  tx: Queries,
  request: {
    readonly delegationId: string;
    readonly by: Suspender;
    readonly issuerId: string;
    readonly now: number;
  },
): Promise<MandateState> {
  const row = await liveRow(tx, request.delegationId, 'Active', request.now);
  if (statusAt(row, request.now) !== 'Suspended') throw illegal('Active', 'Active');
  if (holdOf(row, request.by) === undefined) {
    throw new ActError('mandate_recovery_condition', { by: request.by });
  }
  await write(tx, row, `${HOLD_COLUMN[request.by]} = NULL`);
  return changed(tx, row, request, { type: 'act:delegation:delegation-resumed', body: { by: request.by } });
}

/**
 * Revokes a mandate for good, and with it everything that was handed down from it, in the same transaction.
 *
 * @throws ActError mandate_unknown, mandate_transition_illegal (pending or terminal)
 * @see ADD-IAC-LCM-05, OA-DLG-07
 */
export async function revokeMandate(tx: Queries, request: Revocation): Promise<MandateState> {
  const row = await liveRow(tx, request.delegationId, 'Revoked', request.now);
  // From above to below: whoever pays or hands down holds the rows in the same order.
  for (const below of await descendantsOf(tx, row.delegationId)) {
    const held = await holdMandateRow(tx, below);
    // What has expired stays Expired.
    if (statusAt(held, request.now) === 'Expired') continue;
    await revokeRow(tx, held, { ...request, with: row.delegationId });
  }
  return revokeRow(tx, row, request);
}

async function revokeRow(
  tx: Queries,
  row: MandateRow,
  request: Pick<Revocation, 'by' | 'issuerId' | 'now'> & { readonly with?: string },
): Promise<MandateState> {
  await write(tx, row, `state = 'REVOKED'`);
  const { by, with: above } = request;
  return changed(tx, row, request, {
    type: 'act:delegation:delegation-revoked',
    body: { by, ...(above === undefined ? {} : { revoked_with: above }) },
  });
}

/** The revision that was judged has to be the one that is changed, whatever the engine lets run side by side. */
async function write(
  tx: Queries,
  row: MandateRow,
  change: string,
  values: readonly string[] = [],
): Promise<void> {
  const { changes } = await tx.run(
    `UPDATE iac_mandates SET ${change}, revision = revision + 1 WHERE delegation_id = $1 AND revision = $2`,
    [row.delegationId, row.revision, ...values],
  );
  if (changes !== 1) throw new ActError('mandate_transition_illegal', { rule: 'concurrent_change' });
}

/**
 * Status list and outbox change in the same transaction as the row; a hold beside another one changes no state and
 * is no event. Answers the state that is now in force.
 */
async function changed<T extends ChangeEvent>(
  tx: Queries,
  row: MandateRow,
  { issuerId, now }: { readonly issuerId: string; readonly now: number },
  event: { readonly type: T; readonly body: EventBodies[T] },
): Promise<MandateState> {
  if (row.statusList === undefined) throw new ActError('internal', { rule: 'status_list' });
  const after = statusAt(await readMandateRow(tx, row.delegationId), now) as MandateState;
  if (after !== statusAt(row, now)) {
    await touchStatusList(tx, row.statusList);
    await writeChange(tx, { ...event, row, issuerId, running: String(row.revision + 1), now });
  }
  return after;
}
