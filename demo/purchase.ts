/** One delegated purchase, driven from outside over HTTP as the user's chat window would. */
import type { TaskView } from '../src/agent/index.ts';
import type { Stage } from './stage.ts';
import type { World } from './world.ts';

const UTTERANCE =
  'Buy me one train ticket G123 from Beijing to Harbin, second class, at most 600 yuan a payment. You may pay the railway only.';

/** What the user answers when asked. */
const ANSWERS: Readonly<Record<string, string | ((world: World) => string)>> = {
  max_total_amount: '1800.00',
  max_single_amount: '600.00',
  allowed_merchants: 'rail',
  quantity: '1',
  grade: 'second class',
  need: 'G123 Beijing to Harbin',
  validity_end_time: () => inDays(7),
  delivery_time_requirement: () => inDays(40),
  currency: 'CNY',
};

const MAX_ROUNDS = 5;
const DAY_MILLISECONDS = 86_400_000;

function inDays(days: number): string {
  return `${new Date(Date.now() + days * DAY_MILLISECONDS).toISOString().slice(0, 19)}Z`;
}

export async function call(
  world: World,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<unknown> {
  const answer = await fetch(`${world.addresses.agent}${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  const result = await answer.json();
  if (!answer.ok) throw new Error(`the agent answered ${answer.status}: ${JSON.stringify(result)}`);
  return result;
}

export const post = (world: World, path: string, body?: unknown): Promise<TaskView> =>
  call(world, 'POST', path, body) as Promise<TaskView>;

export interface Bought {
  readonly task: TaskView;
  /** The evidence, as JSON text. */
  readonly bundle: string;
}

/** Intent, clarification, mandate, comparison, quote, payment, release, evidence. */
export async function buyTicket(world: World, stage: Stage): Promise<Bought> {
  stage.chapter('The user speaks to the agent');
  stage.say(`“${UTTERANCE}”`);
  const task = await clarify(world, stage, await post(world, '/tasks', { utterance: UTTERANCE }));
  stage.say(`The agent sums up: ${task.summary?.en ?? ''}`);

  stage.chapter('The user confirms on the device; the mandate is issued');
  await world.device.ask({ do: 'watch' });
  let authorised = await post(world, `/tasks/${task.task_id}/confirm`);
  while (authorised.status === 'AWAITING_CONFIRMATION') {
    await new Promise((resolve) => setTimeout(resolve, 50));
    authorised = (await call(world, 'GET', `/tasks/${task.task_id}`)) as TaskView;
  }
  const shown = await world.device.ask({ do: 'rest' });
  if (shown.done === 'rest')
    for (const summary of shown.summaries) stage.say(`The device showed: ${summary}`);

  stage.chapter('The agent compares, orders and pays');
  const done = await post(world, `/tasks/${task.task_id}/buy`);
  if (done.status !== 'DONE')
    throw new Error(`the purchase ended as ${done.status}: ${JSON.stringify(done.result)}`);
  const bundle = await fetch(`${world.addresses.agent}/tasks/${task.task_id}/bundle`);
  return { task: done, bundle: await bundle.text() };
}

async function clarify(world: World, stage: Stage, first: TaskView): Promise<TaskView> {
  let task = first;
  for (let round = 0; task.questions.length > 0 && round < MAX_ROUNDS; round += 1) {
    const answers: Record<string, string> = {};
    for (const { field, question } of task.questions) {
      const known = ANSWERS[field];
      if (known === undefined) throw new Error(`the agent asked for ${field}: ${question}`);
      answers[field] = typeof known === 'string' ? known : known(world);
      stage.say(`Agent: ${question}  User: ${answers[field]}`);
    }
    task = await post(world, `/tasks/${task.task_id}/answers`, answers);
  }
  return task;
}
