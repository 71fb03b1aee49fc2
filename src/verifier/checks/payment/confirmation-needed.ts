import { asksUser } from '../../autonomy.ts';
import type { Check } from '../../check.ts';
import type { OnTerms } from '../../facts/mandate.ts';
import type { OnRequest, OnState } from '../../facts/payment.ts';

/**
 * OpenACT autonomy, OA-AUT-03: what the level, the threshold or the tool leaves to the user is not paid under the
 * mandate; the cashier takes it. Judged last, so that nobody is asked about what could not be paid anyhow.
 */
export const check: Check<OnRequest & OnTerms & OnState> = {
  requirement: 'OA-AUT-03',
  name: 'user asked where the level says so',
  run({ request, mandate, state }) {
    const isAsked = state.tool?.confirmEach === true || asksUser(mandate.terms, request.amount.minor);
    return isAsked ? { code: 'confirmation_required' } : undefined;
  },
};
