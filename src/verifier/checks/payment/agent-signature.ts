import { verifyMessageSignature } from '../../../protocol/jws/index.ts';
import { type Check, refusedUnless } from '../../check.ts';
import type { PaymentFacts } from '../../facts/payment.ts';

/** ACT PSD-PAY-DEL, PSD-PAY-DEL-06: the agent's signature verifies with its registered key, which the header names. */
export const check: Check<Pick<PaymentFacts, 'request' | 'agentKey' | 'agentJkt'>> = {
  requirement: 'PSD-PAY-DEL-06',
  name: 'agent signature',
  run({ request: { decoded }, agentKey, agentJkt }) {
    const holds = decoded.header.kid === agentJkt && verifyMessageSignature(decoded, agentKey);
    return refusedUnless(holds, { code: 'agent_signature_invalid' });
  },
};
