import { ActError } from '../../errors/index.ts';
import { sameName } from '../name.ts';
import type { Path } from '../path.ts';

/**
 * Each certificate names the next one as its issuer, byte for byte. Nothing is sorted or left out for the sender.
 *
 * @throws x509_chain_broken
 * @see RFC 5280 6.1.3 (a)(4), RFC 7515 4.1.6, catalogue X10
 */
export function checkOrder({ links }: Path): void {
  for (const { certificate, issuer } of links) {
    if (!sameName(certificate.issuer, issuer.subject)) {
      throw new ActError('x509_chain_broken', { rule: 'order', certificate: certificate.position });
    }
  }
}
