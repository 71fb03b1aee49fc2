import { ActError } from '../../errors/index.ts';
import type { Path } from '../path.ts';
import { isSignedBy } from '../signature.ts';

/**
 * Each certificate is signed by the key of the next, the last presented one by the key of the anchor.
 *
 * @throws x509_signature_invalid
 * @see RFC 5280 6.1.3 (a)(1); catalogue X8
 */
export async function checkSignatures({ links }: Path): Promise<void> {
  const answers = await Promise.all(
    links.map(({ certificate, issuer }) => isSignedBy(certificate, issuer.publicKey)),
  );
  const broken = answers.findIndex((answer) => answer !== true);
  if (broken !== -1) throw new ActError('x509_signature_invalid', { certificate: broken });
}
