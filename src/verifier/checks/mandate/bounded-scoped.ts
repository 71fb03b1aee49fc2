import type { Check } from '../../check.ts';
import type { OnTerms } from '../../facts/mandate.ts';

/**
 * OpenACT mandate, OA-MND-08: a BOUNDED mandate names its categories and the digest of the intent it is selected from;
 * without them a payment cannot be held against the intent, which ACT demands at this level.
 */
export const check: Check<OnTerms> = {
  requirement: 'OA-MND-08',
  name: 'BOUNDED mandate scoped',
  run({ mandate }) {
    const { mode, iac } = mandate.terms;
    if (mode !== 'BOUNDED') return undefined;
    const categories = iac.ext?.commerce?.allowed_categories !== undefined;
    const intent = iac.source_isr_digest !== undefined;
    if (categories && intent) return undefined;
    return { code: 'mandate_not_bounded', evidence: { categories, intent } };
  },
};
