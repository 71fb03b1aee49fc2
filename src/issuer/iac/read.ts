import { ActError } from '../../protocol/errors/index.ts';
import type { RecordListBody, Shown } from '../../protocol/generated/types.ts';
import type { Clock } from '../../protocol/ports.ts';
import { recordsOfMandate } from '../../records/index.ts';
import { consumeCommand } from '../../store/index.ts';
import { identifySender, type Parties, type SenderDeps } from '../commands/index.ts';
import type { ConfirmationService, StoredConfirmation } from '../confirmation/index.ts';
import { enrolmentMessageId } from '../devices/index.ts';
import type { Signing } from '../signing/index.ts';
import { chainOf, standingOf } from './family.ts';
import { mandateMessageId } from './grant.ts';
import { type MandateRow, type MandateStatus, readMandateRow } from './mandate-row.ts';

export interface ReadDeps extends SenderDeps {
  readonly issuerId: string;
  readonly clock: Clock;
  readonly confirmations: ConfirmationService;
  readonly signing: Signing;
}

/** What the two parties of a mandate are told about it. */
export interface MandateAnswer {
  readonly delegation_id: string;
  readonly status: MandateStatus;
  readonly shown: Shown;
  /** From issuance on: act-mandate+jwt, the evidence and the enrolment of the device that gave it. */
  readonly mandate?: string;
  readonly confirmation?: string;
  readonly enrolment?: string;
  /** Where it was handed down: the mandates above it, the delegator's own first. */
  readonly mandate_chain?: readonly string[];
}

/** Delegator and agent of a mandate, with the agent's key as it stands in the mandate. */
export function partiesOf(row: MandateRow): Parties {
  return { delegator: row.delegator, agent: { agentId: row.agentId, publicJwk: row.agentJwk } };
}

/**
 * Answers mandate.read to the mandate's agent or to a device of its delegator.
 *
 * @throws ActError mandate_unknown, device_unknown, command_*, confirmation_expired when nobody answered in time
 */
export async function readMandate(
  deps: ReadDeps,
  delegationId: string,
  command: string,
): Promise<MandateAnswer> {
  const now = deps.clock();
  const asked = await readMandateRow(deps.store.read, delegationId);
  const expected = { now, audience: deps.issuerId, action: 'mandate.read', target: delegationId } as const;
  const sender = await identifySender(command, expected, partiesOf(asked), deps);
  const { row, confirmation } = await deps.store.transact(async (tx) => {
    await consumeCommand(tx, sender.use);
    const current = await readMandateRow(tx, delegationId);
    return { row: current, confirmation: await deps.confirmations.find(tx, current.confirmationId, now) };
  });
  if (confirmation === undefined) throw new ActError('internal', { rule: 'confirmation' });
  if (row.state === 'PENDING' && confirmation.state === 'EXPIRED') throw new ActError('confirmation_expired');
  const status = await standingOf(deps.store.read, row, now);
  const answer = { delegation_id: delegationId, status, shown: confirmation.shown };
  return row.statusIndex === undefined
    ? answer
    : { ...answer, ...(await evidenceOf(deps, row, confirmation)) };
}

/**
 * What the issuer has recorded of a mandate, for its agent and the devices of its delegator; whoever was handed a part of
 * it is not one of them.
 *
 * @throws ActError mandate_unknown, device_unknown, command_*
 * @see OA-REC-10, OA-DSP-14, TSD-ATT-DSP-02
 */
export async function readMandateRecords(
  deps: ReadDeps,
  delegationId: string,
  command: string,
): Promise<RecordListBody> {
  const row = await readMandateRow(deps.store.read, delegationId);
  const expected = {
    ...{ now: deps.clock(), audience: deps.issuerId },
    ...({ action: 'mandate.read', target: delegationId } as const),
  };
  const sender = await identifySender(command, expected, partiesOf(row), deps);
  await deps.store.transact((tx) => consumeCommand(tx, sender.use));
  return { records: await recordsOfMandate(deps.store.read, delegationId) };
}

async function evidenceOf(
  deps: ReadDeps,
  row: MandateRow,
  { evidence, deviceId }: StoredConfirmation,
): Promise<Omit<MandateAnswer, 'delegation_id' | 'status' | 'shown'>> {
  if (evidence === undefined || deviceId === undefined) throw new ActError('internal', { rule: 'evidence' });
  const chain = row.parentId === undefined ? {} : { mandate_chain: await chainOf(deps, row.delegationId) };
  return {
    ...chain,
    mandate: await deps.signing.complete(mandateMessageId(row.delegationId)),
    confirmation: evidence,
    enrolment: await deps.signing.complete(enrolmentMessageId(deviceId)),
  };
}
