import { ActError } from '../../errors/index.ts';
import { EKU, oidKey } from '../oids.ts';
import type { Path, PathRequest } from '../path.ts';

/** Keys of the purposes that may be asked for, so that nobody asks for anyExtendedKeyUsage. */
const PURPOSES: ReadonlyMap<string, string> = new Map(
  Object.values(EKU).map((purpose) => [purpose, oidKey(purpose)]),
);

/**
 * The leaf is issued for the purpose itself; anyExtendedKeyUsage does not stand for it. An issuer that restricts
 * purposes restricts those below it.
 *
 * @throws x509_eku_mismatch
 * @see RFC 5280 4.2.1.12; catalogue X5
 */
export function checkExtendedKeyUsage({ leaf, issuers }: Path, { eku }: PathRequest): void {
  const purpose = PURPOSES.get(eku);
  if (purpose === undefined) throw new ActError('x509_eku_mismatch', { rule: 'unknown_purpose' });
  if (leaf.extensions.extendedKeyUsage?.has(purpose) !== true) {
    throw new ActError('x509_eku_mismatch', { certificate: leaf.position, wanted: eku });
  }
  for (const { position, extensions } of issuers) {
    if (extensions.extendedKeyUsage?.has(purpose) === false) {
      throw new ActError('x509_eku_mismatch', { certificate: position, wanted: eku });
    }
  }
}
