import type { Check, CheckResult } from '../../check.ts';
import type { OnChainState } from '../../facts/delegation.ts';
import type { OnRequest } from '../../facts/payment.ts';

const DUTY: CheckResult = {
  obligation: 'budget',
  requirement: 'OA-DLG-06',
  detail:
    'Hold the amount against every mandate above this one with all that was paid below it, in the money transaction.',
};

/** OpenACT delegation, OA-DLG-06: a payment counts against every mandate above the one that pays, in amount and in uses. */
export const check: Check<OnChainState & OnRequest> = {
  requirement: 'OA-DLG-06',
  name: 'parents’ limits',
  run({ chain, state, request }) {
    let duty: CheckResult;
    for (const [at, { terms }] of chain.entries()) {
      const usage = state.above?.[at]?.usage;
      const used = usage === undefined ? 0n : usage.spentMinor + usage.heldMinor;
      const uses = terms.iac.ext?.openact?.times_limit;
      const isOver = used + request.amount.minor > terms.total.minor;
      const isUsedUp = uses !== undefined && (usage?.count ?? 0) >= uses;
      if (isOver || isUsedUp) {
        return { code: 'parent_limit_reached', evidence: { at, limit: isOver ? 'total' : 'times' } };
      }
      if (usage === undefined) duty = DUTY;
    }
    return duty;
  },
};
