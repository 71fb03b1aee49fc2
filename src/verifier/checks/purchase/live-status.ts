import type { Check } from '../../check.ts';

/**
 * OpenACT purchase, OA-PUR-04: a signed list shows the status as it was when the list was issued; what changed before
 * the payment only the issuer's record tells.
 */
export const check: Check<unknown> = {
  requirement: 'OA-PUR-04',
  name: 'status at the moment of payment',
  run() {
    return {
      obligation: 'status',
      requirement: 'OA-PUR-04',
      detail:
        'Ask the issuer whether the mandate was suspended or revoked between the issue of the list and paid_at.',
    };
  },
};
