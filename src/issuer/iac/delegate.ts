import { traced } from '../../http/traced.ts';
import { digestOfJws, digestOfObject } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { DelegationBody, IacPayload, MandateClaims } from '../../protocol/generated/types.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import type { Random } from '../../protocol/ports.ts';
import { parseUtcSeconds } from '../../protocol/time/index.ts';
import { consumeCommand, type Queries } from '../../store/index.ts';
import { judge } from '../../verifier/check.ts';
import { assertAccepted, verifyHandingDown, verifyIac } from '../../verifier/index.ts';
import { identifySender, type ProvenAgent, type Sender, verifyAgentCommand } from '../commands/index.ts';
import { knowsDelegator } from '../devices/index.ts';
import { asJson } from '../json.ts';
import { type Signing, writeClaims } from '../signing/index.ts';
import { issuedTermsChecks } from './checks/index.ts';
import { writeIssued } from './events.ts';
import { assertLineActive, chainOf, countBelow, holdLine, standingOf } from './family.ts';
import { mandateMessageId } from './grant.ts';
import { findMandateRow, type MandateRow, type MandateStatus, readMandateRow } from './mandate-row.ts';
import { partiesOf } from './read.ts';
import { insertRequest, type RequestDeps } from './request.ts';
import { allotStatusIndex } from './status-index.ts';
import { statusListUri } from './status-list.ts';

/** Mandates that stand directly below one. */
const BELOW_MAX = 32;
/** And below the delegator's own, at any depth: revoking it revokes all of them in one transaction. */
const FAMILY_MAX = 512;

export interface DelegateDeps extends RequestDeps {
  readonly baseUrl: string;
  readonly random: Random;
  readonly signing: Signing;
}

/** A mandate that was handed down, with those above it: what a payment under it has to show. */
export interface DelegationAnswer {
  readonly delegation_id: string;
  /** Active where it was just handed down; asked for again, how it stands by now. */
  readonly status: MandateStatus;
  readonly mandate: string;
  readonly mandate_chain: readonly string[];
}

/** Everything about a request that was judged before the transaction. */
interface Judged {
  readonly body: DelegationBody;
  readonly parent: MandateRow;
  readonly sender: Sender;
  readonly agent: ProvenAgent;
  readonly contentDigest: string;
  readonly parentClaims: MandateClaims;
}

/**
 * Hands a mandate down from one agent to another: on the command of the agent above, with the proof of possession of
 * the agent below, and without asking the delegator again, who allowed it with `delegation_depth` and whose
 * confirmation it rests on. The same content again answers the same mandate.
 *
 * @throws ActError mandate_unknown, command_*, agent_attestation_*, possession_proof_invalid, the codes of `verifyIac`,
 *   mandate_chain_broken, mandate_parent_mismatch, mandate_depth_exceeded, mandate_widened, parent_not_active,
 *   delegation_id_reused, too_many_requests (as many stand below it already, or below the delegator's own)
 * @see OA-DLG-08
 */
export function delegateMandate(
  deps: DelegateDeps,
  parentId: string,
  body: DelegationBody,
): Promise<DelegationAnswer> {
  const checks = ['OA-CMD-06', 'OA-CMD-01', 'OA-KEY-04', 'OA-KEY-03', 'OA-DLG-03', 'OA-DLG-04', 'OA-DLG-05'];
  return traced(
    deps.trace,
    { from: body.iac.agent_id, to: deps.issuerId, message: 'delegation', checks },
    async () => {
      const now = deps.clock();
      const judged = await judgeRequest(deps, parentId, body, now);
      await deps.store.transact((tx) => handDown(deps, tx, judged, now));
      return delegationAnswer(deps, body.iac.delegation_id);
    },
  );
}

async function delegationAnswer(deps: DelegateDeps, delegationId: string): Promise<DelegationAnswer> {
  const mandate = await deps.signing.complete(mandateMessageId(delegationId));
  const chain = await chainOf(deps, delegationId);
  const row = await readMandateRow(deps.store.read, delegationId);
  const status = await standingOf(deps.store.read, row, deps.clock());
  return { delegation_id: delegationId, status, mandate, mandate_chain: chain };
}

async function judgeRequest(
  deps: DelegateDeps,
  parentId: string,
  body: DelegationBody,
  now: number,
): Promise<Judged> {
  const { iac } = body;
  const parent = await readMandateRow(deps.store.read, parentId);
  const subjectDigest = await digestOfObject(asJson(iac));
  const expected = { now, audience: deps.issuerId, action: 'mandate.delegate', target: parentId } as const;
  const sender = await identifySender(body.delegation, expected, partiesOf(parent), deps);
  if (sender.params.digest !== subjectDigest)
    throw new ActError('command_target_mismatch', { rule: 'digest' });
  const agent = await verifyAgentCommand(
    deps,
    { attestation: body.agent_attestation, command: body.command, agentId: iac.agent_id, subjectDigest },
    { now, audience: deps.issuerId, action: 'mandate.request', target: iac.delegation_id },
    await deps.trust.current(now),
  );
  const claims = await parentClaims(deps, parent, iac);
  await judgeTerms(deps, iac, parent, now);
  const contentDigest = await digestOfObject({
    iac: asJson(iac),
    psp_id: parent.pspId,
    agent_jkt: agent.jkt,
  });
  return { body, parent, sender, agent, contentDigest, parentClaims: claims };
}

/** @throws ActError parent_not_active (never issued), mandate_chain_broken (another parent is named) */
async function parentClaims(deps: DelegateDeps, parent: MandateRow, iac: IacPayload): Promise<MandateClaims> {
  if (parent.statusIndex === undefined) throw new ActError('parent_not_active', { status: parent.state });
  const compact = await deps.signing.complete(mandateMessageId(parent.delegationId));
  if (iac.ext?.openact?.parent_mandate !== (await digestOfJws(compact))) {
    throw new ActError('mandate_chain_broken', { member: 'parent_mandate' });
  }
  return readMessage('mandate', compact).claims;
}

const SAME = ['delegator_identity', 'source_isr_digest', 'intent_id'] as const;

async function judgeTerms(
  deps: DelegateDeps,
  iac: IacPayload,
  parent: MandateRow,
  now: number,
): Promise<void> {
  const other = SAME.find((member) => iac[member] !== parent.iac[member]);
  if (other !== undefined) throw new ActError('mandate_parent_mismatch', { member: other });
  assertAccepted(await verifyHandingDown(iac, parent.iac));
  const judged = await verifyIac(iac);
  assertAccepted(judged);
  if (judged.verdict !== 'accepted') throw new ActError('internal', { rule: 'judgement' });
  const { terms } = judged.facts.mandate;
  const knows = await knowsDelegator(deps.store.read, iac.delegator_identity);
  const facts = { terms, now, pspId: parent.pspId, psps: deps.psps, knowsDelegator: knows };
  assertAccepted(await judge(issuedTermsChecks, facts));
}

async function handDown(deps: DelegateDeps, tx: Queries, judged: Judged, now: number): Promise<void> {
  const { body, parent, sender, agent, contentDigest } = judged;
  const delegationId = body.iac.delegation_id;
  await consumeCommand(tx, sender.use);
  await consumeCommand(tx, agent.use);
  // Held before it is looked for: of two that ask for the same at once the second finds what the first has made.
  const line = await holdLine(tx, parent);
  const known = await findMandateRow(tx, delegationId);
  if (known !== undefined) {
    if (known.contentDigest !== contentDigest) throw new ActError('delegation_id_reused');
    return;
  }
  assertLineActive(line, now);
  await assertRoomBelow(tx, parent, line, now);
  const { confirmationId, pspId, delegationId: parentId } = parent;
  await insertRequest(tx, { iac: body.iac, psp_id: pspId }, agent, contentDigest, confirmationId);
  const place = await allotStatusIndex(tx, deps.random);
  await tx.run(
    `UPDATE iac_mandates SET state = 'ISSUED', revision = 1, parent_id = $2, status_list = $3, status_index = $4
     WHERE delegation_id = $1`,
    [delegationId, parentId, place.list, place.index],
  );
  await writeClaims(tx, mandateMessageId(delegationId), 'mandate', claimsOf(deps, judged, place, now));
  const confirmationDigest = judged.parentClaims.confirmation_digest;
  const row = await readMandateRow(tx, delegationId);
  await writeIssued(tx, { row, issuerId: deps.issuerId, confirmationDigest, now });
}

/** All above are held, so nobody else counts at the same time. */
async function assertRoomBelow(
  tx: Queries,
  parent: MandateRow,
  [first = parent]: readonly MandateRow[],
  now: number,
): Promise<void> {
  const row = await tx.get(
    `SELECT COUNT(*) AS below FROM iac_mandates WHERE parent_id = $1 AND state = 'ISSUED' AND ends_at > $2`,
    [parent.delegationId, now],
  );
  if (Number(row?.below) >= BELOW_MAX) throw new ActError('too_many_requests', { below: BELOW_MAX });
  if ((await countBelow(tx, first.delegationId, now)) >= FAMILY_MAX) {
    throw new ActError('too_many_requests', { family: FAMILY_MAX });
  }
}

/** Window, agent and terms are its own; the authority behind them is the delegator's, as in the mandate above. */
function claimsOf(
  deps: DelegateDeps,
  { body: { iac }, parentClaims: above, agent }: Judged,
  place: { readonly list: number; readonly index: number },
  now: number,
): MandateClaims {
  const { user_confirmation_method: method, user_confirmation_timestamp: time } = above.iac;
  return {
    ...above,
    jti: iac.delegation_id,
    iat: now,
    nbf: parseUtcSeconds(iac.validity_start_time),
    exp: parseUtcSeconds(iac.validity_end_time),
    cnf: { jkt: agent.jkt },
    status: { status_list: { idx: place.index, uri: statusListUri(deps.baseUrl, place.list) } },
    iac: {
      ...iac,
      ...(method === undefined ? {} : { user_confirmation_method: method }),
      ...(time === undefined ? {} : { user_confirmation_timestamp: time }),
    },
  };
}
