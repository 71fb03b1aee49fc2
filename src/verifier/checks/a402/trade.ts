import type { Check } from '../../check.ts';
import type { ProofFacts } from '../../facts/a402.ts';

/** OpenACT A402, OA-A402-09: the trade number said in plain is the one in the proof of payment. */
export const check: Check<Pick<ProofFacts, 'receipt' | 'tradeNo'>> = {
  requirement: 'OA-A402-09',
  name: 'trade number',
  run: ({ receipt, tradeNo }) =>
    receipt.claims.trade_no === tradeNo ? undefined : { code: 'a402_trade_mismatch' },
};
