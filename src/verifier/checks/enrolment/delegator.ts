import type { Check } from '../../check.ts';
import type { PurchaseFacts } from '../../facts/purchase.ts';

/** OpenACT keys, OA-KEY-10: the device was enrolled by the issuer of the mandate, for its delegator. */
export const check: Check<Pick<PurchaseFacts, 'enrolment' | 'payment'>> = {
  requirement: 'OA-KEY-10',
  name: 'enrolment for this delegator',
  run({ enrolment, payment }) {
    const { claims } = payment.mandate;
    const { iss, sub } = enrolment.claims;
    if (iss === claims.iss && sub === claims.iac.delegator_identity) return undefined;
    return { code: 'enrolment_mismatch' };
  },
};
