import type { Check } from '../../check.ts';
import type { InstitutionFacts } from '../../facts/signer.ts';

/** OpenACT trust list, OA-TRL-04: the trust list has the sender in the role in which it signs. */
export const check: Check<InstitutionFacts> = {
  requirement: 'OA-TRL-04',
  name: 'sender trusted in this role',
  run({ trustList, entity, role }) {
    if (trustList.entry(entity, role) !== undefined) return undefined;
    return { code: 'issuer_not_trusted', evidence: { entity, role } };
  },
};
