import { RemoteProblem } from '../../http/index.ts';
import { jwkThumbprint } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { IacPayload } from '../../protocol/generated/types.ts';
import { newId } from '../../protocol/ports.ts';
import { writeEvent } from '../../records/index.ts';
import { assertAccepted, verifyIac } from '../../verifier/index.ts';
import type { AgentContext } from '../config.ts';
import { intentCreated } from '../events.ts';
import { finalizeIntent } from '../intent/finalize.ts';
import { withKey } from '../keys.ts';
import { readMandate, requestMandate } from '../mandate/request.ts';
import { giveUpMandate } from '../mandate/revoke.ts';
import { ownTerms } from '../mandate/runtime.ts';
import { selectIac } from '../mandate/select.ts';
import { limitsFor, readTool, requestTool, standingLimits } from '../mandate/tool.ts';
import {
  existingTask,
  findMandate,
  saveGranted,
  saveIntent,
  saveMandateRequest,
  saveTask,
  type Task,
} from './task.ts';
import { findCoveringTool, findTool, saveToolRef, saveToolRequest } from './tools.ts';

/** Refusals after which the same authority will never come: the user has to begin again. */
const ENDED: ReadonlySet<string> = new Set([
  ...['confirmation_denied', 'confirmation_expired', 'mandate_revoked', 'mandate_expired', 'intent_widened'],
  ...['agent_key_mismatch', 'confirmation_digest_mismatch', 'tool_invalid'],
]);

/**
 * The user has agreed to the summary, the first time or after changing the constraints of a purchase that stood
 * still; the former mandate is given up then [OA-CART-03]. Writes the ISR, selects the mandate's payload from it, and
 * asks the issuer (not at act:L1, where no mandate is used) and, where no bound tool will do, the payment service. What
 * was written down is asked for again by `refreshAuthority` when an answer got lost.
 *
 * @throws ActError intent_incomplete, schema_mismatch and the codes of verifyIac; a refusal of the issuer
 */
export async function requestAuthority(context: AgentContext, task: Task): Promise<Task> {
  const now = context.clock();
  const { values } = task.draft;
  const { config, random, store } = context;
  const intent = finalizeIntent(task.draft, task.conversation, {
    // An id of its own for each chain (ADD-INT-ICS-31).
    intentId: newId(random, 'int'),
    agentId: config.agent_id,
    paymentMethods: config.payment_methods,
    ...(task.origin === undefined ? {} : { origin: task.origin }),
    now,
    ...(task.level === undefined
      ? { openact: await ownTerms(context, values.currency ?? config.currency) }
      : {}),
  });
  const delegator = values.delegator_identity;
  if (delegator === undefined) throw new ActError('intent_incomplete', { field: 'delegator_identity' });
  const delegationId = newId(random, 'dlg');
  const { iac } = await selectIac(intent, { delegationId, delegatorIdentity: delegator });
  // At act:L1 nobody is asked for it: it is what the agent holds offers against.
  if (task.level === undefined) assertAccepted(await verifyIac(iac));
  const { delegationId: former } = task;
  if (former !== undefined && task.level === undefined) {
    await giveUpMandate(await withKey(context, task.keyJkt), former);
  }
  const keyJkt = await jwkThumbprint(context.publicJwk);
  const toolRequestId = await toolFor(context, iac, { delegator, keyJkt });
  const waiting: Task = {
    ...task,
    status: 'AWAITING_CONFIRMATION',
    intentId: intent.intent_id,
    delegationId,
    keyJkt,
    ...(toolRequestId === undefined ? {} : { toolRequestId }),
  };
  const process = { agentId: config.agent_id, intentId: String(intent.intent_id), delegator };
  const event = await intentCreated(process, intent, now);
  await store.transact(async (tx) => {
    await saveIntent(tx, intent, task, now);
    await writeEvent(tx, event);
    await saveMandateRequest(tx, iac);
    await saveTask(tx, waiting, now);
  });
  await askAgain(context, waiting, iac);
  return waiting;
}

/** undefined: the configuration names a tool that is bound already. */
export async function toolFor(
  context: AgentContext,
  iac: IacPayload,
  holder: { readonly delegator: string; readonly keyJkt: string },
): Promise<string | undefined> {
  if (context.config.payment_tool_ref !== undefined) return undefined;
  const needed = limitsFor(iac);
  const bound = await findCoveringTool(context.store.read, holder, needed);
  if (bound !== undefined) return bound;
  const { tool, currency } = context.config;
  // How wide a tool may be was said in the agent's currency, and of no other.
  const isStanding = tool !== undefined && needed.currency === currency;
  const limits = isStanding ? standingLimits(needed, tool, context.clock()) : needed;
  const toolRequestId = newId(context.random, 'tlr');
  await context.store.transact((tx) => saveToolRequest(tx, { toolRequestId, ...holder, limits }));
  return toolRequestId;
}

/** Sends both requests; what was lost on the way is found out by the next look. */
async function askAgain(context: AgentContext, task: Task, iac: IacPayload): Promise<void> {
  if (task.level === undefined) await tolerateSilence(() => requestMandate(context, iac));
  await askForTool(context, task);
}

export async function askForTool(context: AgentContext, task: Task): Promise<void> {
  const tool =
    task.toolRequestId === undefined ? undefined : await findTool(context.store.read, task.toolRequestId);
  if (tool !== undefined && tool.paymentToolRef === undefined) {
    await tolerateSilence(() => requestTool(context, tool));
  }
}

async function tolerateSilence(send: () => Promise<void>): Promise<void> {
  try {
    await send();
  } catch (error) {
    const isSilence = error instanceof ActError && isOpen(error);
    if (!isSilence) throw error;
  }
}

function isOpen(error: ActError): boolean {
  return error instanceof RemoteProblem
    ? error.problem.status >= 500
    : error.code === 'peer_unreachable' || error.code === 'peer_answer_invalid';
}

/**
 * Looks once whether the user has decided on the device, and takes over what was granted after judging it.
 *
 * @returns the task, AUTHORISED once the mandate and the tool are there, REFUSED when they never will be
 * @throws ActError peer_* and others that a later look may get past
 */
async function refreshAuthority(context: AgentContext, task: Task): Promise<Task> {
  if (task.status !== 'AWAITING_CONFIRMATION') return task;
  try {
    const hasMandate = task.level !== undefined || (await refreshMandate(context, task));
    const hasTool = await refreshTool(context, task);
    return hasMandate && hasTool ? await save(context, { ...task, status: 'AUTHORISED' }) : task;
  } catch (error) {
    if (!(error instanceof ActError) || !ENDED.has(error.code)) throw error;
    return save(context, { ...task, status: 'REFUSED', code: error.code });
  }
}

/** A task after a look at the issuer, where the user's decision is awaited. @throws ActError not_found, peer_* */
export async function refreshedTask(context: AgentContext, taskId: string): Promise<Task> {
  const task = await existingTask(context, taskId);
  return task.status === 'AWAITING_CONFIRMATION'
    ? refreshAuthority(await withKey(context, task.keyJkt), task)
    : task;
}

async function refreshMandate(context: AgentContext, task: Task): Promise<boolean> {
  const { delegationId = '' } = task;
  const stored = await findMandate(context.store.read, delegationId);
  if (stored === undefined) throw new ActError('mandate_unknown');
  if (stored.granted !== undefined) return true;
  try {
    const progress = await readMandate(context, stored.iac);
    if (progress.status === 'DENIED') throw new ActError('confirmation_denied');
    if (progress.status !== 'GRANTED') return false;
    await context.store.transact((tx) => saveGranted(tx, delegationId, progress.granted));
    return true;
  } catch (error) {
    const isLost = error instanceof RemoteProblem && error.code === 'mandate_unknown';
    if (!isLost) throw error;
    // What another agent leaves to this one is asked for by that one.
    if (stored.iac.ext?.openact?.parent_mandate !== undefined) return false;
    await requestMandate(context, stored.iac);
    return false;
  }
}

async function refreshTool(context: AgentContext, task: Task): Promise<boolean> {
  if (task.toolRequestId === undefined) return true;
  const tool = await findTool(context.store.read, task.toolRequestId);
  if (tool === undefined) throw new ActError('tool_invalid');
  if (tool.paymentToolRef !== undefined) return true;
  try {
    const progress = await readTool(context, tool.toolRequestId);
    if (progress.status === 'DENIED') throw new ActError('confirmation_denied');
    if (progress.status !== 'ACTIVE') return false;
    await context.store.transact((tx) => saveToolRef(tx, tool.toolRequestId, progress.paymentToolRef));
    return true;
  } catch (error) {
    if (!isUnknownTool(error)) throw error;
    await requestTool(context, tool);
    return false;
  }
}

/** The request never arrived. One that was refused or has ended is known, and answered otherwise. */
function isUnknownTool(error: unknown): boolean {
  if (!(error instanceof RemoteProblem)) return false;
  return error.problem.status === 404 || (error.code === 'tool_invalid' && error.evidence.rule === 'unknown');
}

async function save(context: AgentContext, task: Task): Promise<Task> {
  await context.store.transact((tx) => saveTask(tx, task, context.clock()));
  return task;
}
