import type { Check } from '../../check.ts';
import type { EnrolmentFacts } from '../../facts/key-statements.ts';
import type { OnParty } from '../../facts/party.ts';

/** OpenACT keys, OA-KEY-10: the device was enrolled by the account side that asked, for its delegator. */
export const check: Check<OnParty & { readonly enrolment: EnrolmentFacts }> = {
  requirement: 'OA-KEY-10',
  name: 'enrolment for this delegator',
  run({ enrolment, party }) {
    const { iss, sub } = enrolment.claims;
    if (iss === party.issuer && sub === party.delegator) return undefined;
    return { code: 'enrolment_mismatch' };
  },
};
