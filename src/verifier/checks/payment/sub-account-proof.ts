import { jwkThumbprint } from '../../../protocol/digest/index.ts';
import { verifySignature } from '../../../protocol/jws/index.ts';
import type { Check } from '../../check.ts';
import type { OnRequest, OnSubAccount } from '../../facts/payment.ts';
import { toolObligation } from '../../obligations.ts';

/**
 * ACT PSD-AGT-SUB, PSD-AGT-SUB-06: each payment from a sub-account is proved by its own key, over this very request. The
 * request id is used once, so the proof needs no memory of its own.
 */
export const check: Check<OnSubAccount & OnRequest & { readonly audience: string }> = {
  requirement: 'PSD-AGT-SUB-06',
  name: 'sub-account proof',
  async run({ state, subAccountProof: proof, request, audience }) {
    if (state.tool === undefined) return proof && toolObligation('PSD-AGT-SUB-06');
    const key = state.tool?.subAccount?.key;
    if (key === undefined) return undefined;
    if (proof === undefined) return { code: 'sub_account_key_invalid', evidence: { rule: 'missing' } };
    const { claims, decoded } = proof;
    const isBound =
      claims.action === 'sub_account.pay' &&
      claims.iss === request.claims.payment_tool_ref &&
      claims.aud === audience &&
      claims.target === request.claims.jti &&
      claims.params?.digest === request.digest;
    if (!isBound) return { code: 'sub_account_key_invalid', evidence: { rule: 'bound' } };
    const isSigned =
      decoded.header.kid === (await jwkThumbprint(key)) && (await verifySignature(decoded, key));
    return isSigned ? undefined : { code: 'sub_account_key_invalid', evidence: { rule: 'signature' } };
  },
};
