import type { Check } from '../../check.ts';
import type { OnRequest, OnState } from '../../facts/payment.ts';
import { toolObligation } from '../../obligations.ts';

/** OpenACT tool, OA-TOOL-02: a tool pays in the currency of its limit. */
export const check: Check<OnState & OnRequest> = {
  requirement: 'OA-TOOL-02',
  name: 'tool currency',
  run({ state, request }) {
    if (state.tool === undefined) return toolObligation('OA-TOOL-02');
    const { currency } = request.claims;
    if (state.tool === null || state.tool.currency === currency) return undefined;
    return { code: 'currency_mismatch', evidence: { currency, tool_currency: state.tool.currency } };
  },
};
