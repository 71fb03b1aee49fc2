import { publicJwkFrom } from '../../protocol/digest/index.ts';
import type { AgentAttestationClaims, EnrolmentClaims } from '../../protocol/generated/types.ts';
import { readMessage } from '../../protocol/messages/read.ts';
import { EKU } from '../../protocol/x509/oids.ts';
import { type Capacity, readSigner, type SignerFacts, type TrustContext } from './signer.ts';

/** An institution's statement of whose key a key is. `at` is the moment asked about, in Unix seconds. */
export interface KeyStatement<Claims> {
  readonly claims: Claims;
  readonly signer: SignerFacts;
  readonly at: number;
}

export type AttestationFacts = KeyStatement<AgentAttestationClaims>;
export type EnrolmentFacts = KeyStatement<EnrolmentClaims>;

const PROVIDER: Capacity = { role: 'AGENT_PROVIDER', eku: EKU.agentProvider };
const ISSUER: Capacity = { role: 'IAC_ISSUER', eku: EKU.mandate };

/**
 * A key that is none is refused where it is stated, with everything else that others have sent: further on it would look
 * like a mistake of whoever calls.
 */
function statement<Claims extends { readonly cnf: { readonly jwk: unknown } }>(
  claims: Claims,
  signer: SignerFacts,
  at: number,
): KeyStatement<Claims> {
  publicJwkFrom(claims.cnf.jwk);
  return { claims, signer, at };
}

/** @throws as `readMessage`, `readSigner`; schema_mismatch for a key that is none */
export function readAttestation(compact: string, trust: TrustContext, at: number): AttestationFacts {
  const message = readMessage('attestation', compact);
  return statement(message.claims, readSigner(message, PROVIDER, trust), at);
}

/** @throws as `readMessage`, `readSigner`; schema_mismatch for a key that is none */
export function readEnrolment(compact: string, trust: TrustContext, at: number): EnrolmentFacts {
  const message = readMessage('enrolment', compact);
  return statement(message.claims, readSigner(message, ISSUER, trust), at);
}
