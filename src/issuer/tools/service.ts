import { traced } from '../../http/traced.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { ToolRequestBody } from '../../protocol/generated/types.ts';
import { consumeCommand } from '../../store/index.ts';
import { identifySender } from '../commands/index.ts';
import type { DecisionHandler } from '../confirmation/index.ts';
import type { ToolBindingStatus, ToolBindings } from '../psp/index.ts';
import { requestTool, type ToolDeps, type ToolRequestAnswer } from './request.ts';

export interface ToolAnswer {
  readonly tool_request_id: string;
  readonly status: ToolBindingStatus['status'];
  /** Once the account holder has approved. */
  readonly payment_tool_ref?: string;
}

/**
 * Payment tools as agents and account holders see them; the bindings themselves belong to the payment service. An agent
 * gets a reference, and no answer names the account behind it.
 *
 * @see PSD-PMT-BND-10
 */
export interface Tools {
  request(body: ToolRequestBody): Promise<ToolRequestAnswer>;
  /** @throws ActError tool_invalid, device_unknown, command_*, confirmation_expired */
  read(toolRequestId: string, command: string): Promise<ToolAnswer>;
  /** @throws ActError tool_invalid, device_unknown, command_* */
  revoke(paymentToolRef: string, command: string): Promise<{ payment_tool_ref: string; status: 'REVOKED' }>;
}

export function createTools(deps: ToolDeps): Tools {
  deps.confirmations.register('tool_binding', toolDecisions(deps.toolBindings));
  return {
    request: (body) => requestTool(deps, body),
    read: (toolRequestId, command) => readTool(deps, toolRequestId, command),
    revoke: (paymentToolRef, command) => revokeTool(deps, paymentToolRef, command),
  };
}

function toolDecisions(toolBindings: ToolBindings): DecisionHandler {
  return {
    async decided(tx, { outcome, subjectId: toolRequestId, now }) {
      if (outcome === 'APPROVED') await toolBindings.activate(tx, { toolRequestId, now });
      else await toolBindings.decline(tx, { toolRequestId });
    },
  };
}

async function readTool(deps: ToolDeps, toolRequestId: string, command: string): Promise<ToolAnswer> {
  const now = deps.clock();
  const asked = await deps.confirmations.findFor(deps.store.read, 'tool_binding', toolRequestId, now);
  if (asked === undefined) throw new ActError('tool_invalid', { rule: 'unknown' });
  const agent = { agentId: asked.shown.agent.agent_id, publicJwk: asked.agentJwk };
  const expected = { now, audience: deps.pspId, action: 'tool.read', target: toolRequestId } as const;
  const sender = await identifySender(command, expected, { delegator: asked.delegator, agent }, deps);
  const binding = await deps.store.transact(async (tx) => {
    await consumeCommand(tx, sender.use);
    return deps.toolBindings.read(tx, toolRequestId, now);
  });
  if (binding === undefined) throw new ActError('tool_invalid', { rule: 'unknown' });
  if (binding.status === 'PENDING_CONFIRMATION' && asked.state === 'EXPIRED') {
    throw new ActError('confirmation_expired');
  }
  const answer = { tool_request_id: toolRequestId, status: binding.status };
  return binding.paymentToolRef === undefined
    ? answer
    : { ...answer, payment_tool_ref: binding.paymentToolRef };
}

async function revokeTool(
  deps: ToolDeps,
  paymentToolRef: string,
  command: string,
): Promise<{ payment_tool_ref: string; status: 'REVOKED' }> {
  const checks = ['OA-CMD-06', 'OA-CMD-01', 'OA-CMD-02'];
  return traced(
    deps.trace,
    { from: 'delegator', to: deps.pspId, message: 'tool.revoke', checks },
    async () => {
      const now = deps.clock();
      const expected = { now, audience: deps.pspId, action: 'tool.revoke', target: paymentToolRef } as const;
      const { delegator, use } = await identifySender(command, expected, {}, deps);
      if (delegator === undefined) throw new ActError('command_not_permitted', { rule: 'device' });
      await deps.store.transact(async (tx) => {
        await consumeCommand(tx, use);
        await deps.toolBindings.revoke(tx, { paymentToolRef, delegator });
      });
      return { payment_tool_ref: paymentToolRef, status: 'REVOKED' };
    },
  );
}
