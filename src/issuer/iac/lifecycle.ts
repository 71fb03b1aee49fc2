import type { EventBodies } from '../../protocol/attestation/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import { type Queries, together } from '../../store/index.ts';
import { type ChangeEvent, writeChange } from './events.ts';
import { holdBelow } from './family.ts';
import {
  holdMandateRow,
  type MandateRow,
  type MandateState,
  type MandateStatus,
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
  if (!isLive(from)) throw illegal(from, to);
  return row;
}

function isLive(status: MandateStatus): boolean {
  return status === 'Active' || status === 'Suspended';
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
 * Revokes a mandate for good, and with it everything that was handed down from it, in the same transaction. What has
 * expired stays Expired.
 *
 * @throws ActError mandate_unknown, mandate_transition_illegal (pending or terminal)
 * @see ADD-IAC-LCM-05, OA-DLG-07
 */
export async function revokeMandate(tx: Queries, request: Revocation): Promise<MandateState> {
  const { now } = request;
  const row = await liveRow(tx, request.delegationId, 'Revoked', now);
  // From above to below: whoever pays or hands down holds the rows in the same order.
  const below = await holdBelow(tx, row.delegationId, now);
  const rows = [row, ...below.filter((held) => isLive(statusAt(held, now)))];
  // Sent without waiting for one another: a family takes as many exchanges with the engine as one mandate.
  await together(...rows.map((one) => write(tx, one, `state = 'REVOKED'`)));
  await together(
    ...rows.map((one) => writeRevoked(tx, one, { ...request, with: one === row ? undefined : row })),
  );
  await touchListsOf(tx, rows);
  return 'Revoked';
}

function writeRevoked(
  tx: Queries,
  row: MandateRow,
  {
    by,
    with: above,
    issuerId,
    now,
  }: Pick<Revocation, 'by' | 'issuerId' | 'now'> & { readonly with: MandateRow | undefined },
): Promise<void> {
  return writeChange(tx, {
    ...{ row, issuerId, running: String(row.revision + 1), now },
    type: 'act:delegation:delegation-revoked',
    body: { by, ...(above === undefined ? {} : { revoked_with: above.delegationId }) },
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
  const after = statusAt(await readMandateRow(tx, row.delegationId), now) as MandateState;
  if (after !== statusAt(row, now)) {
    await touchListsOf(tx, [row]);
    await writeChange(tx, { ...event, row, issuerId, running: String(row.revision + 1), now });
  }
  return after;
}

/** Each list once, in an order in which nobody waits for anybody who waits for him. */
async function touchListsOf(tx: Queries, rows: readonly MandateRow[]): Promise<void> {
  const lists = new Set(rows.map(({ statusList }) => statusList));
  for (const list of [...lists].sort((one, other) => Number(one) - Number(other))) {
    if (list === undefined) throw new ActError('internal', { rule: 'status_list' });
    await touchStatusList(tx, list);
  }
}
