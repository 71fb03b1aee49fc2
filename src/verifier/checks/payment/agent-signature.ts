import { verifyMessageSignature } from '../../../protocol/jws/index.ts';
import type { Check } from '../../check.ts';
import type { PaymentFacts } from '../../facts/payment.ts';

/** ACT PSD-PAY-DEL, PSD-PAY-DEL-06: the agent's signature verifies with its registered key, which the header names. */
export const check: Check<Pick<PaymentFacts, 'request' | 'agentKey' | 'agentJkt'>> = {
  requirement: 'PSD-PAY-DEL-06',
  name: 'agent signature',
  async run({ request, agentKey, agentJkt }) {
    const { decoded } = request;
    if (decoded.header.kid === agentJkt && (await verifyMessageSignature(decoded, agentKey)))
      return undefined;
    return { code: 'agent_signature_invalid' };
  },
};
