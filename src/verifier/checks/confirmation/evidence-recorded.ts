import { parseUtcSeconds } from '../../../protocol/time/index.ts';
import type { Check } from '../../check.ts';
import type { PurchaseFacts } from '../../facts/purchase.ts';

/**
 * OpenACT confirmation, OA-CNF-12: where the mandate states how and when the user confirmed, it states what the
 * evidence says.
 */
export const check: Check<Pick<PurchaseFacts, 'confirmation' | 'payment'>> = {
  requirement: 'OA-CNF-12',
  name: 'confirmation evidence recorded',
  run({ confirmation, payment }) {
    const { user_confirmation_method: method, user_confirmation_timestamp: time } =
      payment.mandate.claims.iac;
    const { claims } = confirmation;
    const sameMethod = method === undefined || method === claims.method;
    const sameTime = time === undefined || parseUtcSeconds(time) === claims.iat;
    if (sameMethod && sameTime) return undefined;
    return { code: 'confirmation_evidence_mismatch', evidence: { rule: sameMethod ? 'time' : 'method' } };
  },
};
