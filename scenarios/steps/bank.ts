import type { BankStep } from '../format.ts';
import { filled, type Play } from './run.ts';

/** Inside the bank: nobody outside can ask for any of it. */
export const bank: Play<BankStep> = async (run, raw) => {
  const { suspends, lifts, risk, keyService } = filled(run, raw);
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
  return {};
};
