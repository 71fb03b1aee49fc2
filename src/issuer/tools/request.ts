import { traced } from '../../http/traced.ts';
import { digestOfObject } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { Shown, ToolRequestBody } from '../../protocol/generated/types.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import type { Clock, Trace } from '../../protocol/ports.ts';
import { parseUtcSeconds } from '../../protocol/time/index.ts';
import { consumeCommand } from '../../store/index.ts';
import type { TrustList } from '../../verifier/index.ts';
import { type ProvenAgent, type SenderDeps, verifyAgentCommand } from '../commands/index.ts';
import {
  type ConfirmationService,
  renderToolSummary,
  type StoredConfirmation,
} from '../confirmation/index.ts';
import { knowsDelegator } from '../devices/index.ts';
import { asJson } from '../json.ts';
import { type ToolBindings, toolLock } from '../psp/index.ts';

export interface ToolDeps extends SenderDeps {
  /** The account side that asks its delegators, and the payment service whose tool it is. */
  readonly issuerId: string;
  readonly pspId: string;
  readonly clock: Clock;
  readonly trust: { current(now: number): Promise<TrustList> };
  readonly confirmations: ConfirmationService;
  readonly toolBindings: ToolBindings;
  readonly trace?: Trace;
}

export interface ToolRequestAnswer {
  readonly tool_request_id: string;
  readonly status: string;
  readonly confirmation_id: string;
}

const PENDING = 'PENDING_CONFIRMATION';
const IDENTIFIER = /^[A-Za-z0-9_:~-][A-Za-z0-9._:~-]{0,127}$/;

/**
 * Takes an agent's request for a payment tool and puts its limits before the account holder. The request's identifier
 * is the target of the command; the same request again, under a new command, answers the same confirmation.
 *
 * @throws ActError agent_attestation_*, possession_proof_invalid, command_*, binding_identity_failed,
 *   binding_over_limit, request_id_reused, too_many_requests, trust_list_*
 * @see PSD-PMT-BND
 */
export function requestTool(deps: ToolDeps, body: ToolRequestBody): Promise<ToolRequestAnswer> {
  const checks = ['OA-KEY-04', 'OA-KEY-03', 'PSD-PMT-BND-01', 'PSD-PMT-BND-03'];
  return traced(deps.trace, { from: 'agent', to: deps.pspId, message: 'tool request', checks }, () =>
    request(deps, body),
  );
}

async function request(deps: ToolDeps, body: ToolRequestBody): Promise<ToolRequestAnswer> {
  const now = deps.clock();
  const toolRequestId = readMessage('command', body.command).claims.target;
  if (!IDENTIFIER.test(toolRequestId)) throw new ActError('schema_mismatch', { rule: 'tool_request_id' });
  const subjectDigest = await digestOfObject(asJson(body.limits));
  const agent = await verifyAgentCommand(
    deps,
    { attestation: body.agent_attestation, command: body.command, subjectDigest },
    { now, audience: deps.pspId, action: 'tool.request', target: toolRequestId },
    await deps.trust.current(now),
  );
  if (!(await knowsDelegator(deps.store.read, body.delegator_identity))) {
    throw new ActError('binding_identity_failed', { rule: 'delegator' });
  }
  const question = {
    kind: 'tool_binding',
    subjectId: toolRequestId,
    delegator: body.delegator_identity,
    shown: shownFor(deps, body, agent),
    subjectDigest,
    agentJkt: agent.jkt,
    agentJwk: agent.publicJwk,
  } as const;
  const pending = await deps.confirmations.prepare(question, now, parseUtcSeconds(body.limits.valid_until));
  return deps.store.transact(async (tx) => {
    await tx.lock(toolLock(toolRequestId));
    await consumeCommand(tx, agent.use);
    const known = await deps.confirmations.findFor(tx, 'tool_binding', toolRequestId, now);
    if (known !== undefined) {
      if (!isSame(known, pending)) throw new ActError('request_id_reused');
      const binding = await deps.toolBindings.read(tx, toolRequestId, now);
      return answerFor(known, binding?.status ?? PENDING);
    }
    await deps.toolBindings.prepare(tx, {
      toolRequestId,
      delegator: body.delegator_identity,
      agentId: agent.agentId,
      agentJkt: agent.jkt,
      agentJwk: agent.publicJwk,
      limits: body.limits,
      now,
    });
    await deps.confirmations.insert(tx, pending, now);
    return answerFor(pending, PENDING);
  });
}

type Comparable = Pick<StoredConfirmation, 'challenge' | 'delegator' | 'confirmationId' | 'subjectId'>;

/** The challenge covers the limits, the agent and its key. */
function isSame(known: Comparable, asked: Comparable): boolean {
  return known.challenge === asked.challenge && known.delegator === asked.delegator;
}

function answerFor(confirmation: Comparable, status: string): ToolRequestAnswer {
  return { tool_request_id: confirmation.subjectId, status, confirmation_id: confirmation.confirmationId };
}

function shownFor(deps: ToolDeps, { limits }: ToolRequestBody, agent: ProvenAgent): Shown {
  return {
    kind: 'tool_binding',
    issuer: deps.issuerId,
    psp_id: deps.pspId,
    agent: { agent_id: agent.agentId, jkt: agent.jkt },
    summary: renderToolSummary(limits, agent.agentId, deps.pspId),
    limits,
  };
}
