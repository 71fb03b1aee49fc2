import { verifyMessageSignature } from '../../protocol/jws/index.ts';
import type { SignerFacts } from '../facts/signer.ts';

/** Whether the signature of an institutional message verifies with the key of the certificate that it presents. */
export function leafSignatureHolds({ decoded, leafKey }: SignerFacts): boolean | Promise<boolean> {
  return verifyMessageSignature(decoded, leafKey);
}
