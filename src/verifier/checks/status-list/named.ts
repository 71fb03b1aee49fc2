import type { Check } from '../../check.ts';
import type { StatusListFacts } from '../../facts/status-list.ts';

/** OpenACT status list, OA-STL-01: the list is the one that the mandate names, of the issuer of the mandate. */
export const check: Check<StatusListFacts> = {
  requirement: 'OA-STL-01',
  name: 'status list named by mandate',
  run({ claims, issuer, uri }) {
    if (claims.sub === uri && claims.iss === issuer) return undefined;
    return { code: 'mandate_status_mismatch' };
  },
};
