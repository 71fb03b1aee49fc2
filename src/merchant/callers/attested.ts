import type { Witness } from '../../http/traced.ts';
import { jwkThumbprint, type PublicJwk, publicJwkFrom } from '../../protocol/digest/index.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import { assertAccepted, verifyAttestation } from '../../verifier/index.ts';
import type { MerchantContext } from '../deps.ts';

/** An agent whose key its provider vouches for. That the sender holds the key, its command shows. */
export interface AttestedAgent {
  readonly agentId: string;
  readonly jwk: PublicJwk;
  readonly jkt: string;
}

/** @throws ActError as verifyAttestation */
export async function attestedAgent(
  deps: MerchantContext,
  attestation: string,
  now: number,
  witness: Witness,
): Promise<AttestedAgent> {
  const judgement = await verifyAttestation(attestation, { trustList: await deps.trust.current(now), now });
  witness.judged(judgement);
  assertAccepted(judgement);
  const { claims } = readMessage('attestation', attestation);
  witness.sender(claims.sub);
  const jwk = publicJwkFrom(claims.cnf.jwk);
  return { agentId: claims.sub, jwk, jkt: await jwkThumbprint(jwk) };
}
