import { ActError } from '../../errors/index.ts';
import { isSelfIssued } from '../certificate.ts';
import type { Path } from '../path.ts';

/**
 * pathLenConstraint of each issuer: how many intermediates may stand between it and the leaf. Self-issued ones do
 * not count.
 *
 * @throws x509_path_length
 * @see RFC 5280 4.2.1.9, 6.1.4 (l)(m); catalogue X3
 */
export function checkPathLength({ issuers }: Path): void {
  let below = 0;
  for (const issuer of issuers) {
    const limit = issuer.extensions.basicConstraints?.pathLength;
    if (limit !== undefined && below > limit) {
      throw new ActError('x509_path_length', { certificate: issuer.position, below, limit });
    }
    if (!isSelfIssued(issuer)) below += 1;
  }
}
