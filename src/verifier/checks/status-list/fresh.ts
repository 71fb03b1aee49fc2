import { REQUEST_TIME_SKEW_SECONDS } from '../../../protocol/limits.ts';
import type { Check } from '../../check.ts';
import type { StatusListFacts } from '../../facts/status-list.ts';

/**
 * OpenACT status list, OA-STL-02: a status list says nothing about times before its issue or from its expiry on. The
 * clock of its issuer may run ahead, or have ticked since `at` was read; the expiry has no tolerance.
 */
export const check: Check<StatusListFacts> = {
  requirement: 'OA-STL-02',
  name: 'status list fresh',
  run({ claims, at }) {
    const { iat, exp } = claims;
    if (iat <= at + REQUEST_TIME_SKEW_SECONDS && at < exp) return undefined;
    return { code: 'status_list_stale', evidence: { iat, exp, at } };
  },
};
