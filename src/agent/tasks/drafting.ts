import { ActError } from '../../protocol/errors/index.ts';
import type { ConversationHistory } from '../../protocol/generated/types.ts';
import type { JsonValue } from '../../protocol/json/index.ts';
import { newId } from '../../protocol/ports.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import type { AgentContext } from '../config.ts';
import { readAnswers } from '../intent/answers.ts';
import { answerDraft, type DraftContext, draftIntent } from '../intent/draft.ts';
import type { IntentOrigin } from '../intent/finalize.ts';
import type { Utterance } from '../intent/reader.ts';
import { readConversation } from '../intent/reference.ts';
import { findPurchase } from '../purchase/purchase.ts';
import { existingTask, type Task, type TaskView } from './task.ts';
import { saveAndShow } from './view.ts';

export interface DraftOptions {
  readonly delegatorIdentity?: string;
  /** The user is present and confirms each payment at the cashier; no mandate is asked for. */
  readonly level?: 'act:L1';
}

const MAX_UTTERANCE_CHARS = 4_000;

/**
 * Reads what the user said into a new task, with a question for whatever is missing, ambiguous or conflicting.
 *
 * @throws ActError schema_mismatch, intent_context_mismatch, store_unavailable
 */
export async function draftTask(
  context: AgentContext,
  said: string | ConversationHistory,
  { delegatorIdentity, level }: DraftOptions = {},
): Promise<TaskView> {
  const now = context.clock();
  const conversation =
    typeof said === 'string'
      ? [turn(said, now)]
      : await readConversation(context.contexts, said, formatUtcSeconds(now));
  if (!conversation.every(isReadable)) throw new ActError('schema_mismatch', { rule: 'utterance' });
  const draft = await draftIntent(
    conversation,
    draftContext(context, delegatorIdentity, level),
    context.reader,
  );
  const status = draft.questions.length === 0 ? 'READY' : 'DRAFT';
  return saveAndShow(context, {
    taskId: newId(context.random, 'tsk'),
    status,
    conversation,
    draft,
    ...(typeof said === 'string' ? {} : { origin: originOf(said, conversation.length) }),
    ...(level === undefined ? {} : { level }),
  });
}

function originOf(history: ConversationHistory, turns: number): IntentOrigin {
  const { user_intent_raw: _words, ...rest } = history;
  return { turns, history: rest };
}

/**
 * Puts the user's answers into the draft; they belong to the raw intent like everything else the user said.
 *
 * @throws ActError not_found, schema_mismatch, mandate_transition_illegal
 */
export async function answerTask(
  context: AgentContext,
  taskId: string,
  answers: JsonValue,
): Promise<TaskView> {
  const task = await existingTask(context, taskId);
  await assertAnswerable(context, task);
  const now = context.clock();
  const about = draftContext(context, task.draft.values.delegator_identity, task.level);
  const currency = task.draft.values.currency ?? context.config.currency;
  const draft = answerDraft(task.draft, readAnswers(answers, { ...about, currency }), about);
  // The answers belong to the raw intent: the user gave them.
  const conversation = [...task.conversation, turn(JSON.stringify(answers), now)];
  const status = draft.questions.length === 0 ? 'READY' : 'DRAFT';
  return saveAndShow(context, { ...task, status, conversation, draft });
}

/** Until the user has confirmed; afterwards while a purchase stands still that other constraints may help on. */
async function assertAnswerable({ store }: AgentContext, task: Task): Promise<void> {
  if (task.status === 'DRAFT' || task.status === 'READY') return;
  const { taskId, lastPurchaseId } = task;
  const purchase =
    lastPurchaseId === undefined ? undefined : await findPurchase(store.read, taskId, lastPurchaseId);
  const isOpen = task.status === 'AUTHORISED' && purchase?.state === 'PAUSED';
  if (!isOpen) throw new ActError('mandate_transition_illegal', { state: task.status });
}

function isReadable({ content }: Utterance): boolean {
  return content.trim().length > 0 && content.length <= MAX_UTTERANCE_CHARS;
}

function turn(content: string, now: number): Utterance {
  return { role: 'user', content, create_time: formatUtcSeconds(now) };
}

function draftContext({ config, clock }: AgentContext, delegator?: string, level?: 'act:L1'): DraftContext {
  const delegatorIdentity = delegator ?? config.delegator_identity;
  return {
    now: clock(),
    utcOffsetMinutes: config.utc_offset_minutes,
    merchants: config.merchants,
    categories: config.categories,
    currency: config.currency,
    priceDeviationAction: config.price_deviation_action,
    ...(level === undefined ? {} : { level }),
    ...(config.validity_seconds === undefined ? {} : { validitySeconds: config.validity_seconds }),
    ...(delegatorIdentity === undefined ? {} : { delegatorIdentity }),
  };
}
