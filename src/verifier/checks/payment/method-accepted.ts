import type { Check } from '../../check.ts';
import { clearsWith, type OnState } from '../../facts/payment.ts';
import type { OnQuote } from '../../facts/quote.ts';

/** What is to be paid with. */
interface OnMethod {
  readonly request: { readonly claims: { readonly method_id: string } };
}

/**
 * OpenACT quote, OA-QUO-05: the merchant accepts this method at this payment service, or at the payee's own where the
 * two clear with each other: the merchant changes nothing for it.
 */
export const check: Check<OnMethod & OnState & OnQuote & { readonly audience: string }> = {
  requirement: 'OA-QUO-05',
  name: 'method accepted by merchant',
  run({ request, quote, audience, state }) {
    const { method_id } = request.claims;
    const { accepted, payee } = quote.claims;
    const at = (pspId: string): boolean =>
      accepted.some((one) => one.method_id === method_id && one.psp_id === pspId);
    if (at(audience) || (clearsWith(state, payee.psp_id) && at(payee.psp_id))) return undefined;
    return { code: 'quote_psp_not_accepted', evidence: { method_id, psp_id: audience } };
  },
};
