import { ActError } from '../../errors/index.ts';
import { isSelfIssued } from '../certificate.ts';
import type { Path } from '../path.ts';
import { isSignedBy } from '../signature.ts';

/**
 * The sender presents no self-signed certificate: a root is trusted from the configuration or not at all. A
 * self-issued certificate under another key (RFC 5280 3.2) is none.
 *
 * @throws x509_self_signed
 * @see catalogue X7, X8
 */
export async function checkNotSelfSigned({ certificates }: Path): Promise<void> {
  for (const certificate of certificates) {
    if (isSelfIssued(certificate) && (await isSignedBy(certificate, certificate.publicKey))) {
      throw new ActError('x509_self_signed', { certificate: certificate.position });
    }
  }
}
