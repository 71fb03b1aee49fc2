import { REQUEST_TIME_SKEW_SECONDS } from '../../../protocol/limits.ts';
import type { Check } from '../../check.ts';
import type { OnReceipt } from '../../facts/receipt.ts';

/** OpenACT receipt, OA-RCP-11: a receipt is not dated after the reader's present, which may be years after the payment. */
export const check: Check<OnReceipt> = {
  requirement: 'OA-RCP-11',
  name: 'receipt issued',
  run({ receipt }) {
    const { iat } = receipt.claims;
    if (iat <= receipt.signer.now + REQUEST_TIME_SKEW_SECONDS) return undefined;
    return { code: 'issued_in_future', evidence: { iat, now: receipt.signer.now } };
  },
};
