import type { Check } from '../../check.ts';
import type { OnRequest, OnState } from '../../facts/payment.ts';

/** ACT PSD-PAY-DEL, PSD-PAY-DEL-17: the balance covers what the payer pays. */
export const check: Check<OnRequest & OnState> = {
  requirement: 'PSD-PAY-DEL-17',
  name: 'balance',
  run({ request, state }) {
    if (state.balanceMinor === undefined) {
      return {
        obligation: 'balance',
        requirement: 'PSD-PAY-DEL-17',
        detail: 'Look up whether the account behind the tool covers payer_amount, in the money transaction.',
      };
    }
    return request.payerAmount.minor <= state.balanceMinor ? undefined : { code: 'balance_insufficient' };
  },
};
