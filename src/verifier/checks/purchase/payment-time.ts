import type { Check } from '../../check.ts';

/** OpenACT purchase, OA-PUR-03: the time of payment rests on the payment service's word until it is anchored. */
export const check: Check<unknown> = {
  requirement: 'OA-PUR-03',
  name: 'payment time anchored',
  run() {
    return {
      obligation: 'payment_time',
      requirement: 'OA-PUR-03',
      detail:
        'Find an anchored record of the payment: paid_at rests on the word of the payment service alone.',
    };
  },
};
