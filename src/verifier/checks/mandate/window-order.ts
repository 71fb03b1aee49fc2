import type { Check } from '../../check.ts';
import type { OnTerms } from '../../facts/mandate.ts';

/** ACT ADD-IAC-ISS, ADD-IAC-ISS-14: the end of the window comes after its start. */
export const check: Check<OnTerms> = {
  requirement: 'ADD-IAC-ISS-14',
  name: 'window order',
  run({ mandate }) {
    const { start, end } = mandate.terms;
    if (start < end) return undefined;
    return { code: 'time_order', evidence: { start, end } };
  },
};
