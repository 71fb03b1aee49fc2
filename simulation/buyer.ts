import { IDS } from '../demo/plan.ts';
import { ActError } from '../src/protocol/errors/index.ts';
import { formatUtcSeconds } from '../src/protocol/time/index.ts';
import { persist } from './device.ts';
import type { World } from './world.ts';

export type Level = 'act:L1' | 'act:L2';

/** One thing the user wants, and what the agent says has become of it. */
export interface Wish {
  readonly id: string;
  readonly level: Level;
  /** Absent: the user speaks to the agent first. */
  task?: string;
  steps: number;
  bought?: { readonly tradeNo: string; readonly outTradeNo: string; readonly amount: string };
}

const UTTERANCES: Readonly<Record<Level, string>> = {
  'act:L1': 'Buy me one cup of bubble tea now, at most 20 yuan.',
  'act:L2':
    'Buy me one train ticket G123 from Beijing to Harbin, second class, at most 600 yuan a payment. You may pay the railway only.',
};

const ANSWERS: Readonly<Record<string, string>> = { max_total_amount: '5000000.00' };
const MANDATE_SECONDS = 300 * 86_400;
/** So many wishes are worked at side by side. */
const AT_ONCE = 6;
const MAX_STEPS = 200;
const PAUSE_MILLISECONDS = 12_000;
/** Commits of the agent in one step of a purchase, about. */
const DEATH_TRANSACTIONS = 6;

/** From what the user said to an agent that may buy; a question that ran out is asked again. @returns the task */
export function authorise(world: World, level: Level): Promise<string> {
  return persist(() => authoriseOnce(world, level));
}

async function authoriseOnce(world: World, level: Level): Promise<string | undefined> {
  const { agent, around, device } = world;
  const draft = await persist(() =>
    crashing(world, () => agent.started.agent.draft(UTTERANCES[level], level === 'act:L1' ? { level } : {})),
  );
  const until = formatUtcSeconds(around.clock.now() + MANDATE_SECONDS);
  let task = draft;
  while (task.questions.length > 0) {
    const answers = Object.fromEntries(
      task.questions.map(({ field }) => [
        field,
        ANSWERS[field] ?? (field === 'validity_end_time' ? until : '1'),
      ]),
    );
    task = await persist(() => crashing(world, () => agent.started.agent.answer(task.task_id, answers)));
  }
  const ended = await persist(async () => {
    try {
      const seen = await crashing(world, () => agent.started.agent.confirm(task.task_id));
      if (seen.status === 'AUTHORISED' || seen.status === 'REFUSED') return seen;
      await device.look();
      return undefined;
    } finally {
      // Also after a crash: at the same moment the same crash would come again.
      await world.pass(1_000);
    }
  });
  if (ended.status === 'AUTHORISED') return ended.task_id;
  if (ended.code === 'confirmation_expired') return undefined;
  throw new Error(`The authority was refused: ${ended.code}`);
}

/** Buys all wishes, several side by side, each until it is done or was tried too often. */
export async function buyAll(
  world: World,
  wishes: readonly Wish[],
  progress: (done: number) => void,
): Promise<void> {
  const { around } = world;
  const dice = around.dice.named('user');
  const waiting = [...wishes];
  const open: Wish[] = waiting.splice(0, AT_ONCE);
  for (let done = 0; open.length > 0; ) {
    const wish = dice.pick(open);
    await world.pass(dice.below(PAUSE_MILLISECONDS));
    wish.task ??= await authorise(world, wish.level);
    await step(world, wish.task, wish);
    // One that does not come true is left to the audit.
    if (wish.bought === undefined && wish.steps < MAX_STEPS) continue;
    open.splice(open.indexOf(wish), 1, ...waiting.splice(0, 1));
    done += 1;
    progress(done);
  }
}

async function step(world: World, taskId: string, wish: Wish): Promise<void> {
  const { agent, around } = world;
  wish.steps += 1;
  try {
    const view = await crashing(world, () => agent.started.agent.buy(taskId, wish.id));
    const { result } = view;
    around.journal.note(`${wish.id} ${view.status} ${result?.code ?? ''} ${result?.trade_no ?? ''}`);
    if (view.status !== 'DONE' || result?.trade_no === undefined) return;
    wish.bought = {
      tradeNo: result.trade_no,
      outTradeNo: result.out_trade_no ?? '',
      amount: result.amount ?? '',
    };
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    around.journal.note(`${wish.id} stopped: ${error.code}`);
  }
}

/** The agent's own process may die while it works. */
async function crashing<T>(world: World, work: () => Promise<T>): Promise<T> {
  const { agent, around } = world;
  const dice = around.dice.named(`agent ${around.clock.exact()}`);
  if (!dice.happens(around.trouble.share)) return work();
  around.journal.fault('restart', IDS.agent);
  agent.store.dieSoon(DEATH_TRANSACTIONS);
  try {
    return await work();
  } finally {
    await agent.restart();
  }
}
