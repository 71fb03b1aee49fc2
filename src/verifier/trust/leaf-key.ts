import { type PublicJwk, publicJwkFrom } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import { BoundedCache } from '../../protocol/jws/bounded-cache.ts';
import { KEY_CACHE_MAX_ENTRIES } from '../../protocol/limits.ts';
import { decodeCertificate } from '../../protocol/x509/certificate.ts';
import { toJwk } from '../../protocol/x509/public-key.ts';

/** The text of a certificate fully names its key, so no entry can be stale. */
const known = new BoundedCache<PublicJwk>(KEY_CACHE_MAX_ENTRIES);

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
  known.set(certificate, key);
  return key;
}
