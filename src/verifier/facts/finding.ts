import type { FindingClaims } from '../../protocol/generated/types.ts';
import { readMessage } from '../../protocol/messages/read.ts';
import { EKU } from '../../protocol/x509/oids.ts';
import { type Capacity, readSigner, type SignerFacts, type TrustContext } from './signer.ts';

/** What a payment service is asked to act on: one of its trades, and a file of evidence about it. */
export interface ExpectedFinding {
  readonly trade_no: string;
  /** The content_digest of the file. */
  readonly evidence: string;
}

export interface FindingFacts {
  readonly claims: FindingClaims;
  readonly signer: SignerFacts;
  /** Unix seconds. */
  readonly now: number;
  readonly expected: ExpectedFinding;
}

const CAPACITY: Capacity = { role: 'DISPUTE_HANDLER', eku: EKU.finding };

/** @throws as `readMessage`, `readSigner` */
export async function readFinding(
  compact: string,
  trust: TrustContext,
  expected: ExpectedFinding,
): Promise<FindingFacts> {
  const message = readMessage('finding', compact);
  return { claims: message.claims, signer: readSigner(message, CAPACITY, trust), now: trust.now, expected };
}
