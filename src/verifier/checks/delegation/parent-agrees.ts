import type { Check } from '../../check.ts';
import { linksOf, type OnChain } from '../../facts/delegation.ts';
import type { MandateFacts } from '../../facts/mandate.ts';

/** Whose authority it is, and what it rests on. */
const ORIGIN: Readonly<Record<string, (mandate: MandateFacts) => unknown>> = {
  iss: ({ claims }) => claims.iss,
  sub: ({ claims }) => claims.sub,
  aud: ({ claims }) => claims.aud,
  confirmation_digest: ({ claims }) => claims.confirmation_digest,
  source_isr_digest: ({ claims }) => claims.iac.source_isr_digest,
};

/**
 * OpenACT delegation, OA-DLG-02: what is handed down is the same delegator's authority, from the same issuer and the
 * same confirmation, and younger than what it comes from.
 */
export const check: Check<OnChain> = {
  requirement: 'OA-DLG-02',
  name: 'parent agrees',
  run(facts) {
    for (const [parent, child] of linksOf(facts)) {
      const member = Object.keys(ORIGIN).find((name) => ORIGIN[name]?.(parent) !== ORIGIN[name]?.(child));
      if (member !== undefined) return { code: 'mandate_parent_mismatch', evidence: { member } };
      if (child.claims.iat < parent.claims.iat) {
        return { code: 'mandate_parent_mismatch', evidence: { member: 'iat' } };
      }
    }
    return undefined;
  },
};
