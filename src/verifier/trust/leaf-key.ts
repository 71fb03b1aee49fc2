import { type PublicJwk, publicJwkFrom } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import { KEY_CACHE_MAX_ENTRIES } from '../../protocol/limits.ts';
import { decodeCertificate } from '../../protocol/x509/certificate.ts';
import { toJwk } from '../../protocol/x509/public-key.ts';

/** Keys by the text of their certificate, oldest first. The text fully names the key, so no entry can be stale. */
const known = new Map<string, PublicJwk>();

function remember(certificate: string, key: PublicJwk): void {
  const oldest = known.keys().next();
  if (known.size >= KEY_CACHE_MAX_ENTRIES && !oldest.done) known.delete(oldest.value);
  known.set(certificate, key);
}

/**
 * The public key in the first certificate of an `x5c` header. Whether that certificate is to be trusted is not asked
 * here: the path and the signature are two clauses.
 *
 * @throws x509_malformed, x509_weak for a key that is neither P-256 nor Ed25519
 */
export function leafKeyOf(certificate: string): PublicJwk {
  const remembered = known.get(certificate);
  if (remembered !== undefined) return remembered;
  const { publicKey } = decodeCertificate(certificate, 0);
  if (publicKey === undefined) throw new ActError('x509_weak', { rule: 'key', certificate: 0 });
  const key = publicJwkFrom(toJwk(publicKey));
  remember(certificate, key);
  return key;
}
