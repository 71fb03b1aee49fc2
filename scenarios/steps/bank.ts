import type { BankStep } from '../format.ts';
import type { World } from '../world/world.ts';
import { filled, type Play } from './run.ts';

const locks = new WeakMap<World, { release(): void }>();

/** Inside the bank: nobody outside can ask for any of it. */
export const bank: Play<BankStep> = async (run, raw) => {
  const { suspends, lifts, risk, keyService, database } = filled(run, raw);
  const { riskControl, mood } = run.world.bank;
  if (suspends !== undefined) {
    await riskControl.suspendByRiskControl({
      delegationId: suspends,
      recoveryCondition: 'The user was called.',
    });
  }
  if (lifts !== undefined) await riskControl.resumeByRiskControl({ delegationId: lifts });
  if (risk !== undefined) mood.risk = risk;
  if (keyService !== undefined) mood.isKeyServiceUp = keyService === 'up';
  if (database === 'locked') locks.set(run.world, run.world.bank.lockDatabase());
  if (database === 'free') locks.get(run.world)?.release();
  return {};
};
