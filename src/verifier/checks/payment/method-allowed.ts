import type { Check } from '../../check.ts';
import type { OnTerms } from '../../facts/mandate.ts';
import type { OnRequest } from '../../facts/payment.ts';

/** ACT PSD-PAY-DEL, PSD-PAY-DEL-13: the payment method is one that the mandate allows. */
export const check: Check<OnRequest & OnTerms> = {
  requirement: 'PSD-PAY-DEL-13',
  name: 'method allowed',
  run({ request, mandate }) {
    const { method_id } = request.claims;
    const allowed = mandate.terms.iac.allowed_payment_methods;
    if (allowed === undefined || allowed.includes(method_id)) return undefined;
    return { code: 'method_not_allowed', evidence: { method_id } };
  },
};
