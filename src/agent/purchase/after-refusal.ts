import type { Retryability } from '../../protocol/errors/index.ts';
import type { IacPayload } from '../../protocol/generated/types.ts';
import type { AgentContext } from '../config.ts';
import { cancelPurchase } from './cancel.ts';
import { type Purchase, savePurchase } from './purchase.ts';

/** After these the same payment may go through without anything being changed. */
export const MAY_PASS: ReadonlySet<Retryability> = new Set<Retryability>(['later', 'new_request']);

const LONGEST_WAIT_MILLISECONDS = 30_000;

/** Pays once, and tells how that ended. */
export type Try = (purchase: Purchase) => Promise<Purchase>;

/**
 * Pays, and does about a refusal what the user has set: nothing, which leaves the purchase to the user; CANCEL, which
 * ends it; AUTO_RETRY, which tries again. Only a definite refusal counts: what is UNKNOWN is no failure yet. Each
 * further try asks about everything that was sent before it sends a request of its own, so that no order is paid twice.
 *
 * @param once called again for each further try
 * @see OA-CART-04, OA-CART-05
 */
export async function payAsSet(
  context: AgentContext,
  purchase: Purchase,
  iac: IacPayload,
  once: Try,
): Promise<Purchase> {
  let current = await once(await counted(context, purchase));
  for (let made = 0; made < context.config.max_attempts && isTriedAgain(current, iac); made += 1) {
    current = await once(await waited(context, await counted(context, current), iac));
  }
  return isGivenUp(current, iac) ? giveUp(context, current) : current;
}

/** Whether the user wants the purchase ended. The refusal may have been written down by a process that then died. */
export function isGivenUp(purchase: Purchase, iac: IacPayload): boolean {
  return isRefused(purchase) && iac.ext?.agent_behavior?.on_payment_failure === 'CANCEL';
}

/** Ends a refused purchase for good: the order is given up at the seller, and the refusal stays on record. */
export async function giveUp(context: AgentContext, purchase: Purchase): Promise<Purchase> {
  tell(context, purchase, 'CANCEL');
  return cancelPurchase(context, purchase);
}

/**
 * The user's own confirmation is not asked for again unasked, a refusal is held to its advice, and without a count there
 * is no further try. The count is kept with the purchase: neither a restart nor another call begins it anew.
 */
function isTriedAgain(purchase: Purchase, iac: IacPayload): boolean {
  const { on_payment_failure: action, max_retry_count: most = 0 } = iac.ext?.agent_behavior ?? {};
  const { standstill, retries = 0, paymentId } = purchase.data;
  const advice = standstill?.retryability;
  const mayPass = advice !== undefined && MAY_PASS.has(advice);
  const wasAtCashier = paymentId !== undefined;
  return isRefused(purchase) && action === 'AUTO_RETRY' && mayPass && !wasAtCashier && retries < most;
}

/** What the mandate leaves to the user at the cashier has not failed. */
function isRefused({ state, data }: Purchase): boolean {
  return state === 'REFUSED' && data.standstill?.code !== 'confirmation_required';
}

/** A try after a refusal is written down before it is made. */
async function counted(context: AgentContext, purchase: Purchase): Promise<Purchase> {
  if (!isRefused(purchase)) return purchase;
  const retries = (purchase.data.retries ?? 0) + 1;
  const next: Purchase = { ...purchase, data: { ...purchase.data, retries } };
  await context.store.transact((tx) => savePurchase(tx, next));
  return next;
}

/** Longer each time. */
async function waited(context: AgentContext, purchase: Purchase, iac: IacPayload): Promise<Purchase> {
  const { retries = 1 } = purchase.data;
  tell(context, purchase, 'AUTO_RETRY', `${retries} of ${iac.ext?.agent_behavior?.max_retry_count ?? 0}`);
  await waitBefore(context, retries);
  return purchase;
}

/** @param retries which further try it is, from 1 */
export async function waitBefore(context: AgentContext, retries: number): Promise<void> {
  const milliseconds = context.config.poll_milliseconds * 2 ** (retries - 1);
  await context.sleep(Math.min(milliseconds, LONGEST_WAIT_MILLISECONDS));
}

function tell(context: AgentContext, { data }: Purchase, message: string, note?: string): void {
  const { standstill } = data;
  context.trace({
    from: context.config.agent_id,
    to: 'user',
    message,
    checks: [],
    outcome: 'refused',
    ...(standstill === undefined ? {} : { code: standstill.code, requirement: standstill.requirement }),
    ...(note === undefined ? {} : { note }),
  });
}
