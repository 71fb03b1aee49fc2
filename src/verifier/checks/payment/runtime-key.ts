import { jwkThumbprint } from '../../../protocol/digest/index.ts';
import { verifySignature } from '../../../protocol/jws/index.ts';
import type { Check, CheckResult } from '../../check.ts';
import type { OnMandate } from '../../facts/mandate.ts';
import type { OnRequest, OnRuntime } from '../../facts/payment.ts';

type Facts = OnRequest & OnMandate & OnRuntime & { readonly audience: string };

const refusal = (rule: string): CheckResult => ({ code: 'runtime_key_invalid', evidence: { rule } });

/**
 * OpenACT runtime, OA-RUN-04: the key that the mandate pins proves this very request. The request id is used once, so
 * the proof needs no memory of its own.
 */
export const check: Check<Facts> = {
  requirement: 'OA-RUN-04',
  name: 'runtime key',
  async run({ request, mandate, runtimeProof: proof, audience }) {
    const pinned = mandate.terms.iac.ext?.openact?.runtime;
    const { runtime, jti } = request.claims;
    if (pinned === undefined || runtime === undefined) return undefined;
    if ((await jwkThumbprint(runtime.jwk)) !== pinned.jkt) return refusal('key');
    if (proof === undefined) return refusal('missing');
    const { claims, decoded } = proof;
    const isBound =
      claims.action === 'runtime.prove' &&
      claims.iss === pinned.jkt &&
      claims.aud === audience &&
      claims.target === jti &&
      claims.params?.digest === request.digest;
    if (!isBound) return refusal('bound');
    const isSigned = decoded.header.kid === pinned.jkt && (await verifySignature(decoded, runtime.jwk));
    return isSigned ? undefined : refusal('signature');
  },
};
