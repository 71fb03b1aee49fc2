import { digestOfJws } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { PayerCode } from '../../protocol/generated/types.ts';
import type { AgentContext } from '../config.ts';
import { withKey } from '../keys.ts';
import { type CarriedOrder, carriedOffer, offerOn } from '../payer-code/offer.ts';
import { askForCode, lookAtCode } from '../payer-code/show.ts';
import { type Authority, advance, buyOffered } from '../purchase/buy.ts';
import { cancelPurchase } from '../purchase/cancel.ts';
import { findPurchase, type Purchase } from '../purchase/purchase.ts';
import { refreshedTask } from './authority.ts';
import { existingTask, findIntent, findMandate, saveTask, type Task, type TaskView } from './task.ts';
import { findTool } from './tools.ts';
import { taskView } from './view.ts';

const PURCHASE_ID = /^[A-Za-z0-9_:~-][A-Za-z0-9._:~-]{0,63}$/;

/**
 * Carries a purchase of an authorised task as far as it goes. The same purchase id takes up the same purchase.
 *
 * @throws ActError schema_mismatch (no purchase id), and as `authorisedTask`
 */
export async function buyForTask(
  context: AgentContext,
  taskId: string,
  purchaseId: string,
  goOn: typeof advance = advance,
): Promise<TaskView> {
  if (!PURCHASE_ID.test(purchaseId)) throw new ActError('schema_mismatch', { rule: 'purchase' });
  const task = await authorisedTask(context, taskId);
  const authority = await authorityOf(context, task);
  const { store } = context;
  const known = await findPurchase(store.read, taskId, purchaseId);
  const { delegation_id: delegationId } = authority.iac;
  const fresh: Purchase = { taskId, purchaseId, delegationId, state: 'NEW', data: {} };
  // What stood still under constraints that the user has changed since goes on under the new mandate.
  const purchase = known?.state === 'PAUSED' ? { ...known, delegationId } : (known ?? fresh);
  const begun: Task = { ...task, lastPurchaseId: purchaseId };
  await store.transact((tx) => saveTask(tx, begun, context.clock()));
  try {
    return taskView(begun, await goOn(await withKey(context, task.keyJkt), purchase, authority));
  } catch (error) {
    // What did not even begin does not take the place of what the user was shown last.
    if ((await findPurchase(store.read, taskId, purchaseId)) === undefined) {
      await store.transact((tx) => saveTask(tx, task, context.clock()));
    }
    throw error;
  }
}

/** The user wants a paused purchase looked at again. @throws ActError not_found, purchase_transition_illegal */
export async function resumeForTask(
  context: AgentContext,
  taskId: string,
  purchaseId?: string,
): Promise<TaskView> {
  const purchase = await lastPurchase(context, await existingTask(context, taskId), purchaseId);
  if (purchase.state !== 'PAUSED') {
    throw new ActError('purchase_transition_illegal', { from: purchase.state, to: 'CHOSEN' });
  }
  return buyForTask(context, taskId, purchase.purchaseId);
}

/** The user gives an unpaid purchase up. @throws ActError not_found, purchase_transition_illegal */
export async function cancelForTask(
  context: AgentContext,
  taskId: string,
  purchaseId?: string,
): Promise<TaskView> {
  const task = await existingTask(context, taskId);
  const purchase = await lastPurchase(context, task, purchaseId);
  const cancelled = await cancelPurchase(await withKey(context, task.keyJkt), purchase);
  return taskView(task, cancelled);
}

/** A code that the user shows to a till, which then offers what it sells under it. */
export async function showCodeForTask(context: AgentContext, taskId: string): Promise<PayerCode> {
  const task = await authorisedTask(context, taskId);
  const { paymentToolRef } = await authorityOf(context, task);
  return askForCode(await withKey(context, task.keyJkt), paymentToolRef);
}

export async function readCodeForTask(
  context: AgentContext,
  taskId: string,
  payerCode: string,
): Promise<PayerCode> {
  const { keyJkt } = await existingTask(context, taskId);
  return lookAtCode(await withKey(context, keyJkt), payerCode);
}

/** Buys what a till has offered for a shown code: one purchase for each code. */
export function payCodeForTask(context: AgentContext, taskId: string, payerCode: string): Promise<TaskView> {
  return buyForTask(context, taskId, payerCode, (own, purchase, authority) =>
    buyOffered(own, purchase, authority, (at, allowed) => offerOn(at, payerCode, allowed)),
  );
}

/** Buys a shop's order that a tap or a scanned code has carried: one purchase for each order. */
export async function payCarriedForTask(
  context: AgentContext,
  taskId: string,
  order: CarriedOrder,
): Promise<TaskView> {
  return buyForTask(context, taskId, await digestOfJws(order.quote), (own, purchase, authority) =>
    buyOffered(own, purchase, authority, (at, allowed) => carriedOffer(at, order, allowed)),
  );
}

/** The evidence of a purchase. @throws ActError not_found (no such purchase, or nothing put together yet) */
export async function readBundle(
  context: AgentContext,
  taskId: string,
  purchaseId?: string,
): Promise<string> {
  const purchase = await lastPurchase(context, await existingTask(context, taskId), purchaseId);
  if (purchase.data.bundle === undefined) throw new ActError('not_found');
  return purchase.data.bundle;
}

/** @throws ActError not_found, confirmation_denied or what else ended it, mandate_not_yet_valid, intent_incomplete */
async function authorisedTask(context: AgentContext, taskId: string): Promise<Task> {
  const task = await refreshedTask(context, taskId);
  if (task.status === 'REFUSED') throw new ActError(task.code ?? 'confirmation_denied');
  if (task.status === 'AWAITING_CONFIRMATION')
    throw new ActError('mandate_not_yet_valid', { status: task.status });
  if (task.status !== 'AUTHORISED') throw new ActError('intent_incomplete', { status: task.status });
  return task;
}

async function authorityOf(context: AgentContext, task: Task): Promise<Authority> {
  const { read } = context.store;
  const { delegationId = '', intentId = '', toolRequestId } = task;
  const stored = await findMandate(read, delegationId);
  const tool = toolRequestId === undefined ? undefined : await findTool(read, toolRequestId);
  const paymentToolRef = context.config.payment_tool_ref ?? tool?.paymentToolRef;
  if (stored === undefined) throw new ActError('mandate_unknown');
  const { granted } = stored;
  if (granted === undefined && task.level === undefined) throw new ActError('mandate_unknown');
  if (paymentToolRef === undefined) throw new ActError('tool_invalid');
  const intent = await findIntent(read, intentId);
  return {
    wanted: task.draft.values,
    iac: stored.iac,
    ...(granted === undefined ? {} : { granted }),
    paymentToolRef,
    intentId,
    ...(intent === undefined ? {} : { intent }),
  };
}

async function lastPurchase(context: AgentContext, task: Task, purchaseId?: string): Promise<Purchase> {
  const id = purchaseId ?? task.lastPurchaseId;
  const purchase = id === undefined ? undefined : await findPurchase(context.store.read, task.taskId, id);
  if (purchase === undefined) throw new ActError('not_found');
  return purchase;
}
