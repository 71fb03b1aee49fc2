import { ActError } from '../../errors/index.ts';
import { EXTENSION } from '../extensions.ts';
import type { Path } from '../path.ts';

/** The extensions that other checks of this folder evaluate. */
const EVALUATED: ReadonlySet<string> = new Set([
  EXTENSION.keyUsage,
  EXTENSION.subjectAltName,
  EXTENSION.basicConstraints,
  EXTENSION.nameConstraints,
  EXTENSION.extendedKeyUsage,
]);

/** RFC 5280 4.2.1.11 and 4.2.1.14 make these critical; where they are not, they must not pass as unknown and idle. */
const ALWAYS_CRITICAL: ReadonlySet<string> = new Set([
  EXTENSION.policyConstraints,
  EXTENSION.inhibitAnyPolicy,
]);

/**
 * A critical extension that no check evaluates makes the certificate unusable.
 *
 * @throws x509_critical_extension
 * @see RFC 5280 4.2, 6.1.4 (o), 6.1.5 (f); catalogue X11
 */
export function checkCriticalExtensions({ certificates }: Path): void {
  for (const { position, extensions } of certificates) {
    for (const [id, critical] of extensions.critical) {
      if (ALWAYS_CRITICAL.has(id) || (critical && !EVALUATED.has(id))) {
        throw new ActError('x509_critical_extension', { certificate: position, oid_hex: id });
      }
    }
  }
}
