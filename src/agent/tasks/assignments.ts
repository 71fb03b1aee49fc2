import { jwkThumbprint } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type {
  Assignment,
  AssignmentBody,
  AssignmentProof,
  IacPayload,
} from '../../protocol/generated/types.ts';
import type { Queries } from '../../store/index.ts';
import type { AgentContext } from '../config.ts';
import { withKey } from '../keys.ts';
import { acceptAssignment, proveAssignment } from '../mandate/assignment.ts';
import type { GrantedMandate } from '../mandate/granted.ts';
import { handDown, termsBelow } from '../mandate/hand-down.ts';
import { giveUpMandate } from '../mandate/revoke.ts';
import { askForTool, toolFor } from './authority.ts';
import { findMandate, saveMandateRequest, saveTask, type Task } from './task.ts';

/** How far the other agent's mandate has come, as the issuer says. */
export interface HandedDown {
  readonly delegation_id: string;
  readonly status: string;
}

/**
 * Writes down which part of a task's mandate is to be left to another agent. Nothing is handed down yet: the other
 * agent has to prove its key first.
 *
 * @throws ActError mandate_not_yet_valid (the user has not decided), mandate_depth_exceeded, mandate_widened
 */
export async function assign(context: AgentContext, task: Task, asked: AssignmentBody): Promise<Assignment> {
  const { mandate, mandate_chain: chain = [] } = await mandateOf(context, task);
  const iac = await termsBelow(context, mandate, asked);
  await context.store.transact((tx) =>
    tx.run(
      'INSERT INTO agent_assignments (delegation_id, task_id, iac, created_at) VALUES ($1, $2, $3, $4)',
      [iac.delegation_id, task.taskId, JSON.stringify(iac), context.clock()],
    ),
  );
  const { issuer, psp_id } = context.config;
  const [first, ...rest] = [...chain, mandate];
  if (first === undefined) throw new ActError('internal', { rule: 'chain' });
  return { issuer, psp_id, iac, mandates_above: [first, ...rest] };
}

/**
 * Hands down what was assigned, and nothing else, to the agent that has proved its key. After an answer that was lost,
 * once more with a fresh proof: a command is used once.
 *
 * @throws ActError not_found; as `handDown`
 */
export async function handDownAssigned(
  context: AgentContext,
  task: Task,
  delegationId: string,
  proof: AssignmentProof,
): Promise<HandedDown> {
  const iac = await assigned(context.store.read, task, delegationId);
  return handDown(await withKey(context, task.keyJkt), task.delegationId ?? '', iac, proof);
}

/** Takes back what was handed down [OA-DLG-09]. @throws ActError not_found; as `giveUpMandate` */
export async function takeBack(context: AgentContext, task: Task, delegationId: string): Promise<HandedDown> {
  await assigned(context.store.read, task, delegationId);
  await giveUpMandate(await withKey(context, task.keyJkt), delegationId);
  return { delegation_id: delegationId, status: 'Revoked' };
}

/**
 * Takes over the part of another agent's mandate, in the place of asking the user for one of its own. The user is asked
 * for a payment tool only.
 *
 * @throws ActError intent_incomplete (the task has questions, or an authority already); as `acceptAssignment`
 */
export async function takeAssignment(
  context: AgentContext,
  task: Task,
  assignment: Assignment,
): Promise<AssignmentProof> {
  const { iac } = assignment;
  if (task.delegationId === iac.delegation_id)
    return proveAssignment(await withKey(context, task.keyJkt), iac);
  // A task that had an authority keeps it or gives it up for one that its user confirms: it never has two.
  if (task.status !== 'READY' || task.level !== undefined || task.delegationId !== undefined)
    throw new ActError('intent_incomplete', { status: task.status });
  const delegator = task.draft.values.delegator_identity ?? '';
  await acceptAssignment(context, assignment, delegator);
  const keyJkt = await jwkThumbprint(context.publicJwk);
  const toolRequestId = await toolFor(context, iac, { delegator, keyJkt });
  const waiting: Task = {
    ...task,
    status: 'AWAITING_CONFIRMATION',
    ...(iac.intent_id === undefined ? {} : { intentId: iac.intent_id }),
    delegationId: iac.delegation_id,
    keyJkt,
    ...(toolRequestId === undefined ? {} : { toolRequestId }),
  };
  await context.store.transact(async (tx) => {
    await saveMandateRequest(tx, iac);
    await saveTask(tx, waiting, context.clock());
  });
  await askForTool(context, waiting);
  return proveAssignment(context, iac);
}

/** Only what stands can be left to others: not the former mandate of a task whose constraints are open again. */
async function mandateOf(context: AgentContext, task: Task): Promise<GrantedMandate> {
  const isGranted = task.status === 'AUTHORISED' && task.delegationId !== undefined;
  const stored = isGranted ? await findMandate(context.store.read, task.delegationId) : undefined;
  if (stored?.granted === undefined) throw new ActError('mandate_not_yet_valid', { status: task.status });
  return stored.granted;
}

async function assigned(read: Queries, { taskId }: Task, delegationId: string): Promise<IacPayload> {
  const row = await read.get('SELECT iac FROM agent_assignments WHERE delegation_id = $1 AND task_id = $2', [
    delegationId,
    taskId,
  ]);
  if (row === undefined) throw new ActError('not_found');
  return JSON.parse(String(row.iac)) as IacPayload;
}
