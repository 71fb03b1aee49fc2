import type { Check } from '../../check.ts';
import type { OnTerms } from '../../facts/mandate.ts';
import type { OnState } from '../../facts/payment.ts';
import { toolObligation } from '../../obligations.ts';

/**
 * ACT PSD-PAY-DEL, PSD-PAY-DEL-25: agent and principal are checked together: the tool belongs to the principal of the
 * mandate.
 */
export const check: Check<OnState & OnTerms> = {
  requirement: 'PSD-PAY-DEL-25',
  name: 'tool bound to principal',
  run({ state, mandate }) {
    if (state.tool === undefined) return toolObligation('PSD-PAY-DEL-25');
    if (state.tool === null || state.tool.delegator === mandate.terms.iac.delegator_identity)
      return undefined;
    return { code: 'tool_delegator_mismatch' };
  },
};
