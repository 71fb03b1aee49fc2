import type { Queries } from '../../store/index.ts';
import type { IntentContext } from './intent-context.ts';

/** The last request of a task to a seller, with all that was wanted then: what an update refers to. */
export interface SentTransfer {
  readonly requestId: string;
  readonly context: IntentContext;
}

export async function findTransfer(
  read: Queries,
  taskId: string,
  merchant: string,
): Promise<SentTransfer | undefined> {
  const row = await read.get(
    'SELECT request_id, context FROM agent_intent_transfers WHERE task_id = $1 AND merchant = $2',
    [taskId, merchant],
  );
  if (row === undefined) return undefined;
  return {
    requestId: String(row.request_id),
    context: JSON.parse(String(row.context)) as IntentContext,
  };
}

export async function saveTransfer(
  tx: Queries,
  taskId: string,
  merchant: string,
  { requestId, context }: SentTransfer,
): Promise<void> {
  await tx.run(
    `INSERT INTO agent_intent_transfers (task_id, merchant, request_id, context) VALUES ($1, $2, $3, $4)
     ON CONFLICT (task_id, merchant) DO UPDATE SET request_id = excluded.request_id, context = excluded.context`,
    [taskId, merchant, requestId, JSON.stringify(context)],
  );
}
