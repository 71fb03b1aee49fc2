import type { Intent } from '../../protocol/generated/types.ts';
import type { AgentContext } from '../config.ts';
import type { Purchase } from '../purchase/purchase.ts';
import { existingTask, findIntent, findMandate, saveTask } from './task.ts';

/** The structured result while it is kept; its id and digest for as long as there is a mandate. */
export interface KeptIntent {
  readonly intent?: Intent;
  readonly intent_id?: string;
  readonly source_isr_digest?: string;
}

/** What is kept of the intent of a task. @throws ActError not_found @see ADD-INT-ICS-29 */
export async function keptIntent(context: AgentContext, taskId: string): Promise<KeptIntent> {
  const { intentId, delegationId = '' } = await existingTask(context, taskId);
  const { read } = context.store;
  const intent = intentId === undefined ? undefined : await findIntent(read, intentId);
  const digest = (await findMandate(read, delegationId))?.iac.source_isr_digest;
  return {
    ...(intent === undefined ? {} : { intent }),
    ...(intentId === undefined ? {} : { intent_id: intentId }),
    ...(digest === undefined ? {} : { source_isr_digest: digest }),
  };
}

/**
 * Deletes every intent of the task with its raw words, also out of evidence bundles already put together: they are
 * judged without the intent then [OA-PRV-06]. Whoever calls sees to it that nobody else is at work on the task, who
 * would write them back.
 *
 * @throws ActError not_found
 */
export async function deleteIntent(context: AgentContext, taskId: string): Promise<KeptIntent> {
  const task = await existingTask(context, taskId);
  await context.store.transact(async (tx) => {
    await tx.run('DELETE FROM agent_intents WHERE task_id = $1', [taskId]);
    await tx.run('DELETE FROM agent_intent_transfers WHERE task_id = $1', [taskId]);
    const isOpen = task.status === 'DRAFT' || task.status === 'READY';
    const ended = isOpen ? ({ status: 'REFUSED', code: 'intent_incomplete' } as const) : {};
    const { origin: _origin, draft, ...rest } = task;
    const { delivery_address: _address, ...values } = draft.values;
    const forgotten = { ...rest, ...ended, draft: { ...draft, values }, conversation: [] };
    await saveTask(tx, forgotten, context.clock());
    const rows = await tx.all('SELECT purchase_id, data FROM agent_purchases WHERE task_id = $1', [taskId]);
    for (const row of rows) {
      await tx.run('UPDATE agent_purchases SET data = $1 WHERE task_id = $2 AND purchase_id = $3', [
        withoutIntent(String(row.data)),
        taskId,
        String(row.purchase_id),
      ]);
    }
  });
  return keptIntent(context, taskId);
}

function withoutIntent(data: string): string {
  const parsed = JSON.parse(data) as Purchase['data'];
  if (parsed.bundle === undefined) return data;
  const { intent: _, ...bundle } = JSON.parse(parsed.bundle) as Record<string, unknown>;
  return JSON.stringify({ ...parsed, bundle: JSON.stringify(bundle) });
}
