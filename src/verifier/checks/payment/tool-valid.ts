import type { Check } from '../../check.ts';
import type { OnState } from '../../facts/payment.ts';
import { toolObligation } from '../../obligations.ts';

/** ACT PSD-PMT-BND, PSD-PMT-BND-06: the payment tool exists, is usable and has not run out. */
export const check: Check<OnState & { readonly now: number }> = {
  requirement: 'PSD-PMT-BND-06',
  name: 'tool valid',
  run({ state, now }) {
    const { tool } = state;
    if (tool === undefined) return toolObligation('PSD-PMT-BND-06');
    if (tool?.state === 'ACTIVE' && now < tool.validUntil) return undefined;
    return { code: 'tool_invalid', evidence: { state: tool?.state ?? 'NONE' } };
  },
};
