import { CONNECTION_BOUNDS, createRateLimit, type RateLimit } from '../../src/http/index.ts';
import type { BankStep } from '../format.ts';
import type { World } from '../world/world.ts';
import { filled, type Play } from './run.ts';

const NO_MORE = { inAll: 0, perAddress: 0 };
const locks = new WeakMap<World, { release(): void }>();

/** Inside the bank: nobody outside can ask for any of it. */
export const bank: Play<BankStep> = async (run, raw) => {
  const { suspends, lifts, risk, keyService, callsOfEach, connections, database, status, tells } = filled(
    run,
    raw,
  );
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
  if (status !== undefined) mood.status = status;
  if (callsOfEach !== undefined) mood.callerLimit = limitOf(run.world, callsOfEach);
  if (connections !== undefined) mood.connections = connections === 'full' ? NO_MORE : CONNECTION_BOUNDS;
  if (tells !== undefined) await run.world.bank.psp.tellMerchants();
  if (database === 'locked') locks.set(run.world, run.world.bank.lockDatabase());
  if (database === 'free') locks.get(run.world)?.release();
  return {};
};

/** By the world's clock, which stands still: nothing comes back before it moves. */
function limitOf({ now }: World, calls: number | 'any'): RateLimit | undefined {
  if (calls === 'any') return undefined;
  return createRateLimit({ perSecond: 1, burst: calls }, () => now() * 1_000);
}
