import type { RemoteProblem } from '../../http/index.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import type { AgentContext } from '../config.ts';
import { MAY_PASS, waitBefore } from '../purchase/after-refusal.ts';
import { type A402Purchase, saveA402 } from './purchases.ts';

/**
 * Whether the mandate has a bill tried again that the payment service has refused for good: with AUTO_RETRY, and only where
 * the advice of the refusal is that the same payment may go through later. The count is kept with the bill and written
 * down before the try, so that neither a restart nor another call begins it anew. Without a count there is no further try.
 *
 * @returns the bill to try again, after a wait that is longer each time; undefined where the refusal ends it
 * @throws ActError purchase_transition_illegal when another call has gone on with the bill meanwhile
 * @see OA-CART-05
 */
export async function triedAgain(
  context: AgentContext,
  mandate: string,
  purchase: A402Purchase,
  refusal: RemoteProblem,
): Promise<A402Purchase | undefined> {
  const { iac } = readMessage('mandate', mandate).claims;
  const { on_payment_failure: action, max_retry_count: most = 0 } = iac.ext?.agent_behavior ?? {};
  const { retries = 0 } = purchase;
  const isLeft = retries < Math.min(most, context.config.max_attempts);
  if (action !== 'AUTO_RETRY' || !MAY_PASS.has(refusal.problem.retryability) || !isLeft) return undefined;
  const next: A402Purchase = { ...purchase, retries: retries + 1 };
  await context.store.transact((tx) => saveA402(tx, next, context.clock()));
  context.trace({
    from: context.config.agent_id,
    to: 'user',
    message: 'AUTO_RETRY',
    checks: [],
    outcome: 'refused',
    code: refusal.code,
    requirement: refusal.requirement,
    note: `${retries + 1} of ${most}`,
  });
  await waitBefore(context, retries + 1);
  return next;
}
