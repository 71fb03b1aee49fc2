import { ActError } from '../../protocol/errors/index.ts';
import type { RecordListBody, TradeEvidenceBody } from '../../protocol/generated/types.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import { a402Bundle } from '../a402/evidence.ts';
import { findA402OfTrade } from '../a402/purchases.ts';
import type { AgentContext } from '../config.ts';
import { evidencedTrade, mandateEvidence, tradeEvidence } from '../evidence.ts';
import { withKey } from '../keys.ts';
import { findPurchaseOfTrade } from '../purchase/purchase.ts';
import { existingTask, findMandate } from './task.ts';

/** Everything of one trade, of an order or on access. @throws ActError not_found */
export async function evidenceOf(context: AgentContext, tradeNo: string): Promise<TradeEvidenceBody> {
  const { read } = context.store;
  const purchase = await findPurchaseOfTrade(read, tradeNo);
  if (purchase === undefined) return evidenceOnAccess(context, tradeNo);
  const { keyJkt } = await existingTask(context, purchase.taskId);
  return tradeEvidence(await withKey(context, keyJkt), evidencedTrade(purchase));
}

async function evidenceOnAccess(context: AgentContext, tradeNo: string): Promise<TradeEvidenceBody> {
  const { read } = context.store;
  const purchase = await findA402OfTrade(read, tradeNo);
  if (purchase === undefined) throw new ActError('not_found');
  const mandate = (await findMandate(read, purchase.delegationId))?.granted?.mandate;
  const own = await withKey(context, mandate && keyIn(mandate));
  const bundle = await a402Bundle(own, purchase);
  return tradeEvidence(own, { tradeNo, quote: purchase.quote, bundle });
}

/** What led to a mandate of this agent. @throws ActError not_found, peer_* */
export async function evidenceOfMandate(
  context: AgentContext,
  delegationId: string,
): Promise<RecordListBody> {
  const mandate = (await findMandate(context.store.read, delegationId))?.granted?.mandate;
  if (mandate === undefined) throw new ActError('not_found');
  return mandateEvidence(await withKey(context, keyIn(mandate)), mandate);
}

function keyIn(mandate: string): string {
  return readMessage('mandate', mandate).claims.cnf.jkt;
}
