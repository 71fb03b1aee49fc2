import { ActError } from '../../errors/index.ts';
import type { Path } from '../path.ts';

/**
 * Every issuer, the anchor included, is an authority and says so critically; the leaf is none.
 *
 * @throws x509_not_a_ca, x509_leaf_is_ca
 * @see RFC 5280 4.2.1.9, 6.1.4 (k); catalogue X1, X2
 */
export function checkBasicConstraints({ leaf, issuers }: Path): void {
  for (const { position, extensions } of issuers) {
    const constraints = extensions.basicConstraints;
    if (constraints === undefined) {
      throw new ActError('x509_not_a_ca', { rule: 'missing', certificate: position });
    }
    if (!constraints.ca) throw new ActError('x509_not_a_ca', { rule: 'not_ca', certificate: position });
    if (!constraints.critical) {
      throw new ActError('x509_not_a_ca', { rule: 'not_critical', certificate: position });
    }
  }
  if (leaf.extensions.basicConstraints?.ca === true) throw new ActError('x509_leaf_is_ca');
}
