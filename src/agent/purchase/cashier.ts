import { expectJson } from '../../http/index.ts';
import { traced } from '../../http/traced.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { InstantPaymentAnswer, InstantPaymentBody } from '../../protocol/generated/types.ts';
import { validateInstantPaymentAnswer } from '../../protocol/generated/validators.js';
import { signCommand, trustedAddress, trustNow } from '../calls.ts';
import type { AgentContext } from '../config.ts';
import { askingAnew, heedPause } from '../heeding-pauses.ts';
import { outcomeOf } from './outcome.ts';

/** How a call to the cashier ended, as far as the agent can know. */
export type CashierOutcome =
  | { readonly kind: 'known'; readonly answer: InstantPaymentAnswer }
  /** The payment service knows nothing of it. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'refused'; readonly error: ActError }
  | { readonly kind: 'unknown'; readonly error: ActError };

/** Puts a payment before the user. @see PSD-PAY-INS */
export async function enterPayment(context: AgentContext, body: InstantPaymentBody): Promise<CashierOutcome> {
  const { agent_id: agentId, psp_id: psp } = context.config;
  const step = { from: agentId, to: psp, message: 'act-payment-request+jwt', signer: agentId };
  try {
    return await traced(context.trace, step, async () => {
      const { baseUrl } = trustedAddress(await trustNow(context), psp, 'PSP');
      const response = await context.http.post(`${baseUrl}/instant-payments`, body);
      return { kind: 'known', answer: expectJson(validateInstantPaymentAnswer, response) };
    });
  } catch (error) {
    const outcome = outcomeOf(error);
    if (outcome.kind === 'refused') return { kind: 'refused', error: outcome.problem };
    if (outcome.kind === 'unknown') return outcome;
    throw error;
  }
}

/** What became of a payment whose way to the user is unknown: it is asked for when the other side wants to be asked. */
export async function afterEntering(
  context: AgentContext,
  entered: CashierOutcome,
  requestId: string,
): Promise<CashierOutcome> {
  if (entered.kind !== 'unknown') return entered;
  await heedPause(context, entered.error);
  return readPayment(context, requestId);
}

/** Looks once how a payment stands. @param target its payment_id, or the id of the request */
export async function readPayment(context: AgentContext, target: string): Promise<CashierOutcome> {
  const { psp_id: psp } = context.config;
  try {
    const { baseUrl } = trustedAddress(await trustNow(context), psp, 'PSP');
    const url = `${baseUrl}/instant-payments/${encodeURIComponent(target)}`;
    const answer = await askingAnew(context, async () => {
      const command = await signCommand(context, { aud: psp, action: 'payment.read', target });
      return expectJson(validateInstantPaymentAnswer, await context.http.get(url, { command }));
    });
    return { kind: 'known', answer };
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    return error.code === 'payment_unknown' ? { kind: 'absent' } : { kind: 'unknown', error };
  }
}

/** Looks until the user has decided and the payment is through, or the questions are used up. */
export async function awaitDecision(context: AgentContext, first: CashierOutcome): Promise<CashierOutcome> {
  if (first.kind !== 'known') return first;
  const { payment_id: paymentId } = first.answer;
  let last: CashierOutcome = first;
  for (let asked = 0; asked < context.config.max_queries && isOpen(last); asked += 1) {
    await context.sleep(context.config.poll_milliseconds);
    last = await readPayment(context, paymentId);
  }
  return last;
}

/** Confirmed and not through yet is as good as waiting: the payee's service, or a key, has still to answer. */
function isOpen(outcome: CashierOutcome): boolean {
  if (outcome.kind === 'known') return outcome.answer.status === 'WAIT_BUYER_PAY';
  return outcome.kind === 'unknown' && outcome.error.code === 'payment_pending';
}

/** The page on which the user sees in a browser what waits: at the address that the trust list has, and at no other. */
export async function cashierPageOf(context: AgentContext, confirmationId: string): Promise<string> {
  const { baseUrl } = trustedAddress(await trustNow(context), context.config.psp_id, 'PSP');
  return `${baseUrl}/cashier/${encodeURIComponent(confirmationId)}`;
}
