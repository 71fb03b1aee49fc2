import type { Check } from '../../check.ts';
import type { OnTerms } from '../../facts/mandate.ts';

/** OpenACT mandate, OA-MND-04: a SPECIFIED mandate pins exactly one payee or a quote. */
export const check: Check<OnTerms> = {
  requirement: 'OA-MND-04',
  name: 'SPECIFIED mandate pinned',
  run({ mandate }) {
    const { mode, iac } = mandate.terms;
    if (mode !== 'SPECIFIED' || iac.ext?.openact?.quote_digest !== undefined) return undefined;
    const merchants = iac.ext?.commerce?.allowed_merchants?.length ?? 0;
    if (merchants === 1) return undefined;
    return { code: 'mandate_not_pinned', evidence: { merchants } };
  },
};
