import type { Check } from '../../check.ts';
import type { OnMandate } from '../../facts/mandate.ts';

/** OpenACT mandate, OA-MND-02: jti is the delegation_id and sub the delegator_identity of the IAC. */
export const check: Check<OnMandate> = {
  requirement: 'OA-MND-02',
  name: 'mandate identifiers',
  run({ mandate }) {
    const { jti, sub, iac } = mandate.claims;
    if (jti === iac.delegation_id && sub === iac.delegator_identity) return undefined;
    return { code: 'mandate_id_mismatch' };
  },
};
