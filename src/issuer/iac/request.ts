import { traced } from '../../http/traced.ts';
import { digestOfObject } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { MandateRequestBody, Shown } from '../../protocol/generated/types.ts';
import type { Clock, Trace } from '../../protocol/ports.ts';
import { formatUtcSeconds, parseUtcSeconds } from '../../protocol/time/index.ts';
import { consumeCommand, type Queries } from '../../store/index.ts';
import { judge } from '../../verifier/check.ts';
import { assertAccepted, type TrustList, verifyIac } from '../../verifier/index.ts';
import { type ProvenAgent, type SenderDeps, verifyAgentCommand } from '../commands/index.ts';
import {
  type ConfirmationService,
  type PendingConfirmation,
  renderMandateSummary,
} from '../confirmation/index.ts';
import { knowsDelegator } from '../devices/index.ts';
import { asJson } from '../json.ts';
import { mandateRequestChecks } from './checks/index.ts';
import { findMandateRow, type MandateRow, type MandateStatus, statusAt } from './mandate-row.ts';
import { assertRuntime } from './runtime.ts';

export interface RequestDeps extends SenderDeps {
  readonly issuerId: string;
  /** The payment services that mandates may be made out to. */
  readonly psps: readonly string[];
  readonly clock: Clock;
  readonly trust: { current(now: number): Promise<TrustList> };
  readonly confirmations: ConfirmationService;
  /** Whether a2p2:L5 is granted here. */
  readonly fullAutonomy?: boolean;
  readonly trace?: Trace;
}

export interface MandateRequestAnswer {
  readonly delegation_id: string;
  readonly status: MandateStatus;
  readonly confirmation_id: string;
  /** Until when the delegator may answer. */
  readonly expires_at: string;
}

/**
 * Takes an agent's request for a mandate and puts it before the delegator. The same content again, under a new
 * command, answers the same confirmation as it stands.
 *
 * @throws ActError agent_attestation_*, possession_proof_invalid, command_*, the codes of `verifyIac` and of
 *   `mandateRequestChecks`, delegation_id_reused, confirmation_expired, too_many_requests, trust_list_*
 */
export function requestMandate(deps: RequestDeps, body: MandateRequestBody): Promise<MandateRequestAnswer> {
  const step = {
    from: body.iac.agent_id,
    to: deps.issuerId,
    message: 'mandate request',
    checks: [
      'OA-KEY-04',
      'OA-KEY-03',
      ...mandateRequestChecks.map((check) => check.requirement),
      'ADD-IAC-ISS-16',
    ],
  };
  return traced(deps.trace, step, () => request(deps, body));
}

async function request(deps: RequestDeps, body: MandateRequestBody): Promise<MandateRequestAnswer> {
  const now = deps.clock();
  const agent = await provenAgent(deps, body, now);
  await checkContent(deps, body, now);
  const contentDigest = await digestOfObject({
    iac: asJson(body.iac),
    psp_id: body.psp_id,
    agent_jkt: agent.jkt,
  });
  const pending = await questionFor(deps, body, agent, now);
  return deps.store.transact(async (tx) => {
    await consumeCommand(tx, agent.use);
    const known = await findMandateRow(tx, body.iac.delegation_id);
    if (known !== undefined) return sameAgain(deps, tx, known, contentDigest, now);
    await insertRequest(tx, body, agent, contentDigest, pending.confirmationId);
    await deps.confirmations.insert(tx, pending, now);
    return answerFor(pending, 'PENDING_CONFIRMATION');
  });
}

async function provenAgent(deps: RequestDeps, body: MandateRequestBody, now: number): Promise<ProvenAgent> {
  const { iac, agent_attestation, command } = body;
  const subjectDigest = await digestOfObject(asJson(iac));
  const agent = await verifyAgentCommand(
    deps,
    { attestation: agent_attestation, command, agentId: iac.agent_id, subjectDigest },
    { now, audience: deps.issuerId, action: 'mandate.request', target: iac.delegation_id },
    await deps.trust.current(now),
  );
  await assertRuntime(body, agent, { now, audience: deps.issuerId, subjectDigest });
  return agent;
}

async function checkContent(deps: RequestDeps, body: MandateRequestBody, now: number): Promise<void> {
  const judged = await verifyIac(body.iac);
  assertAccepted(judged);
  if (judged.verdict !== 'accepted') throw new ActError('internal', { rule: 'judgement' });
  const facts = {
    terms: judged.facts.mandate.terms,
    now,
    pspId: body.psp_id,
    psps: deps.psps,
    knowsDelegator: await knowsDelegator(deps.store.read, body.iac.delegator_identity),
    fullAutonomy: deps.fullAutonomy === true,
  };
  assertAccepted(await judge(mandateRequestChecks, facts));
}

/** What the delegator sees is made here, from the payload that will be signed. */
async function questionFor(
  deps: RequestDeps,
  { iac, psp_id }: MandateRequestBody,
  agent: ProvenAgent,
  now: number,
): Promise<PendingConfirmation> {
  const shown: Shown = {
    kind: 'mandate',
    issuer: deps.issuerId,
    psp_id,
    agent: { agent_id: agent.agentId, jkt: agent.jkt },
    summary: renderMandateSummary(iac, psp_id),
    iac,
  };
  const question = {
    kind: 'mandate',
    subjectId: iac.delegation_id,
    delegator: iac.delegator_identity,
    shown,
    subjectDigest: iac.source_isr_digest ?? '',
    agentJkt: agent.jkt,
    agentJwk: agent.publicJwk,
  } as const;
  return deps.confirmations.prepare(question, now, parseUtcSeconds(iac.validity_end_time));
}

async function sameAgain(
  deps: RequestDeps,
  tx: Queries,
  known: MandateRow,
  contentDigest: string,
  now: number,
): Promise<MandateRequestAnswer> {
  if (known.contentDigest !== contentDigest) throw new ActError('delegation_id_reused');
  const confirmation = await deps.confirmations.find(tx, known.confirmationId, now);
  if (confirmation === undefined) throw new ActError('internal', { rule: 'confirmation' });
  if (confirmation.state === 'EXPIRED') throw new ActError('confirmation_expired');
  return answerFor(confirmation, statusAt(known, now));
}

function answerFor(confirmation: PendingConfirmation, status: MandateStatus): MandateRequestAnswer {
  return {
    delegation_id: confirmation.subjectId,
    status,
    confirmation_id: confirmation.confirmationId,
    expires_at: formatUtcSeconds(confirmation.expiresAt),
  };
}

export async function insertRequest(
  tx: Queries,
  { iac, psp_id }: Pick<MandateRequestBody, 'iac' | 'psp_id'>,
  agent: ProvenAgent,
  contentDigest: string,
  confirmationId: string,
): Promise<void> {
  await tx.run(
    `INSERT INTO iac_mandates (delegation_id, content_digest, iac, psp_id, delegator, agent_id, agent_jkt, agent_jwk,
       confirmation_id, starts_at, ends_at, state, revision)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'PENDING', 0)`,
    [
      iac.delegation_id,
      contentDigest,
      JSON.stringify(iac),
      psp_id,
      iac.delegator_identity,
      agent.agentId,
      agent.jkt,
      JSON.stringify(agent.publicJwk),
      confirmationId,
      parseUtcSeconds(iac.validity_start_time),
      parseUtcSeconds(iac.validity_end_time),
    ],
  );
}
