import type { Check } from '../../check.ts';
import type { OnReceipt } from '../../facts/receipt.ts';

/**
 * OpenACT receipt, OA-RCP-07: with the salt, the authorization digest opens to this mandate, at act:L1 to this
 * confirmation.
 */
export const check: Check<Pick<OnReceipt, 'receipt'> & { readonly authorizationDigest: string }> = {
  requirement: 'OA-RCP-07',
  name: 'receipt bound to its authority',
  run({ receipt, authorizationDigest }) {
    if (receipt.claims.authorization_digest === authorizationDigest) return undefined;
    return { code: 'receipt_authorization_mismatch' };
  },
};
