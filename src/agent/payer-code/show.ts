import { expectJson } from '../../http/index.ts';
import { traced } from '../../http/traced.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { PayerCode } from '../../protocol/generated/types.ts';
import { validatePayerCode } from '../../protocol/generated/validators.js';
import { signCommand, trustedAddress, trustNow } from '../calls.ts';
import type { AgentContext } from '../config.ts';

/**
 * Asks the payment service for a code that the user shows to a till, for one of the agent's own payment tools. It lives a
 * minute, takes one offer, and permits nothing.
 *
 * @throws ActError tool_invalid, payer_code_unroutable (the service gives no codes), peer_*; RemoteProblem
 * @see OA-ICN-24
 */
export async function askForCode(context: AgentContext, paymentToolRef: string): Promise<PayerCode> {
  const { agent_id: from, psp_id: to } = context.config;
  return traced(context.trace, { from, to, message: 'payer_code.give', signer: from }, async () => {
    const { baseUrl } = trustedAddress(await trustNow(context), to, 'PSP');
    const command = await signCommand(context, {
      aud: to,
      action: 'payer_code.give',
      target: paymentToolRef,
    });
    return expectJson(validatePayerCode, await context.http.post(`${baseUrl}/payer-codes`, { command }));
  });
}

/**
 * Looks whether a till has scanned the code, and what it offers for it.
 *
 * @throws ActError payer_code_unknown, peer_answer_invalid, peer_*; RemoteProblem
 * @see OA-ICN-24
 */
export async function lookAtCode(context: AgentContext, payerCode: string): Promise<PayerCode> {
  const { agent_id: from, psp_id: to } = context.config;
  return traced(context.trace, { from, to, message: 'payer_code.read', signer: from }, async () => {
    const { baseUrl } = trustedAddress(await trustNow(context), to, 'PSP');
    const command = await signCommand(context, { aud: to, action: 'payer_code.read', target: payerCode });
    const url = `${baseUrl}/payer-codes/${encodeURIComponent(payerCode)}`;
    const code = expectJson(validatePayerCode, await context.http.get(url, { command }));
    if (code.payer_code !== payerCode) throw new ActError('peer_answer_invalid', { member: 'payer_code' });
    return code;
  });
}
