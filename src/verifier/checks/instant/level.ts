import type { Check } from '../../check.ts';
import type { OnRequest } from '../../facts/payment.ts';

/**
 * OpenACT instant payment, OA-INS-01: what the user confirms at the cashier is a request of act:L1 and of no other
 * level.
 */
export const check: Check<OnRequest> = {
  requirement: 'OA-INS-01',
  name: 'instant level',
  run({ request }) {
    const { level } = request.claims;
    if (level === 'act:L1') return undefined;
    return { code: 'payment_level_mismatch', evidence: { level } };
  },
};
