import type { ReadinessCheck } from '../../http/index.ts';
import type {
  Assignment,
  AssignmentBody,
  AssignmentProof,
  ConversationHistory,
  PayerCode,
  RecordListBody,
  TradeEvidenceBody,
} from '../../protocol/generated/types.ts';
import type { JsonValue } from '../../protocol/json/index.ts';
import { type AgentDeps, agentContext } from '../config.ts';
import { findDecisions, type LoggedDecision } from '../decision/record.ts';
import type { CarriedOrder } from '../payer-code/offer.ts';
import { agentChecks } from '../readiness.ts';
import { assign, type HandedDown, handDownAssigned, takeAssignment, takeBack } from './assignments.ts';
import { refreshedTask } from './authority.ts';
import {
  buyForTask,
  cancelForTask,
  payCarriedForTask,
  payCodeForTask,
  readBundle,
  readCodeForTask,
  resumeForTask,
  showCodeForTask,
} from './buying.ts';
import { awaitAuthority, confirmTask } from './confirming.ts';
import { answerTask, type DraftOptions, draftTask } from './drafting.ts';
import { inTurn, type Running } from './in-turn.ts';
import { deleteIntent, type KeptIntent, keptIntent } from './kept-intent.ts';
import { existingTask, type TaskView } from './task.ts';
import { evidenceOf, evidenceOfMandate } from './trade-evidence.ts';
import { viewOf } from './view.ts';

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
  /**
   * Takes a shop's order that a tap or a scanned code has carried, and buys it under the authority of the task: at act:L1
   * the user confirms it at the cashier like any other. The same order again takes up the same purchase.
   *
   * @throws ActError not_found, schema_mismatch, jws_*, quote_*, no_common_method, and as buy
   */
  payCarried(taskId: string, order: CarriedOrder): Promise<TaskView>;
  /**
   * The user wants a paused purchase looked at again.
   *
   * @throws ActError not_found, purchase_transition_illegal, and as buy
   */
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

/** Composes a buyer agent from what it takes from outside. */
export function createAgent(deps: AgentDeps): Agent {
  const context = agentContext(deps);
  const running: Running = new Map();
  return {
    draft: (said, options) => draftTask(context, said, options),
    answer: (taskId, answers) => inTurn(running, taskId, () => answerTask(context, taskId, answers)),
    confirm: (taskId) => inTurn(running, taskId, () => confirmTask(context, taskId)),
    read: (taskId) =>
      inTurn(running, taskId, async () => viewOf(context, await refreshedTask(context, taskId))),
    awaitAuthority: (taskId, deadlineSeconds) =>
      awaitAuthority(
        context,
        () => inTurn(running, taskId, () => refreshedTask(context, taskId)),
        deadlineSeconds,
      ),
    buy: (taskId, purchaseId = FIRST_PURCHASE) =>
      inTurn(running, taskId, () => buyForTask(context, taskId, purchaseId)),
    resume: (taskId, purchaseId) => inTurn(running, taskId, () => resumeForTask(context, taskId, purchaseId)),
    cancel: (taskId, purchaseId) => inTurn(running, taskId, () => cancelForTask(context, taskId, purchaseId)),
    showCode: (taskId) => inTurn(running, taskId, () => showCodeForTask(context, taskId)),
    readCode: (taskId, payerCode) => readCodeForTask(context, taskId, payerCode),
    payCode: (taskId, payerCode) => inTurn(running, taskId, () => payCodeForTask(context, taskId, payerCode)),
    payCarried: (taskId, order) => inTurn(running, taskId, () => payCarriedForTask(context, taskId, order)),
    decisions: async (taskId) => {
      await existingTask(context, taskId);
      return findDecisions(context.store.read, taskId);
    },
    bundle: (taskId, purchaseId) => readBundle(context, taskId, purchaseId),
    evidence: (tradeNo) => evidenceOf(context, tradeNo),
    mandateEvidence: (delegationId) => evidenceOfMandate(context, delegationId),
    intent: (taskId) => keptIntent(context, taskId),
    deleteIntent: (taskId) => inTurn(running, taskId, () => deleteIntent(context, taskId)),
    assign: (taskId, asked) =>
      inTurn(running, taskId, async () => assign(context, await refreshedTask(context, taskId), asked)),
    handDown: async (taskId, delegationId, proof) =>
      handDownAssigned(context, await existingTask(context, taskId), delegationId, proof),
    takeBack: async (taskId, delegationId) =>
      takeBack(context, await existingTask(context, taskId), delegationId),
    takeAssignment: (taskId, assignment) =>
      inTurn(running, taskId, async () =>
        takeAssignment(context, await existingTask(context, taskId), assignment),
      ),
    checks: agentChecks(context),
  };
}
