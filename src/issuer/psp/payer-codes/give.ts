import { ActError } from '../../../protocol/errors/index.ts';
import type { PayerCode } from '../../../protocol/generated/types.ts';
import { consumeCommand } from '../../../store/index.ts';
import { agentCommand } from '../commands.ts';
import type { PspParts } from '../parts.ts';
import { findTool } from '../tools.ts';
import { findCode, insertCode, newPayerCode, payerCodeAnswer } from './codes.ts';

/**
 * Gives an agent a code that its wallet shows to a merchant's scanner, for one of its own payment tools. The code is a
 * name for agent and tool, short-lived and good for one offer; it is no permission.
 *
 * @throws ActError tool_invalid, payer_code_unroutable (this service has no prefix), agent_unknown, command_*
 * @see OA-ICN-15, OA-ICN-16, OA-ICN-17
 */
export async function givePayerCode(parts: PspParts, command: string): Promise<PayerCode> {
  const { claims, use, agentJkt } = await agentCommand(parts, command, 'payer_code.give');
  if (parts.payerCodes.own.length === 0) throw new ActError('payer_code_unroutable', { rule: 'own' });
  const { target: paymentToolRef, iss: agentId } = claims;
  return parts.store.transact(async (tx) => {
    const now = parts.clock();
    await consumeCommand(tx, use);
    const tool = await findTool(tx, paymentToolRef);
    const isOwn = tool?.agentId === agentId && tool.agentJkt === agentJkt;
    if (!isOwn || tool.state !== 'ACTIVE' || now >= tool.validUntil) throw new ActError('tool_invalid');
    const payerCode = newPayerCode(parts.random, parts.payerCodes, parts.pspId);
    const expiresAt = now + parts.policy.payerCodeSeconds;
    const code = { payerCode, paymentToolRef, agentId, agentJkt, issuedAt: now, expiresAt };
    await insertCode(tx, code);
    return payerCodeAnswer(code, now);
  });
}

/**
 * Tells the agent whether its code was scanned, and hands it the offer: it judges it as any other, and pays it as any
 * other.
 *
 * @throws ActError payer_code_unknown (also for the code of another agent or key), agent_unknown, command_*
 * @see OA-ICN-18
 */
export async function readPayerCode(parts: PspParts, payerCode: string, command: string): Promise<PayerCode> {
  const { claims, use, agentJkt } = await agentCommand(parts, command, 'payer_code.read');
  if (claims.target !== payerCode) throw new ActError('command_target_mismatch');
  return parts.store.transact(async (tx) => {
    await consumeCommand(tx, use);
    const code = await findCode(tx, payerCode);
    if (code?.agentId !== claims.iss || code.agentJkt !== agentJkt) throw new ActError('payer_code_unknown');
    return payerCodeAnswer(code, parts.clock());
  });
}
