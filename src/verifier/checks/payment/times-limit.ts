import type { Check } from '../../check.ts';
import type { OnTerms } from '../../facts/mandate.ts';
import type { OnState } from '../../facts/payment.ts';

/** OpenACT limits, OA-LIM-02: a mandate is used no more often than it allows. */
export const check: Check<OnTerms & OnState> = {
  requirement: 'OA-LIM-02',
  name: 'times limit',
  run({ mandate, state }) {
    const limit = mandate.terms.iac.ext?.openact?.times_limit;
    if (limit === undefined) return undefined;
    if (state.usage === undefined) {
      return {
        obligation: 'times',
        requirement: 'OA-LIM-02',
        detail: 'Count the confirmed payments of the mandate against times_limit, in the money transaction.',
      };
    }
    if (state.usage.count < limit) return undefined;
    return { code: 'times_limit_reached', evidence: { times_limit: limit } };
  },
};
