import type { Check } from '../../check.ts';
import type { OnTerms } from '../../facts/mandate.ts';

/** ACT ADD-IAC-LCM, ADD-IAC-LCM-10: every use checks that the window has begun. */
export const check: Check<OnTerms & { readonly now: number }> = {
  requirement: 'ADD-IAC-LCM-10',
  name: 'mandate window begun',
  run({ mandate, now }) {
    const { start } = mandate.terms;
    if (start <= now) return undefined;
    return { code: 'mandate_not_yet_valid', evidence: { start, now } };
  },
};
