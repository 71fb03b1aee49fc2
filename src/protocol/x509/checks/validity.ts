import { ActError } from '../../errors/index.ts';
import type { Path } from '../path.ts';

/**
 * `at` lies within the dates of every certificate, both ends included, the anchor's too. The comparisons are written
 * so that NaN is refused.
 *
 * @throws x509_not_yet_valid, x509_expired
 * @see RFC 5280 4.1.2.5, 6.1.3 (a)(2); catalogue X6
 */
export function checkValidity({ certificates }: Path, { at }: { readonly at: number }): void {
  for (const { position, notBefore, notAfter } of certificates) {
    if (!(notBefore <= at)) throw new ActError('x509_not_yet_valid', { certificate: position, notBefore });
    if (!(at <= notAfter)) throw new ActError('x509_expired', { certificate: position, notAfter });
  }
}
