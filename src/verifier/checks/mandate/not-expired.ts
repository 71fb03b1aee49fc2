import type { Check } from '../../check.ts';
import type { OnTerms } from '../../facts/mandate.ts';

/** ACT ADD-IAC-LCM, ADD-IAC-LCM-08: from its end on a mandate has expired; every use looks, and no tolerance is given. */
export const check: Check<OnTerms & { readonly now: number }> = {
  requirement: 'ADD-IAC-LCM-08',
  name: 'mandate not expired',
  run({ mandate, now }) {
    const { end } = mandate.terms;
    if (now < end) return undefined;
    return { code: 'mandate_expired', evidence: { end, now } };
  },
};
