/** Bubble tea at act:L1: the agent compares and orders, the user confirms this one payment at the cashier. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TaskView } from '../src/agent/index.ts';
import { readPublicJwk } from '../src/http/key-file.ts';
import { verifyInstantPurchase } from '../src/verifier/index.ts';
import { call, post } from './purchase.ts';
import type { Stage } from './stage.ts';
import type { World } from './world.ts';

const UTTERANCE = 'Buy me one cup of bubble tea now, at most 20 yuan.';
const POLL_MILLISECONDS = 50;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));

/** Compare, redeem the coupon, confirm with the face on the device, pay, fetch, judge. */
export async function buyTea(world: World, stage: Stage, data: string): Promise<TaskView> {
  stage.chapter('Bubble tea: the user is there and confirms at the cashier (act:L1)');
  const done = await attempt(world, stage, 'APPROVE');
  if (done.status !== 'DONE')
    throw new Error(`the tea ended as ${done.status}: ${JSON.stringify(done.result)}`);
  const bundle = await fetch(`${world.addresses.agent}/tasks/${done.task_id}/bundle`);
  await judgeOffline(world, stage, await bundle.text(), data);
  return done;
}

/** The same wish again, and a no at the cashier: nothing moves. */
export async function cancelTea(world: World, stage: Stage): Promise<void> {
  stage.chapter('Once more, and the user cancels at the cashier');
  const refused = await attempt(world, stage, 'DENY');
  if (refused.result?.code !== 'confirmation_denied') {
    throw new Error(`the cancelled tea ended as ${refused.status}: ${JSON.stringify(refused.result)}`);
  }
}

async function attempt(world: World, stage: Stage, decision: 'APPROVE' | 'DENY'): Promise<TaskView> {
  stage.say(`“${UTTERANCE}”`);
  const task = await post(world, '/tasks', { utterance: UTTERANCE, level: 'act:L1' });
  if (task.questions.length > 0) throw new Error(`the agent asked for ${task.questions[0]?.field}`);
  const path = `/tasks/${task.task_id}`;
  let ready = await post(world, `${path}/confirm`);
  while (ready.status === 'AWAITING_CONFIRMATION') {
    await pause();
    ready = (await call(world, 'GET', path)) as TaskView;
  }
  await world.device.ask({ do: 'watch', decision });
  let current = await post(world, `${path}/buy`);
  while (current.status === 'WAIT_BUYER_PAY') {
    await pause();
    current = await post(world, `${path}/buy`);
  }
  const shown = await world.device.ask({ do: 'rest' });
  if (shown.done === 'rest') {
    for (const summary of shown.summaries) stage.say(`The device showed: ${summary}`);
  }
  return current;
}

/** The evidence on its own: what the user saw, signed and paid. No server is asked. */
async function judgeOffline(world: World, stage: Stage, bundle: string, data: string): Promise<void> {
  const trustListKey = await readPublicJwk(join(world.keys, 'trust-list.pub.json'));
  const now = Math.floor(Date.now() / 1000);
  const judgement = await verifyInstantPurchase(new TextEncoder().encode(bundle), { trustListKey, now });
  writeFileSync(join(data, 'instant-purchase.json'), bundle);
  stage.print({
    from: 'anybody',
    to: 'verifier',
    message: `purchase bundle, ${bundle.length} bytes`,
    checks: judgement.lines.filter((line) => line.outcome === 'pass').map((line) => line.requirement),
    outcome: judgement.verdict === 'accepted' ? 'ok' : 'refused',
    ...(judgement.refusal
      ? { code: judgement.refusal.code, requirement: judgement.refusal.requirement }
      : {}),
  });
  if (judgement.verdict !== 'accepted') throw new Error('the purchase bundle does not verify');
}
