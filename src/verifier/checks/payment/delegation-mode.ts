import type { Check } from '../../check.ts';
import type { OnTerms } from '../../facts/mandate.ts';
import type { OnRequest } from '../../facts/payment.ts';

/** With the user present (act:L1) no mandate is used. */
const MODE_OF_LEVEL: Readonly<Record<string, string>> = { 'act:L2': 'SPECIFIED', 'act:L3': 'BOUNDED' };

/** ACT PSD-PAY-DEL, PSD-PAY-DEL-10: the mode of the mandate allows a payment of this level. */
export const check: Check<OnRequest & OnTerms> = {
  requirement: 'PSD-PAY-DEL-10',
  name: 'delegation mode',
  run({ request, mandate }) {
    const { level } = request.claims;
    const { mode } = mandate.terms;
    if (MODE_OF_LEVEL[level] === mode) return undefined;
    return { code: 'delegation_mode_invalid', evidence: { level, mode } };
  },
};
