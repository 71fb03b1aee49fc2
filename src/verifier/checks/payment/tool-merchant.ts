import type { Check } from '../../check.ts';
import type { OnState } from '../../facts/payment.ts';
import type { OnQuote } from '../../facts/quote.ts';
import { toolObligation } from '../../obligations.ts';

/** OpenACT tool, OA-TOOL-01: a tool that is bound to merchants pays those and no others. */
export const check: Check<OnState & OnQuote> = {
  requirement: 'OA-TOOL-01',
  name: 'tool allows merchant',
  run({ state, quote }) {
    if (state.tool === undefined) return toolObligation('OA-TOOL-01');
    const { iss } = quote.claims;
    const merchants = state.tool?.merchants;
    if (merchants === undefined || merchants.includes(iss)) return undefined;
    return { code: 'merchant_not_allowed', evidence: { merchant: iss, by: 'tool' } };
  },
};
