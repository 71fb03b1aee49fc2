import { ActError, type Code, type Retryability } from '../../protocol/errors/index.ts';
import type {
  IacPayload,
  Intent,
  ReleaseAnswer,
  Shown,
  Summary,
  TransactionConfirmation,
} from '../../protocol/generated/types.ts';
import type { Queries, Row } from '../../store/index.ts';
import type { AgentContext } from '../config.ts';
import type { DecisionRecord } from '../decision/record.ts';
import type { IntentDraft, PartialIntent } from '../intent/draft.ts';
import type { IntentOrigin } from '../intent/finalize.ts';
import type { Question } from '../intent/questions.ts';
import type { Utterance } from '../intent/reader.ts';
import type { GrantedMandate } from '../mandate/granted.ts';
import type { PurchaseState } from '../purchase/transitions.ts';

/** How far the authority of a task has come. */
export type AuthorityStatus = 'DRAFT' | 'READY' | 'AWAITING_CONFIRMATION' | 'AUTHORISED' | 'REFUSED';

export interface Task {
  readonly taskId: string;
  readonly status: AuthorityStatus;
  readonly conversation: readonly Utterance[];
  readonly draft: IntentDraft;
  /** Absent: the user typed words. */
  readonly origin?: IntentOrigin;
  /** Absent: a delegated purchase under a mandate. */
  readonly level?: 'act:L1';
  readonly intentId?: string;
  readonly delegationId?: string;
  readonly toolRequestId?: string;
  readonly lastPurchaseId?: string;
  /** The key that the authority was asked for with, and that acts under it. */
  readonly keyJkt?: string;
  /** Why the authority was refused. */
  readonly code?: Code;
}

/** What the user is shown of a purchase. */
export interface PurchaseView {
  readonly purchase_id: string;
  readonly status: PurchaseState;
  readonly merchant?: string;
  readonly item_id?: string;
  /** What the seller is to get of the user; once it is paid, what was charged. */
  readonly amount?: string;
  readonly currency?: string;
  readonly out_trade_no?: string;
  readonly trade_no?: string;
  /** What was confirmed before paying (CID-CART-CFM). */
  readonly confirmation?: TransactionConfirmation;
  /** Where the user sees, in a browser, what waits for the decision. */
  readonly cashier_url?: string;
  readonly goods?: ReleaseAnswer['goods'];
  readonly code?: Code;
  readonly requirement?: string;
  readonly reason?: string;
  /** Whether trying again can help. */
  readonly retryability?: Retryability;
  /** Tries to pay that came after a refusal. */
  readonly retries?: number;
  /** Of the purchase bundle, as a third party would judge it. */
  readonly verdict?: 'accepted' | 'refused';
}

/** What the user is shown of a task. */
export interface TaskView {
  readonly task_id: string;
  /** The state of the last purchase while the authority for it stands; else how far the authority has come. */
  readonly status: AuthorityStatus | PurchaseState;
  readonly level?: 'act:L1';
  readonly draft: PartialIntent;
  readonly questions: readonly Question[];
  readonly summary?: Summary;
  readonly delegation_id?: string;
  readonly code?: Code;
  readonly decision?: DecisionRecord;
  readonly result?: PurchaseView;
}

export async function saveTask(tx: Queries, task: Task, now: number): Promise<void> {
  await tx.run(
    `INSERT INTO agent_tasks (task_id, status, conversation, draft, intent_id, delegation_id, tool_request_id,
       last_purchase_id, code, created_at, level, origin, key_jkt)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     ON CONFLICT (task_id) DO UPDATE SET status = excluded.status, conversation = excluded.conversation,
       draft = excluded.draft, intent_id = excluded.intent_id, delegation_id = excluded.delegation_id,
       tool_request_id = excluded.tool_request_id, last_purchase_id = excluded.last_purchase_id,
       code = excluded.code, origin = excluded.origin, key_jkt = excluded.key_jkt`,
    [
      task.taskId,
      task.status,
      JSON.stringify(task.conversation),
      JSON.stringify(task.draft),
      task.intentId ?? null,
      task.delegationId ?? null,
      task.toolRequestId ?? null,
      task.lastPurchaseId ?? null,
      task.code ?? null,
      now,
      task.level ?? null,
      task.origin === undefined ? null : JSON.stringify(task.origin),
      task.keyJkt ?? null,
    ],
  );
}

export async function findTask(read: Queries, taskId: string): Promise<Task | undefined> {
  const row = await read.get('SELECT * FROM agent_tasks WHERE task_id = $1', [taskId]);
  if (row === undefined) return undefined;
  return {
    taskId: String(row.task_id),
    status: String(row.status) as AuthorityStatus,
    conversation: JSON.parse(String(row.conversation)) as Utterance[],
    draft: JSON.parse(String(row.draft)) as IntentDraft,
    ...(typeof row.origin === 'string' ? { origin: JSON.parse(row.origin) as IntentOrigin } : {}),
    ...text('level', row.level),
    ...text('intentId', row.intent_id),
    ...text('delegationId', row.delegation_id),
    ...text('toolRequestId', row.tool_request_id),
    ...text('lastPurchaseId', row.last_purchase_id),
    ...text('keyJkt', row.key_jkt),
    ...text('code', row.code),
  };
}

/** @throws ActError not_found */
export async function existingTask({ store }: Pick<AgentContext, 'store'>, taskId: string): Promise<Task> {
  const task = await findTask(store.read, taskId);
  if (task === undefined) throw new ActError('not_found');
  return task;
}

function text(member: string, value: Row[string] | undefined): object {
  return typeof value === 'string' ? { [member]: value } : {};
}

export async function saveIntent(
  tx: Queries,
  intent: Intent,
  { taskId }: Pick<Task, 'taskId'>,
  now: number,
): Promise<void> {
  await tx.run('INSERT INTO agent_intents (intent_id, task_id, isr, created_at) VALUES ($1, $2, $3, $4)', [
    intent.intent_id,
    taskId,
    JSON.stringify(intent),
    now,
  ]);
}

export async function findIntent(read: Queries, intentId: string): Promise<Intent | undefined> {
  const row = await read.get('SELECT isr FROM agent_intents WHERE intent_id = $1', [intentId]);
  return row === undefined ? undefined : (JSON.parse(String(row.isr)) as Intent);
}

/** A mandate as it was asked for and, once granted, as it came back. */
export interface StoredMandate {
  readonly iac: IacPayload;
  readonly granted?: GrantedMandate;
}

export async function saveMandateRequest(tx: Queries, iac: IacPayload): Promise<void> {
  await tx.run('INSERT INTO agent_mandates (delegation_id, iac) VALUES ($1, $2)', [
    iac.delegation_id,
    JSON.stringify(iac),
  ]);
}

export async function saveGranted(tx: Queries, delegationId: string, granted: GrantedMandate): Promise<void> {
  const { mandate, confirmation, enrolment, shown, mandate_chain: chain } = granted;
  await tx.run(
    `UPDATE agent_mandates SET mandate = $1, confirmation = $2, enrolment = $3, shown = $4, mandate_chain = $5
     WHERE delegation_id = $6`,
    [
      mandate,
      confirmation,
      enrolment,
      JSON.stringify(shown),
      chain === undefined ? null : JSON.stringify(chain),
      delegationId,
    ],
  );
}

export async function findMandate(read: Queries, delegationId: string): Promise<StoredMandate | undefined> {
  const row = await read.get('SELECT * FROM agent_mandates WHERE delegation_id = $1', [delegationId]);
  if (row === undefined) return undefined;
  const iac = JSON.parse(String(row.iac)) as IacPayload;
  if (typeof row.mandate !== 'string') return { iac };
  const shown = JSON.parse(String(row.shown)) as Shown;
  const granted = {
    mandate: row.mandate,
    confirmation: String(row.confirmation),
    enrolment: String(row.enrolment),
    shown,
    ...(typeof row.mandate_chain === 'string'
      ? { mandate_chain: JSON.parse(row.mandate_chain) as string[] }
      : {}),
  };
  return { iac, granted };
}
