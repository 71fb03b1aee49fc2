import { ActError } from '../errors/index.ts';
import type { Signer } from '../jws/index.ts';
import { decodeBase64 } from '../x509/base64.ts';
import { thumbprintOf } from '../x509/thumbprint.ts';

/**
 * The same key, named by the thumbprint of its certificate instead of by the chain: headers of A402 have no room for
 * certificates, and readers find them in the trust list.
 *
 * @throws ActError jws_key_missing for a signer without a certificate
 * @see OA-A402-13
 */
export async function thinSigner(signer: Signer): Promise<Signer> {
  const { header } = signer;
  if ('x5t#S256' in header) return signer;
  const leaf = 'x5c' in header ? header.x5c[0] : undefined;
  if (leaf === undefined) throw new ActError('jws_key_missing', { expected: 'x5c' });
  const thumbprint = await thumbprintOf(decodeBase64(leaf));
  return { alg: signer.alg, header: { 'x5t#S256': thumbprint }, sign: (input) => signer.sign(input) };
}
