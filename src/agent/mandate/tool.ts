import { expectJson } from '../../http/index.ts';
import { traced } from '../../http/traced.ts';
import { digestOfObject } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { IacPayload, ToolRequestBody } from '../../protocol/generated/types.ts';
import type { JsonValue } from '../../protocol/json/index.ts';
import { amountFromNumber, compare, formatAmount, parseAmount } from '../../protocol/money/index.ts';
import { formatUtcSeconds, parseUtcSeconds } from '../../protocol/time/index.ts';
import { signCommand, trustedAddress, trustNow, withText } from '../calls.ts';
import type { AgentContext, StandingTool } from '../config.ts';

export type ToolLimits = ToolRequestBody['limits'];

/** The narrowest tool that every payment of a mandate fits through. */
export function limitsFor(iac: IacPayload): ToolLimits {
  const currency = iac.currency ?? 'CNY';
  const { max_single_amount: single, allowed_merchants: merchants } = iac.ext?.commerce ?? {};
  return {
    currency,
    max_amount: formatAmount(amountFromNumber(single ?? iac.max_total_amount, currency)),
    valid_until: iac.validity_end_time,
    ...(merchants === undefined ? {} : { merchants }),
  };
}

/** A tool for many tasks, as the user's configuration wants it, that is wide enough for this one. */
export function standingLimits(needed: ToolLimits, standing: StandingTool, now: number): ToolLimits {
  const { currency } = needed;
  const amounts = [standing.max_amount, needed.max_amount].map((amount) => parseAmount(amount, currency));
  const widest = amounts.reduce((one, other) => (compare(one, other) >= 0 ? one : other));
  const end = Math.max(now + standing.validity_seconds, parseUtcSeconds(needed.valid_until));
  return { currency, max_amount: formatAmount(widest), valid_until: formatUtcSeconds(end) };
}

/** Whether a tool with the limits `bound` lets through everything that `needed` has to. */
export function covers(bound: ToolLimits, needed: ToolLimits): boolean {
  return (
    bound.currency === needed.currency &&
    compare(parseAmount(bound.max_amount, bound.currency), parseAmount(needed.max_amount, needed.currency)) >=
      0 &&
    parseUtcSeconds(bound.valid_until) >= parseUtcSeconds(needed.valid_until) &&
    coversMerchants(bound.merchants, needed.merchants)
  );
}

function coversMerchants(
  bound: readonly string[] | undefined,
  needed: readonly string[] | undefined,
): boolean {
  if (bound === undefined) return true;
  return needed?.every((merchant) => bound.includes(merchant)) ?? false;
}

const answered = withText('tool_request_id', 'status');

/**
 * Asks the payment service to bind a payment tool for this agent; the user confirms it on the device.
 *
 * @throws ActError issuer_not_trusted, peer_*; RemoteProblem
 * @see PSD-PMT-BND
 */
export async function requestTool(
  context: AgentContext,
  tool: { readonly toolRequestId: string; readonly delegator: string; readonly limits: ToolLimits },
): Promise<void> {
  const { config } = context;
  const step = { from: config.agent_id, to: config.psp_id, message: 'tool.request', signer: config.agent_id };
  await traced(context.trace, step, async () => {
    const { baseUrl } = trustedAddress(await trustNow(context), config.psp_id, 'PSP');
    const command = await signCommand(context, {
      aud: config.psp_id,
      action: 'tool.request',
      target: tool.toolRequestId,
      params: { digest: await digestOfObject(tool.limits as unknown as JsonValue) },
    });
    const body: ToolRequestBody = {
      delegator_identity: tool.delegator,
      limits: tool.limits,
      agent_attestation: context.attestation,
      command,
    };
    expectJson(answered, await context.http.post(`${baseUrl}/tools`, body));
  });
}

export type ToolProgress =
  | { readonly status: 'PENDING_CONFIRMATION' | 'DENIED' }
  | { readonly status: 'ACTIVE'; readonly paymentToolRef: string };

/**
 * Looks once whether the tool is bound.
 *
 * @throws ActError tool_invalid (revoked or expired), peer_*; RemoteProblem
 */
export async function readTool(context: AgentContext, toolRequestId: string): Promise<ToolProgress> {
  const { config } = context;
  const { baseUrl } = trustedAddress(await trustNow(context), config.psp_id, 'PSP');
  const command = await signCommand(context, {
    aud: config.psp_id,
    action: 'tool.read',
    target: toolRequestId,
  });
  const url = `${baseUrl}/tools/${encodeURIComponent(toolRequestId)}`;
  const answer: { status: string; payment_tool_ref?: unknown } = expectJson(
    answered,
    await context.http.get(url, { command }),
  );
  if (answer.status === 'PENDING_CONFIRMATION' || answer.status === 'DENIED')
    return { status: answer.status };
  if (answer.status !== 'ACTIVE' || typeof answer.payment_tool_ref !== 'string') {
    throw new ActError('tool_invalid', { state: answer.status });
  }
  return { status: 'ACTIVE', paymentToolRef: answer.payment_tool_ref };
}
