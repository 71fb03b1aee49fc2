import type { MandateClaims } from '../../protocol/generated/types.ts';
import { readMandateMessage } from '../../protocol/messages/mandate-encoding.ts';
import { digestOfMessage } from '../../protocol/messages/read.ts';
import { EKU } from '../../protocol/x509/oids.ts';
import { sentList } from './sent.ts';
import { type Capacity, readSigner, type SignerFacts, type TrustContext } from './signer.ts';
import { readTerms, type Terms } from './terms.ts';

export interface MandateFacts {
  readonly compact: string;
  readonly claims: MandateClaims;
  readonly digest: string;
  readonly signer: SignerFacts;
  readonly terms: Terms;
}

/** What checks of the terms alone need; an IAC that is not signed yet has no more. */
export interface OnTerms {
  readonly mandate: { readonly terms: Terms };
}

export interface OnMandate {
  readonly mandate: MandateFacts;
}

const CAPACITY: Capacity = { role: 'IAC_ISSUER', eku: EKU.mandate };

/** The mandates above one, the delegator's own first. @throws as `readMandate` */
export async function readChain(
  compacts: readonly string[] | undefined,
  trust: TrustContext,
): Promise<MandateFacts[]> {
  return Promise.all(sentList(compacts, '/mandate_chain').map((compact) => readMandate(compact, trust)));
}

/** @throws as `readMessage`, `readSigner`, `readTerms` */
export async function readMandate(compact: string, trust: TrustContext): Promise<MandateFacts> {
  const message = readMandateMessage(compact);
  return {
    compact,
    claims: message.claims,
    digest: await digestOfMessage(message),
    signer: readSigner(message, CAPACITY, trust),
    terms: readTerms(message.claims.iac),
  };
}
