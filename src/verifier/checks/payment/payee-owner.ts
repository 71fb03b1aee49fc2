import type { Check } from '../../check.ts';
import { clearsWith, type OnState } from '../../facts/payment.ts';
import type { OnQuote } from '../../facts/quote.ts';

/**
 * OpenACT quote, OA-QUO-04: the account to be paid is an account of the merchant that signed the quote, and is kept at
 * this payment service. A clearing partner judges it for the accounts that it keeps (OA-ICN-01).
 */
export const check: Check<OnState & OnQuote & { readonly audience: string }> = {
  requirement: 'OA-QUO-04',
  name: 'payee belongs to merchant',
  run({ state, quote, audience }) {
    const { iss, payee } = quote.claims;
    if (clearsWith(state, payee.psp_id)) return undefined;
    if (payee.psp_id !== audience)
      return { code: 'quote_payee_mismatch', evidence: { psp_id: payee.psp_id } };
    if (state.payeeOwner === undefined) {
      return {
        obligation: 'payee',
        requirement: 'OA-QUO-04',
        detail:
          'Look up whose account the payee account is; it has to be the merchant that signed the quote.',
      };
    }
    return state.payeeOwner === iss
      ? undefined
      : { code: 'quote_payee_mismatch', evidence: { merchant: iss } };
  },
};
