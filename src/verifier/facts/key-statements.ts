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

/** @throws as `readMessage`, `readSigner` */
export function readAttestation(compact: string, trust: TrustContext, at: number): AttestationFacts {
  const message = readMessage('attestation', compact);
  return { claims: message.claims, signer: readSigner(message, PROVIDER, trust), at };
}

/** @throws as `readMessage`, `readSigner` */
export function readEnrolment(compact: string, trust: TrustContext, at: number): EnrolmentFacts {
  const message = readMessage('enrolment', compact);
  return { claims: message.claims, signer: readSigner(message, ISSUER, trust), at };
}
