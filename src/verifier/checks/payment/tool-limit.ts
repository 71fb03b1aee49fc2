import type { Check } from '../../check.ts';
import type { OnRequest, OnState } from '../../facts/payment.ts';
import { toolObligation } from '../../obligations.ts';

/** ACT PSD-PMT-BND, PSD-PMT-BND-03: the gross order amount is at most the limit that the user saw when binding the tool. */
export const check: Check<OnState & OnRequest> = {
  requirement: 'PSD-PMT-BND-03',
  name: 'tool limit',
  run({ state, request }) {
    if (state.tool === undefined) return toolObligation('PSD-PMT-BND-03');
    if (state.tool === null || request.amount.minor <= state.tool.maxAmountMinor) return undefined;
    return { code: 'tool_limit_exceeded', evidence: { amount: request.claims.amount } };
  },
};
