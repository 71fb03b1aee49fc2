import type { Check } from '../../check.ts';
import type { TrustListFacts } from '../../facts/trust-list.ts';

/** OpenACT trust list, OA-TRL-08: an entity stands at most once in each role, so that no reader can pick an entry. */
export const check: Check<TrustListFacts> = {
  requirement: 'OA-TRL-08',
  name: 'one entry per entity and role',
  run({ claims }) {
    const seen = new Set<string>();
    for (const { entity, role } of claims.entries) {
      const place = `${entity} ${role}`;
      if (seen.has(place))
        return { code: 'trust_list_inconsistent', evidence: { rule: 'twice', entity, role } };
      seen.add(place);
    }
    return undefined;
  },
};
