import type { Check } from '../../check.ts';
import type { StatusListFacts } from '../../facts/status-list.ts';

/** OpenACT status list, OA-STL-02: a status list says nothing about times before its issue or from its expiry on. */
export const check: Check<StatusListFacts> = {
  requirement: 'OA-STL-02',
  name: 'status list fresh',
  run({ claims, at }) {
    const { iat, exp } = claims;
    if (iat <= at && at < exp) return undefined;
    return { code: 'status_list_stale', evidence: { iat, exp, at } };
  },
};
