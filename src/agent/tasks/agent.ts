import { type ReadinessCheck, roleChecks } from '../../http/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type {
  Assignment,
  AssignmentBody,
  AssignmentProof,
  ConversationHistory,
  Intent,
  PayerCode,
  RecordListBody,
  TradeEvidenceBody,
} from '../../protocol/generated/types.ts';
import type { JsonValue } from '../../protocol/json/index.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import { newId } from '../../protocol/ports.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { a402Bundle } from '../a402/evidence.ts';
import { findA402OfTrade } from '../a402/purchases.ts';
import { type AgentContext, type AgentDeps, agentContext } from '../config.ts';
import { findDecisions, type LoggedDecision } from '../decision/record.ts';
import { evidencedTrade, mandateEvidence, tradeEvidence } from '../evidence.ts';
import { readAnswers } from '../intent/answers.ts';
import { answerDraft, type DraftContext, draftIntent } from '../intent/draft.ts';
import type { IntentOrigin } from '../intent/finalize.ts';
import type { Utterance } from '../intent/reader.ts';
import { readConversation } from '../intent/reference.ts';
import { withKey } from '../keys.ts';
import { askForCode, lookAtCode } from '../payer-code/show.ts';
import { type Authority, advance, buyScanned } from '../purchase/buy.ts';
import { cancelPurchase } from '../purchase/cancel.ts';
import { findPurchase, findPurchaseOfTrade, type Purchase } from '../purchase/purchase.ts';
import { assign, type HandedDown, handDownAssigned, takeAssignment, takeBack } from './assignments.ts';
import { refreshAuthority, requestAuthority } from './authority.ts';
import { findIntent, findMandate, findTask, saveTask, type Task, type TaskView } from './task.ts';
import { findTool } from './tools.ts';
import { taskView } from './view.ts';

export interface DraftOptions {
  readonly delegatorIdentity?: string;
  /** The user is present and confirms each payment at the cashier; no mandate is asked for. */
  readonly level?: 'act:L1';
}

/** A buyer agent for its user. Every call can be repeated; what costs money happens once for each purchase id. */
export interface Agent {
  /**
   * Reads what the user said into a new task: words, or the digest of a conversation with its reference.
   *
   * @throws ActError schema_mismatch, intent_context_mismatch, store_unavailable
   */
  draft(said: string | ConversationHistory, options?: DraftOptions): Promise<TaskView>;
  /** Takes answers `{field: value}`. @throws ActError not_found, schema_mismatch, mandate_transition_illegal */
  answer(taskId: string, answers: JsonValue): Promise<TaskView>;
  /** The user agrees to the summary: asks for the mandate. @throws ActError not_found, intent_incomplete, RemoteProblem */
  confirm(taskId: string): Promise<TaskView>;
  /** Shows a task, with a look at the issuer while the user's decision is awaited. @throws ActError not_found */
  read(taskId: string): Promise<TaskView>;
  /** Looks until the user has decided or the time is up. @throws ActError not_found, peer_* */
  awaitAuthority(taskId: string, deadlineSeconds: number): Promise<TaskView>;
  /**
   * Makes a purchase, or takes up the one of this id.
   *
   * @throws ActError not_found, intent_incomplete (not confirmed), mandate_not_yet_valid (the user has not decided),
   *   confirmation_denied or what else ended the authority
   */
  buy(taskId: string, purchaseId?: string): Promise<TaskView>;
  /**
   * Asks for a code that the user shows to a till, which then offers what it sells under it.
   *
   * @throws ActError not_found, intent_incomplete, mandate_not_yet_valid, payer_code_unroutable, tool_invalid, peer_*
   */
  showCode(taskId: string): Promise<PayerCode>;
  /** Whether the code was scanned, and what was offered for it. @throws ActError not_found, payer_code_unknown, peer_* */
  readCode(taskId: string, payerCode: string): Promise<PayerCode>;
  /**
   * Buys what was offered for a shown code, under the authority of the task; again it takes up the same purchase.
   *
   * @throws ActError not_found, no_match (nobody has scanned it), payer_code_expired, and as buy
   */
  payCode(taskId: string, payerCode: string): Promise<TaskView>;
  /** The user wants a paused purchase looked at again. @throws ActError not_found, purchase_transition_illegal, and as buy */
  resume(taskId: string, purchaseId?: string): Promise<TaskView>;
  /** The user gives an unpaid purchase up. @throws ActError not_found, purchase_transition_illegal */
  cancel(taskId: string, purchaseId?: string): Promise<TaskView>;
  /** Every comparison of offers for a task, the first one first. @throws ActError not_found */
  decisions(taskId: string): Promise<LoggedDecision[]>;
  /** The evidence of a purchase, JSON of schemas/bundle.json. @throws ActError not_found */
  bundle(taskId: string, purchaseId?: string): Promise<string>;
  /** Everything of one trade, collected from everybody who keeps records of it. @throws ActError not_found */
  evidence(tradeNo: string): Promise<TradeEvidenceBody>;
  /** What led to a mandate of this agent, for who judges what was bought below it. @throws ActError not_found, peer_* */
  mandateEvidence(delegationId: string): Promise<RecordListBody>;
  /** What is kept of the intent of a task (ADD-INT-ICS-29). @throws ActError not_found */
  intent(taskId: string): Promise<KeptIntent>;
  /**
   * Deletes the intent of a task with its raw words. Its digest stays, in the mandate too; mandates and receipts, which
   * do not hold the words, stay. A task that was not confirmed yet ends with it.
   */
  deleteIntent(taskId: string): Promise<KeptIntent>;
  /**
   * Leaves part of a task's mandate to another agent, which then has to take it. @throws ActError not_found,
   *   mandate_not_yet_valid, mandate_depth_exceeded, mandate_widened
   */
  assign(taskId: string, asked: AssignmentBody): Promise<Assignment>;
  /** Hands down what was assigned to the agent that has taken it. @throws ActError not_found, RemoteProblem, peer_* */
  handDown(taskId: string, delegationId: string, proof: AssignmentProof): Promise<HandedDown>;
  /** Takes back what was handed down. @throws ActError not_found, RemoteProblem, peer_* */
  takeBack(taskId: string, delegationId: string): Promise<HandedDown>;
  /**
   * Takes part of another agent's mandate for a task that is ready, instead of `confirm`.
   *
   * @throws ActError not_found, intent_incomplete, agent_mismatch, mandate_* (nothing is taken)
   */
  takeAssignment(taskId: string, assignment: Assignment): Promise<AssignmentProof>;
  /** What it needs before it can work for its user. @see OA-OPS-20 */
  readonly checks: readonly ReadinessCheck[];
}

const FIRST_PURCHASE = '1';
const PURCHASE_ID = /^[A-Za-z0-9._:~-]{1,64}$/;
const MAX_UTTERANCE_CHARS = 4_000;
const AWAIT_MILLISECONDS = 500;

/** Composes a buyer agent from what it takes from outside. */
export function createAgent(deps: AgentDeps): Agent {
  const context = agentContext(deps);
  const running: Running = new Map();
  return {
    draft: (said, options) => draftTask(context, said, options),
    answer: (taskId, answers) => inTurn(running, taskId, () => answerTask(context, taskId, answers)),
    confirm: (taskId) => inTurn(running, taskId, () => confirmTask(context, taskId)),
    read: (taskId) => inTurn(running, taskId, async () => view(context, await refreshed(context, taskId))),
    awaitAuthority: (taskId, deadlineSeconds) => awaitAuthority(context, taskId, deadlineSeconds),
    buy: (taskId, purchaseId = FIRST_PURCHASE) =>
      inTurn(running, taskId, () => buyForTask(context, taskId, purchaseId)),
    resume: (taskId, purchaseId) =>
      inTurn(running, taskId, async () => {
        const purchase = await lastPurchase(context, await existing(context, taskId), purchaseId);
        if (purchase.state !== 'PAUSED') {
          throw new ActError('purchase_transition_illegal', { from: purchase.state, to: 'CHOSEN' });
        }
        return buyForTask(context, taskId, purchase.purchaseId);
      }),
    cancel: (taskId, purchaseId) => inTurn(running, taskId, () => cancelForTask(context, taskId, purchaseId)),
    showCode: async (taskId) => {
      const task = await authorisedTask(context, taskId);
      const { paymentToolRef } = await authorityOf(context, task);
      return askForCode(await withKey(context, task.keyJkt), paymentToolRef);
    },
    readCode: async (taskId, payerCode) =>
      lookAtCode(await withKey(context, (await existing(context, taskId)).keyJkt), payerCode),
    payCode: (taskId, payerCode) =>
      inTurn(running, taskId, () =>
        buyForTask(context, taskId, payerCode, (own, purchase, authority) =>
          buyScanned(own, purchase, authority, payerCode),
        ),
      ),
    decisions: async (taskId) => {
      await existing(context, taskId);
      return findDecisions(context.store.read, taskId);
    },
    bundle: (taskId, purchaseId) => readBundle(context, taskId, purchaseId),
    evidence: (tradeNo) => evidenceOf(context, tradeNo),
    mandateEvidence: (delegationId) => evidenceOfMandate(context, delegationId),
    intent: (taskId) => keptIntent(context, taskId),
    deleteIntent: (taskId) => deleteIntent(context, taskId),
    assign: async (taskId, asked) => assign(context, await refreshed(context, taskId), asked),
    handDown: async (taskId, delegationId, proof) =>
      handDownAssigned(context, await existing(context, taskId), delegationId, proof),
    takeBack: async (taskId, delegationId) =>
      takeBack(context, await existing(context, taskId), delegationId),
    takeAssignment: (taskId, assignment) =>
      inTurn(running, taskId, async () =>
        takeAssignment(context, await existing(context, taskId), assignment),
      ),
    checks: roleChecks({
      ...context,
      keys: [{ name: 'agent', signer: context.signer, publicJwk: context.publicJwk }],
    }),
  };
}

type Running = Map<string, Promise<unknown>>;

/** Calls for one task run one after the other; what a former one did is seen by the next. */
async function inTurn<Result>(
  running: Running,
  taskId: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const former = running.get(taskId);
  const mine = (former ?? Promise.resolve()).then(work, work);
  running.set(taskId, mine);
  try {
    return await mine;
  } finally {
    if (running.get(taskId) === mine) running.delete(taskId);
  }
}

async function draftTask(
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
  return save(context, {
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

async function answerTask(context: AgentContext, taskId: string, answers: JsonValue): Promise<TaskView> {
  const task = await existing(context, taskId);
  await assertAnswerable(context, task);
  const now = context.clock();
  const about = draftContext(context, task.draft.values.delegator_identity, task.level);
  const currency = task.draft.values.currency ?? context.config.currency;
  const draft = answerDraft(task.draft, readAnswers(answers, { ...about, currency }), about);
  // The answers belong to the raw intent: the user gave them.
  const conversation = [...task.conversation, turn(JSON.stringify(answers), now)];
  const status = draft.questions.length === 0 ? 'READY' : 'DRAFT';
  return save(context, { ...task, status, conversation, draft });
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

async function confirmTask(context: AgentContext, taskId: string): Promise<TaskView> {
  const task = await existing(context, taskId);
  if (task.status === 'DRAFT')
    throw new ActError('intent_incomplete', { questions: task.draft.questions.length });
  if (task.status !== 'READY') return view(context, await refreshed(context, taskId));
  return view(context, await requestAuthority(context, task));
}

async function awaitAuthority(
  context: AgentContext,
  taskId: string,
  deadlineSeconds: number,
): Promise<TaskView> {
  const end = context.clock() + deadlineSeconds;
  let task = await refreshed(context, taskId);
  while (task.status === 'AWAITING_CONFIRMATION' && context.clock() < end) {
    await context.sleep(AWAIT_MILLISECONDS);
    task = await refreshed(context, taskId);
  }
  return view(context, task);
}

/** @throws ActError not_found, confirmation_denied or what else ended it, mandate_not_yet_valid, intent_incomplete */
async function authorisedTask(context: AgentContext, taskId: string): Promise<Task> {
  const task = await refreshed(context, taskId);
  if (task.status === 'REFUSED') throw new ActError(task.code ?? 'confirmation_denied');
  if (task.status === 'AWAITING_CONFIRMATION')
    throw new ActError('mandate_not_yet_valid', { status: task.status });
  if (task.status !== 'AUTHORISED') throw new ActError('intent_incomplete', { status: task.status });
  return task;
}

async function buyForTask(
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
  return taskView(begun, await goOn(await withKey(context, task.keyJkt), purchase, authority));
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

async function cancelForTask(context: AgentContext, taskId: string, purchaseId?: string): Promise<TaskView> {
  const task = await existing(context, taskId);
  const purchase = await lastPurchase(context, task, purchaseId);
  const cancelled = await cancelPurchase(await withKey(context, task.keyJkt), purchase);
  return taskView(task, cancelled);
}

async function readBundle(context: AgentContext, taskId: string, purchaseId?: string): Promise<string> {
  const purchase = await lastPurchase(context, await existing(context, taskId), purchaseId);
  if (purchase.data.bundle === undefined) throw new ActError('not_found');
  return purchase.data.bundle;
}

async function evidenceOf(context: AgentContext, tradeNo: string): Promise<TradeEvidenceBody> {
  const { read } = context.store;
  const purchase = await findPurchaseOfTrade(read, tradeNo);
  if (purchase === undefined) return evidenceOnAccess(context, tradeNo);
  const { keyJkt } = await existing(context, purchase.taskId);
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

async function evidenceOfMandate(context: AgentContext, delegationId: string): Promise<RecordListBody> {
  const mandate = (await findMandate(context.store.read, delegationId))?.granted?.mandate;
  if (mandate === undefined) throw new ActError('not_found');
  return mandateEvidence(await withKey(context, keyIn(mandate)), mandate);
}

function keyIn(mandate: string): string {
  return readMessage('mandate', mandate).claims.cnf.jkt;
}

/** Also out of evidence bundles already put together: they are judged without the intent then [OA-PRV-06]. */
async function deleteIntent(context: AgentContext, taskId: string): Promise<KeptIntent> {
  const task = await existing(context, taskId);
  await context.store.transact(async (tx) => {
    await tx.run('DELETE FROM agent_intents WHERE intent_id = $1', [task.intentId ?? '']);
    await tx.run('DELETE FROM agent_intent_transfers WHERE task_id = $1', [taskId]);
    const isOpen = task.status === 'DRAFT' || task.status === 'READY';
    const ended = isOpen ? ({ status: 'REFUSED', code: 'intent_incomplete' } as const) : {};
    const { origin: _origin, ...rest } = task;
    await saveTask(tx, { ...rest, ...ended, conversation: [] }, context.clock());
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

/** The structured result while it is kept; its id and digest for as long as there is a mandate. */
export interface KeptIntent {
  readonly intent?: Intent;
  readonly intent_id?: string;
  readonly source_isr_digest?: string;
}

async function keptIntent(context: AgentContext, taskId: string): Promise<KeptIntent> {
  const { intentId, delegationId = '' } = await existing(context, taskId);
  const { read } = context.store;
  const intent = intentId === undefined ? undefined : await findIntent(read, intentId);
  const digest = (await findMandate(read, delegationId))?.iac.source_isr_digest;
  return {
    ...(intent === undefined ? {} : { intent }),
    ...(intentId === undefined ? {} : { intent_id: intentId }),
    ...(digest === undefined ? {} : { source_isr_digest: digest }),
  };
}

function withoutIntent(data: string): string {
  const parsed = JSON.parse(data) as Purchase['data'];
  if (parsed.bundle === undefined) return data;
  const { intent: _, ...bundle } = JSON.parse(parsed.bundle) as Record<string, unknown>;
  return JSON.stringify({ ...parsed, bundle: JSON.stringify(bundle) });
}

async function existing(context: AgentContext, taskId: string): Promise<Task> {
  const task = await findTask(context.store.read, taskId);
  if (task === undefined) throw new ActError('not_found');
  return task;
}

async function refreshed(context: AgentContext, taskId: string): Promise<Task> {
  const task = await existing(context, taskId);
  return task.status === 'AWAITING_CONFIRMATION'
    ? refreshAuthority(await withKey(context, task.keyJkt), task)
    : task;
}

async function view(context: AgentContext, task: Task): Promise<TaskView> {
  const { taskId, lastPurchaseId } = task;
  const purchase =
    lastPurchaseId === undefined ? undefined : await findPurchase(context.store.read, taskId, lastPurchaseId);
  return taskView(task, purchase);
}

async function save(context: AgentContext, task: Task): Promise<TaskView> {
  await context.store.transact((tx) => saveTask(tx, task, context.clock()));
  return view(context, task);
}
