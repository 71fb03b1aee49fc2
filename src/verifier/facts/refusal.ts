import type { RefusalClaims } from '../../protocol/generated/types.ts';
import { readMessage } from '../../protocol/messages/read.ts';
import { EKU } from '../../protocol/x509/oids.ts';
import { readSigner, type SignerFacts, type TrustContext } from './signer.ts';

/** Whose refusal it has to be, to whom, and of what. */
export interface ExpectedRefusal {
  readonly psp_id: string;
  readonly audience: string;
  readonly request_digest: string;
}

/** A payment service's signed refusal. `now` in Unix seconds. */
export interface RefusalFacts {
  readonly claims: RefusalClaims;
  readonly signer: SignerFacts;
  readonly now: number;
  readonly expected: ExpectedRefusal;
}

/** @throws as `readMessage`, `readSigner` */
export function readRefusal(compact: string, trust: TrustContext, expected: ExpectedRefusal): RefusalFacts {
  const message = readMessage('refusal', compact);
  const signer = readSigner(message, { role: 'PSP', eku: EKU.receipt }, trust);
  return { claims: message.claims, signer, now: trust.now, expected };
}
