import type { Check } from '../../check.ts';
import type { PurchaseFacts } from '../../facts/purchase.ts';

/** OpenACT confirmation, OA-CNF-05: the mandate names the confirmation it rests on by digest. */
export const check: Check<Pick<PurchaseFacts, 'confirmation' | 'payment'>> = {
  requirement: 'OA-CNF-05',
  name: 'confirmation named by mandate',
  run({ confirmation, payment }) {
    if (payment.mandate.claims.confirmation_digest === confirmation.digest) return undefined;
    return { code: 'confirmation_digest_mismatch' };
  },
};
