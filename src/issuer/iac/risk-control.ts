import { ActError } from '../../protocol/errors/index.ts';
import type { Clock } from '../../protocol/ports.ts';
import type { Store } from '../../store/index.ts';
import { resumeMandate, suspendMandate } from './lifecycle.ts';
import type { MandateState } from './mandate-row.ts';

/** What a risk system calls. There is no HTTP call for it: whoever holds this object is risk control. */
export interface RiskControl {
  /**
   * Suspends a mandate until the stated condition is met.
   *
   * @throws ActError schema_mismatch without a condition, mandate_unknown, mandate_transition_illegal
   */
  suspendByRiskControl(request: RiskSuspension): Promise<MandateState>;
  /**
   * Lifts risk control's own suspension, its condition being met.
   *
   * @throws ActError mandate_unknown, mandate_transition_illegal, mandate_recovery_condition
   */
  resumeByRiskControl(request: { readonly delegationId: string }): Promise<MandateState>;
}

export interface RiskSuspension {
  readonly delegationId: string;
  readonly recoveryCondition: string;
}

export function createRiskControl(store: Store, clock: Clock, issuerId: string): RiskControl {
  return {
    async suspendByRiskControl({ delegationId, recoveryCondition }) {
      const condition = recoveryCondition.trim();
      if (condition === '') throw new ActError('schema_mismatch', { rule: 'recovery_condition' });
      const request = { delegationId, issuerId, by: 'risk_control', condition, now: clock() } as const;
      return store.transact((tx) => suspendMandate(tx, request));
    },
    async resumeByRiskControl({ delegationId }) {
      const now = clock();
      return store.transact((tx) => resumeMandate(tx, { delegationId, issuerId, by: 'risk_control', now }));
    },
  };
}
