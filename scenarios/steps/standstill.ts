/** What a user can do about a purchase that stands still: look, have it looked at again, cancel it, change its terms. */
import type { TaskView } from '../../src/agent/index.ts';
import type { JsonValue } from '../../src/protocol/json/index.ts';
import type { StandstillStep } from '../format.ts';
import { authorised } from './buy.ts';
import { refusedResult } from './outcome.ts';
import { agentOf, filled, type Kept, keptOf, type Play } from './run.ts';
import { withUser } from './user.ts';

function seen(task: TaskView): Kept {
  const { decision, result, delegation_id } = task;
  return { ...result, status: task.status, delegation_id, decided_at: decision?.decided_at };
}

export const standstill: Play<StandstillStep> = async (run, step) => {
  const { agent } = agentOf(run, step);
  const taskId = String(keptOf(run, step.under).task_id);
  switch (step.do) {
    case 'look':
      return seen(await agent.read(taskId));
    case 'cancel':
      return seen(await agent.cancel(taskId));
    case 'resume': {
      const task = await withUser(run, step, () => agent.resume(taskId));
      if (task.status !== 'DONE') throw refusedResult(task);
      return seen(task);
    }
    case 'change': {
      await agent.answer(taskId, filled(run, step.answers ?? {}) as JsonValue);
      return seen(await withUser(run, step, (going) => authorised(run, step, taskId, going)));
    }
  }
};
