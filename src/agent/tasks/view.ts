import { readKept, readMessage } from '../../protocol/messages/index.ts';
import type { AgentContext } from '../config.ts';
import { summarize } from '../intent/summary.ts';
import { findPurchase, type Payment, type Purchase } from '../purchase/purchase.ts';
import { type PurchaseView, saveTask, type Task, type TaskView } from './task.ts';

/** A task as its user sees it. */
export function taskView(task: Task, purchase: Purchase | undefined): TaskView {
  const isWhole = task.draft.questions.length === 0;
  return {
    task_id: task.taskId,
    status: task.status === 'AUTHORISED' ? (purchase?.state ?? task.status) : task.status,
    ...(task.level === undefined ? {} : { level: task.level }),
    draft: task.draft.values,
    questions: task.draft.questions,
    ...(isWhole ? { summary: summarize(task.draft.values) } : {}),
    ...(task.delegationId === undefined ? {} : { delegation_id: task.delegationId }),
    ...(task.code === undefined ? {} : { code: task.code }),
    ...(purchase?.data.decision === undefined ? {} : { decision: purchase.data.decision }),
    ...(purchase === undefined ? {} : { result: purchaseView(purchase) }),
  };
}

/** Of an offer that came by a till or a tap: who asks for how much. */
function scannedView({ payerCode, trigger, quote }: Purchase['data']): Partial<PurchaseView> {
  if ((payerCode === undefined && trigger === undefined) || quote === undefined) return {};
  const { iss: merchant, payer_amount: amount, currency } = readKept('quote', quote);
  return { merchant, amount, currency };
}

/** What was charged is what the receipt says: the payment service may have taken something off by itself [OA-ICN-05]. */
function paidView({ tradeNo, receipt }: Payment): Partial<PurchaseView> {
  const { payer_amount: amount } = readMessage('receipt', receipt).claims;
  return { trade_no: tradeNo, amount };
}

function purchaseView({ purchaseId, state, data }: Purchase): PurchaseView {
  const { chosen, payment, standstill } = data;
  return {
    purchase_id: purchaseId,
    status: state,
    ...(chosen === undefined
      ? {}
      : {
          merchant: chosen.merchant,
          item_id: chosen.item_id,
          amount: chosen.amount,
          currency: chosen.currency,
        }),
    ...scannedView(data),
    ...(data.outTradeNo === undefined ? {} : { out_trade_no: data.outTradeNo }),
    ...(state === 'WAIT_BUYER_PAY' && data.cashierUrl !== undefined ? { cashier_url: data.cashierUrl } : {}),
    ...(payment === undefined ? {} : paidView(payment)),
    ...(data.confirmation === undefined ? {} : { confirmation: data.confirmation }),
    ...(data.goods === undefined ? {} : { goods: data.goods }),
    ...standstill,
    ...(data.retries === undefined ? {} : { retries: data.retries }),
    ...(data.verdict === undefined ? {} : { verdict: data.verdict }),
  };
}

/** A task with its last purchase. */
export async function viewOf(context: AgentContext, task: Task): Promise<TaskView> {
  const { taskId, lastPurchaseId } = task;
  const purchase =
    lastPurchaseId === undefined ? undefined : await findPurchase(context.store.read, taskId, lastPurchaseId);
  return taskView(task, purchase);
}

export async function saveAndShow(context: AgentContext, task: Task): Promise<TaskView> {
  await context.store.transact((tx) => saveTask(tx, task, context.clock()));
  return viewOf(context, task);
}
