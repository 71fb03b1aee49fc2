import { type PublicJwk, publicJwkFrom } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { IacPayload } from '../../protocol/generated/types.ts';
import type { Queries, Row } from '../../store/index.ts';

/** A mandate as it is kept, from the request on. Times in Unix seconds. */
export interface MandateRow {
  readonly delegationId: string;
  readonly contentDigest: string;
  /** As asked for and shown: without the confirmation, which the issuer adds. */
  readonly iac: IacPayload;
  readonly pspId: string;
  readonly delegator: string;
  readonly agentId: string;
  readonly agentJkt: string;
  readonly agentJwk: PublicJwk;
  readonly confirmationId: string;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly state: 'PENDING' | 'DENIED' | 'ISSUED' | 'REVOKED';
  /** The stated condition under which the delegator's own suspension is lifted. */
  readonly delegatorHold: string | undefined;
  /** The stated condition under which risk control's suspension is lifted. */
  readonly riskHold: string | undefined;
  readonly revision: number;
  readonly statusList: number | undefined;
  readonly statusIndex: number | undefined;
  /** The mandate that this one was handed down from. */
  readonly parentId: string | undefined;
}

/** The states of ACT's table; Expired follows from the time and is never stored (ADD-IAC-LCM). */
export type MandateState = 'Active' | 'Suspended' | 'Revoked' | 'Expired';
export type MandateStatus = MandateState | 'PENDING_CONFIRMATION' | 'DENIED';

/**
 * What is issued, not suspended and not revoked is Active until its end, and Expired from then on by itself. Terminal
 * states are final: what was revoked does not turn into expired.
 *
 * @see ADD-IAC-LCM-01, ADD-IAC-LCM-07
 */
export function statusAt(row: MandateRow, now: number): MandateStatus {
  if (row.state === 'PENDING') return 'PENDING_CONFIRMATION';
  if (row.state === 'DENIED') return 'DENIED';
  if (row.state === 'REVOKED') return 'Revoked';
  if (now >= row.endsAt) return 'Expired';
  return row.delegatorHold === undefined && row.riskHold === undefined ? 'Active' : 'Suspended';
}

/** @throws ActError mandate_unknown */
export async function readMandateRow(queries: Queries, delegationId: string): Promise<MandateRow> {
  return known(await findMandateRow(queries, delegationId));
}

/** The row, which nobody else changes until the transaction is over. @throws ActError mandate_unknown */
export async function holdMandateRow(tx: Queries, delegationId: string): Promise<MandateRow> {
  const row = await tx.get('SELECT * FROM iac_mandates WHERE delegation_id = $1 FOR UPDATE', [delegationId]);
  return known(row && mandateRowOf(row));
}

function known(row: MandateRow | undefined): MandateRow {
  if (row === undefined) throw new ActError('mandate_unknown');
  return row;
}

export async function findMandateRow(
  queries: Queries,
  delegationId: string,
): Promise<MandateRow | undefined> {
  const row = await queries.get('SELECT * FROM iac_mandates WHERE delegation_id = $1', [delegationId]);
  return row === undefined ? undefined : mandateRowOf(row);
}

export function mandateRowOf(row: Row): MandateRow {
  return {
    delegationId: String(row.delegation_id),
    contentDigest: String(row.content_digest),
    iac: JSON.parse(String(row.iac)) as IacPayload,
    pspId: String(row.psp_id),
    delegator: String(row.delegator),
    agentId: String(row.agent_id),
    agentJkt: String(row.agent_jkt),
    agentJwk: publicJwkFrom(JSON.parse(String(row.agent_jwk))),
    confirmationId: String(row.confirmation_id),
    startsAt: Number(row.starts_at),
    endsAt: Number(row.ends_at),
    state: row.state as MandateRow['state'],
    delegatorHold: textOf(row, 'delegator_hold'),
    parentId: textOf(row, 'parent_id'),
    riskHold: textOf(row, 'risk_hold'),
    revision: Number(row.revision),
    statusList: numberOf(row, 'status_list'),
    statusIndex: numberOf(row, 'status_index'),
  };
}

function textOf(row: Row, column: string): string | undefined {
  const value = row[column];
  return typeof value === 'string' ? value : undefined;
}

function numberOf(row: Row, column: string): number | undefined {
  const value = row[column];
  return value === null || value === undefined ? undefined : Number(value);
}
