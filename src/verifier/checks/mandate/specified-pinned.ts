import type { Check } from '../../check.ts';
import type { OnTerms } from '../../facts/mandate.ts';

/** OpenACT mandate, OA-MND-04: a SPECIFIED mandate names its payees or pins a quote. */
export const check: Check<OnTerms> = {
  requirement: 'OA-MND-04',
  name: 'SPECIFIED mandate pinned',
  run({ mandate }) {
    const { mode, iac } = mandate.terms;
    if (mode !== 'SPECIFIED' || iac.ext?.openact?.quote_digest !== undefined) return undefined;
    if (iac.ext?.commerce?.allowed_merchants !== undefined) return undefined;
    return { code: 'mandate_not_pinned' };
  },
};
