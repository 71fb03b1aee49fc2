import { traced } from '../../http/traced.ts';
import { digestOfObject, jwkThumbprint, type PublicJwk } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { Shown, SubAccountRequestBody } from '../../protocol/generated/types.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import { type Clock, newId, type Random, type Trace } from '../../protocol/ports.ts';
import { parseUtcSeconds } from '../../protocol/time/index.ts';
import { consumeCommand } from '../../store/index.ts';
import type { TrustList } from '../../verifier/index.ts';
import {
  type ProvenAgent,
  type SenderDeps,
  verifyAgentCommand,
  verifyPossession,
} from '../commands/index.ts';
import { type ConfirmationService, renderSubAccountSummary } from '../confirmation/index.ts';
import { knowsDelegator } from '../devices/index.ts';
import { asJson } from '../json.ts';
import { type SubAccounts, toolLock } from '../psp/index.ts';

export interface SubAccountDeps extends SenderDeps {
  readonly issuerId: string;
  readonly pspId: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly trust: { current(now: number): Promise<TrustList> };
  readonly confirmations: ConfirmationService;
  readonly subAccounts: SubAccounts;
  readonly trace?: Trace;
}

export interface SubAccountRequestAnswer {
  readonly sub_account_id: string;
  readonly status: 'PENDING_CONFIRMATION';
  readonly confirmation_id: string;
}

const IDENTIFIER = /^[A-Za-z0-9_:~-][A-Za-z0-9._:~-]{0,63}$/;

/**
 * Judges that the sender holds a key which is to pay from a sub-account.
 *
 * @throws ActError possession_proof_invalid, command_*
 */
export async function verifyKeyProof(
  deps: Pick<SubAccountDeps, 'pspId'>,
  proof: { readonly keyProof: string; readonly keyJwk: PublicJwk },
  subAccountId: string,
  now: number,
): Promise<string> {
  const jkt = await jwkThumbprint(proof.keyJwk);
  const expected = { now, audience: deps.pspId, action: 'sub_account.prove', target: subAccountId } as const;
  const claims = await verifyPossession(proof.keyProof, expected, proof.keyJwk);
  if (claims.iss !== jkt) throw new ActError('possession_proof_invalid', { rule: 'iss' });
  return jkt;
}

/**
 * Takes an agent's request for a sub-account and puts it before the account holder, on whose wish it is opened. The
 * same request again, under a new command, answers the same confirmation.
 *
 * @throws ActError agent_attestation_*, possession_proof_invalid, command_*, sub_account_identity_failed,
 *   sub_account_key_reused, binding_over_limit, request_id_reused, too_many_requests, trust_list_*
 * @see PSD-AGT-SUB-01, PSD-AGT-SUB-02, PSD-AGT-SUB-06
 */
export function requestSubAccount(
  deps: SubAccountDeps,
  body: SubAccountRequestBody,
): Promise<SubAccountRequestAnswer> {
  const checks = ['OA-KEY-04', 'OA-KEY-03', 'PSD-AGT-SUB-02', 'PSD-AGT-SUB-06'];
  const step = { from: 'agent', to: deps.pspId, message: 'sub-account request', checks };
  return traced(deps.trace, step, () => request(deps, body));
}

async function request(deps: SubAccountDeps, body: SubAccountRequestBody): Promise<SubAccountRequestAnswer> {
  const now = deps.clock();
  const { limits, sub_account_key: keyJwk, delegator_identity: delegator } = body;
  const subAccountId = readMessage('command', body.command).claims.target;
  if (!IDENTIFIER.test(subAccountId)) throw new ActError('schema_mismatch', { rule: 'sub_account_id' });
  const subjectDigest = await digestOfObject(asJson({ limits, sub_account_key: keyJwk }));
  const agent = await verifyAgentCommand(
    deps,
    { attestation: body.agent_attestation, command: body.command, subjectDigest },
    { now, audience: deps.pspId, action: 'sub_account.open', target: subAccountId },
    await deps.trust.current(now),
  );
  const keyJkt = await verifyKeyProof(deps, { keyJwk, keyProof: body.key_proof }, subAccountId, now);
  if (keyJkt === agent.jkt) throw new ActError('sub_account_key_reused', { rule: 'agent' });
  if (!(await knowsDelegator(deps.store.read, delegator))) {
    throw new ActError('sub_account_identity_failed', { rule: 'delegator' });
  }
  const question = {
    kind: 'sub_account',
    subjectId: subAccountId,
    delegator,
    shown: shownFor(deps, body, agent, keyJkt),
    subjectDigest,
    agentJkt: agent.jkt,
    agentJwk: agent.publicJwk,
  } as const;
  const pending = await deps.confirmations.prepare(question, now, parseUtcSeconds(limits.valid_until));
  return deps.store.transact(async (tx) => {
    await tx.lock(toolLock(subAccountId));
    await consumeCommand(tx, agent.use);
    const known = await deps.confirmations.findFor(tx, 'sub_account', subAccountId, now);
    if (known !== undefined) {
      const isSame = known.challenge === pending.challenge && known.delegator === delegator;
      if (!isSame) throw new ActError('request_id_reused');
      return answerFor(subAccountId, known.confirmationId);
    }
    await deps.subAccounts.prepare(tx, {
      subAccountId,
      delegator,
      agentId: agent.agentId,
      agentJkt: agent.jkt,
      agentJwk: agent.publicJwk,
      limits,
      keyJkt,
      keyJwk,
      now,
    });
    await deps.confirmations.insert(tx, pending, now);
    return answerFor(subAccountId, pending.confirmationId);
  });
}

function answerFor(subAccountId: string, confirmationId: string): SubAccountRequestAnswer {
  return { sub_account_id: subAccountId, status: 'PENDING_CONFIRMATION', confirmation_id: confirmationId };
}

function shownFor(
  deps: SubAccountDeps,
  { limits }: SubAccountRequestBody,
  agent: ProvenAgent,
  keyJkt: string,
): Shown {
  return {
    kind: 'sub_account',
    issuer: deps.issuerId,
    psp_id: deps.pspId,
    agent: { agent_id: agent.agentId, jkt: agent.jkt },
    summary: renderSubAccountSummary(limits, agent.agentId, deps.pspId),
    limits,
    sub_account_key: keyJkt,
  };
}

export function newTransferId(deps: Pick<SubAccountDeps, 'random'>): string {
  return newId(deps.random, 'sub');
}
