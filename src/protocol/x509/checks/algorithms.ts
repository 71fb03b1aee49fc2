import { ActError } from '../../errors/index.ts';
import type { Path } from '../path.ts';

/**
 * Keys are P-256 or Ed25519, signatures ecdsa-with-SHA256 or Ed25519, the anchor's own included.
 *
 * @throws x509_weak
 * @see RFC 5480 2.1.1, RFC 5758 3.2, RFC 8410; catalogue X9
 */
export function checkAlgorithms({ certificates }: Path): void {
  for (const { position, publicKey, signatureAlgorithm } of certificates) {
    if (publicKey === undefined) throw new ActError('x509_weak', { rule: 'key', certificate: position });
    if (signatureAlgorithm === undefined) {
      throw new ActError('x509_weak', { rule: 'signature', certificate: position });
    }
  }
}
