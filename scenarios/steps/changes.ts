/** What happens in the world meanwhile: time goes by, a price changes, an agent forgets. */
import type { AdvanceStep, ForgetStep, PriceStep } from '../format.ts';
import { waitingIn } from './records.ts';
import { agentOf, moment, type Play, pause, type Run } from './run.ts';

const SETTLE_TRIES = 30;

export const advance: Play<AdvanceStep> = async (run, { to, seconds = 0 }) => {
  const { world } = run;
  await settled(world);
  world.advance((to === undefined ? 0 : moment(run, to) - world.now()) + seconds);
  await world.bank.tend();
  return {};
};

/** Time that goes by is time in which a worker anchors; where the log is down it waits on. */
async function settled(world: Run['world']): Promise<void> {
  for (let tries = 0; tries < SETTLE_TRIES && (await waitingIn(world)) !== 'none'; tries += 1)
    await pause(100);
}

export const price: Play<PriceStep> = async ({ world }, step) => {
  world.shops.get(step.at)?.setPrice(step.item, step.price);
  return {};
};

export const forget: Play<ForgetStep> = async (run, step) => {
  const { store } = agentOf(run, step).deps;
  await store.transact((tx) => tx.run('UPDATE agent_purchases SET paid_minor = NULL'));
  return {};
};
