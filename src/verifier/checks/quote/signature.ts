import { type Check, refusedUnless } from '../../check.ts';
import type { OnQuote } from '../../facts/quote.ts';
import { leafSignatureHolds } from '../../trust/leaf-signature.ts';

/** OpenACT quote, OA-QUO-07: the merchant signs what it offers. */
export const check: Check<OnQuote> = {
  requirement: 'OA-QUO-07',
  name: 'quote signature',
  run({ quote }) {
    return refusedUnless(leafSignatureHolds(quote.signer), { code: 'jws_signature_invalid' });
  },
};
