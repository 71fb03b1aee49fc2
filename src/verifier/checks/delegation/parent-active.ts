import type { Check, CheckResult } from '../../check.ts';
import type { OnChainState } from '../../facts/delegation.ts';

const DUTY: CheckResult = {
  obligation: 'status',
  requirement: 'OA-DLG-05',
  detail:
    'Ask status_reference for the live status of every mandate above this one before the final decision.',
};

/**
 * OpenACT delegation, OA-DLG-05: what is handed down is good only while every mandate above it is inside its window and
 * Active.
 */
export const check: Check<OnChainState> = {
  requirement: 'OA-DLG-05',
  name: 'parents active',
  run({ chain, state, now }) {
    let duty: CheckResult;
    for (const [at, { terms }] of chain.entries()) {
      const status = state.above?.[at]?.status;
      const isOpen = now >= terms.start && now < terms.end;
      if (!isOpen || (status !== undefined && status !== 'Active')) {
        return { code: 'parent_not_active', evidence: { at, status: isOpen ? String(status) : 'Expired' } };
      }
      if (status === undefined) duty = DUTY;
    }
    return duty;
  },
};
