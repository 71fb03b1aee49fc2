import type { PublicJwk } from '../digest/index.ts';
import { WEB_CRYPTO } from './algorithms.ts';
import { importedPublicKey } from './key-cache.ts';
import { hasSignatureForm } from './signature-form.ts';
import type { Algorithm, DecodedJws } from './types.ts';

/** The part of a decoded JWS that its signature is verified with. */
export type Signed = Pick<DecodedJws, 'signingInput' | 'signature'> & {
  readonly header: { readonly alg: Algorithm };
};

/**
 * Whether the signature verifies with exactly this key under exactly the algorithm of the header. A bad signature, a
 * key of the wrong type and a key that cannot be used are all `false`; nothing in a message makes this throw.
 *
 * Both s and n−s are valid in ES256, so a spent message has a twin with other bytes that verifies. Replay is
 * therefore keyed on (iss, jti) and never on token bytes (catalogue J9).
 *
 * @see RFC 7515 5.2; RFC 7518 3.4; RFC 8037 3.1; RFC 9864 2.2
 */
export async function verifySignature(signed: Signed, publicJwk: PublicJwk): Promise<boolean> {
  const { alg } = signed.header;
  if (!hasSignatureForm(alg, signed.signature)) return false;
  const key = await importedPublicKey(alg, publicJwk);
  if (key === undefined) return false;
  return crypto.subtle.verify(WEB_CRYPTO[alg], key, signed.signature, signed.signingInput);
}
