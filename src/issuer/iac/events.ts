import type { EventBodies, EventName } from '../../protocol/attestation/index.ts';
import { amountFromNumber, formatAmount } from '../../protocol/money/index.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { writeEvent } from '../../records/index.ts';
import type { Queries } from '../../store/index.ts';
import type { MandateRow } from './mandate-row.ts';

/** The lifecycle events of ACT's register that an issuer can tell (TSD-ATT-EVT). */
export type DelegationEvent =
  | 'act:delegation:delegation-issued'
  | 'act:delegation:delegation-suspended'
  | 'act:delegation:delegation-resumed'
  | 'act:delegation:delegation-revoked'
  | 'act:delegation:delegation-expired';

export type ChangeEvent = Exclude<DelegationEvent, 'act:delegation:delegation-issued'>;

/** What every event of a mandate says about it. @see OA-REC-03 */
function aboutOf(row: MandateRow, issuerId: string) {
  const { delegationId, delegator, agentId, iac } = row;
  return {
    correlation: { intent_id: iac.intent_id ?? delegationId, delegation_id: delegationId },
    participants: [
      { id: issuerId, role: 'IAC_ISSUER', represented: delegator },
      { id: agentId, role: 'PAYER_AGENT', represented: delegator },
    ],
  } as const;
}

function issuedName(issuerId: string, delegationId: string): EventName {
  return { event_type: 'act:delegation:delegation-issued', recorder: issuerId, subject: [delegationId] };
}

/** What made a mandate possible: the mandate above it, or the intent that its agent has a record of. */
function originOf({ parentId, agentId, iac }: MandateRow, issuerId: string): { upstream?: EventName } {
  if (parentId !== undefined) return { upstream: issuedName(issuerId, parentId) };
  const { intent_id: intentId } = iac;
  if (intentId === undefined) return {};
  return {
    upstream: { event_type: 'act:delegation:intent-created', recorder: agentId, subject: [intentId] },
  };
}

export interface Issued {
  readonly row: MandateRow;
  readonly issuerId: string;
  readonly confirmationDigest: string;
  readonly now: number;
}

/** The digest of the mandate itself is added once it is signed, after the commit. @see TSD-ATT-EVT-08 */
export function writeIssued(tx: Queries, { row, issuerId, confirmationDigest, now }: Issued): Promise<void> {
  const { iac, parentId } = row;
  const currency = iac.currency ?? 'CNY';
  return writeEvent<'act:delegation:delegation-issued'>(tx, {
    event_type: 'act:delegation:delegation-issued',
    at: now,
    subject: [row.delegationId],
    ...aboutOf(row, issuerId),
    ...originOf(row, issuerId),
    event_body: {
      confirmation_digest: confirmationDigest,
      psp_id: row.pspId,
      agent_jkt: row.agentJkt,
      delegation_mode: iac.delegation_mode ?? 'SPECIFIED',
      validity_start_time: formatUtcSeconds(row.startsAt),
      validity_end_time: formatUtcSeconds(row.endsAt),
      max_total_amount: formatAmount(amountFromNumber(iac.max_total_amount, currency)),
      currency,
      ...(parentId === undefined ? {} : { parent_delegation_id: parentId }),
    },
  });
}

export interface Change<T extends ChangeEvent = ChangeEvent> {
  readonly type: T;
  readonly row: MandateRow;
  readonly issuerId: string;
  /** Tells the changes of one mandate apart. */
  readonly running: string;
  readonly now: number;
  readonly body: EventBodies[T];
}

/**
 * Writes a change of state in the transaction that makes it.
 *
 * @see ADD-IAC-LCM-16, TSD-ATT-EVT-09, TSD-ATT-EVT-10, TSD-ATT-EVT-11
 */
export function writeChange<T extends ChangeEvent>(tx: Queries, change: Change<T>): Promise<void> {
  const { type, row, issuerId, running, now, body } = change;
  return writeEvent<T>(tx, {
    event_type: type,
    at: now,
    subject: [row.delegationId, running],
    ...aboutOf(row, issuerId),
    upstream: issuedName(issuerId, row.delegationId),
    event_body: body,
  });
}
