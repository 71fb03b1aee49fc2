import { deadlineIn } from '../../http/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { AgentContext } from '../config.ts';
import { refreshedTask, requestAuthority } from './authority.ts';
import { existingTask, type Task, type TaskView } from './task.ts';
import { viewOf } from './view.ts';

const AWAIT_MILLISECONDS = 500;

/** The user agrees to the summary. @throws ActError not_found, intent_incomplete, RemoteProblem */
export async function confirmTask(context: AgentContext, taskId: string): Promise<TaskView> {
  const task = await existingTask(context, taskId);
  if (task.status === 'DRAFT')
    throw new ActError('intent_incomplete', { questions: task.draft.questions.length });
  if (task.status !== 'READY') return viewOf(context, await refreshedTask(context, taskId));
  return viewOf(context, await requestAuthority(context, task));
}

/**
 * Looks until the user has decided on the device or the time is up. Between two looks others may work on the task.
 *
 * @throws ActError not_found, peer_*
 */
export async function awaitAuthority(
  context: AgentContext,
  look: () => Promise<Task>,
  deadlineSeconds: number,
): Promise<TaskView> {
  const deadline = deadlineIn(1_000 * deadlineSeconds);
  let task = await look();
  while (task.status === 'AWAITING_CONFIRMATION' && deadline.remaining() > 0) {
    await context.sleep(AWAIT_MILLISECONDS);
    task = await look();
  }
  return viewOf(context, task);
}
