import { ActError } from '../../errors/index.ts';
import { isEmptyName } from '../name.ts';
import type { Path, PathRequest } from '../path.ts';

/**
 * The subjectAltName of the leaf has exactly one URI, and that is the sender, byte for byte. The subject name and
 * its common name identify nobody.
 *
 * @throws x509_name_mismatch
 * @see RFC 5280 4.2.1.6; catalogue X4, X10
 */
export function checkSubjectUri({ leaf }: Path, { subjectUri }: PathRequest): void {
  const alternative = leaf.extensions.subjectAltName;
  const uris = (alternative?.names ?? []).filter((name) => name.form === 'uri');
  const [uri] = uris;
  if (uri === undefined || uris.length > 1) {
    throw new ActError('x509_name_mismatch', { rule: 'one_uri', uris: uris.length });
  }
  if (uri.text !== subjectUri) throw new ActError('x509_name_mismatch', { rule: 'uri' });
  if (isEmptyName(leaf.subject) && alternative?.critical !== true) {
    throw new ActError('x509_name_mismatch', { rule: 'not_critical' });
  }
}
