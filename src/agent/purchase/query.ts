import { expectJson } from '../../http/index.ts';
import { traced } from '../../http/traced.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { PaymentAnswer } from '../../protocol/generated/types.ts';
import { validatePaymentAnswer } from '../../protocol/generated/validators.js';
import { signCommand, trustedAddress, trustNow } from '../calls.ts';
import type { AgentContext } from '../config.ts';
import { pauseAfter } from '../heeding-pauses.ts';

export type QueryOutcome =
  | { readonly kind: 'paid'; readonly answer: PaymentAnswer }
  /** The payment service knows none of the requests and no payment of the order. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown'; readonly error: ActError };

/**
 * Asks what became of an order until the payment service knows, with a bound on the number of questions.
 *
 * @param targets request ids and the order number; the order counts as unpaid only when all are unknown
 * @see PSD-PAY-A402 (query)
 */
export async function queryUntilKnown(
  context: AgentContext,
  targets: readonly string[],
): Promise<QueryOutcome> {
  const step = {
    from: context.config.agent_id,
    to: context.config.psp_id,
    message: 'payment.query',
    signer: context.config.agent_id,
  };
  let last: QueryOutcome = { kind: 'unknown', error: new ActError('peer_unreachable') };
  for (let asked = 1; ; asked += 1) {
    last = await queryAll(context, targets);
    if (last.kind !== 'unknown' || asked >= context.config.max_queries) break;
    const pause = pauseAfter(context, last.error);
    if (pause === undefined) break;
    await context.sleep(pause);
  }
  const note = last.kind === 'paid' ? last.answer.trade_no : last.kind;
  await traced(context.trace, { ...step, note }, async () => {
    if (last.kind === 'unknown') throw last.error;
  }).catch(() => undefined);
  return last;
}

async function queryAll(context: AgentContext, targets: readonly string[]): Promise<QueryOutcome> {
  for (const target of targets) {
    const outcome = await queryOnce(context, target);
    if (outcome.kind !== 'absent') return outcome;
  }
  return { kind: 'absent' };
}

async function queryOnce(context: AgentContext, target: string): Promise<QueryOutcome> {
  const { psp_id: psp } = context.config;
  try {
    const { baseUrl } = trustedAddress(await trustNow(context), psp, 'PSP');
    const command = await signCommand(context, { aud: psp, action: 'payment.query', target });
    const response = await context.http.post(`${baseUrl}/payments/query`, { command });
    return { kind: 'paid', answer: expectJson(validatePaymentAnswer, response) };
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    return error.code === 'payment_unknown' ? { kind: 'absent' } : { kind: 'unknown', error };
  }
}
