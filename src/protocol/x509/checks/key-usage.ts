import { ActError } from '../../errors/index.ts';
import type { Path } from '../path.ts';

/**
 * keyUsage is there on every certificate: issuers sign certificates, the leaf signs messages and no certificates.
 *
 * @throws x509_key_usage
 * @see RFC 5280 4.2.1.3, 6.1.4 (n)
 */
export function checkKeyUsage({ leaf, issuers }: Path): void {
  for (const { position, extensions } of issuers) {
    if (extensions.keyUsage?.keyCertSign !== true) {
      throw new ActError('x509_key_usage', { rule: 'key_cert_sign', certificate: position });
    }
  }
  const usage = leaf.extensions.keyUsage;
  if (usage?.digitalSignature !== true) {
    throw new ActError('x509_key_usage', { rule: 'digital_signature', certificate: leaf.position });
  }
  if (usage.keyCertSign) {
    throw new ActError('x509_key_usage', { rule: 'leaf_key_cert_sign', certificate: leaf.position });
  }
}
