import type { Check } from '../../check.ts';
import type { FindingFacts } from '../../facts/finding.ts';

/** OpenACT disputes, OA-DSP-10: a finding is about one trade, and no other one is paid back for it. */
export const check: Check<FindingFacts> = {
  requirement: 'OA-DSP-10',
  name: 'finding about this trade',
  run({ claims, expected }) {
    if (claims.trade_no === expected.trade_no) return undefined;
    return { code: 'finding_mismatch', evidence: { rule: 'trade_no', trade_no: claims.trade_no } };
  },
};
