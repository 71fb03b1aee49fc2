import type { PublicJwk } from '../digest/index.ts';
import { platformCrypto } from '../platform-crypto.ts';
import { WEB_CRYPTO } from './algorithms.ts';
import { importedPublicKey, usableKey } from './key-cache.ts';
import { hasSignatureForm } from './signature-form.ts';
import type { Algorithm, DecodedJws } from './types.ts';

/** The part of a decoded JWS that its signature is verified with. */
export type Signed = Pick<DecodedJws, 'signature'> & {
  readonly header: { readonly alg: Algorithm };
  /** Bytes, or a text that stands for its UTF-8. */
  readonly signingInput: Uint8Array<ArrayBuffer> | string;
};

const encoder = new TextEncoder();

/**
 * Whether the signature verifies with exactly this key under exactly the algorithm of the header. A bad signature, a
 * key of the wrong type and a key that cannot be used are all `false`; nothing in a message makes this throw.
 *
 * Both s and n−s are valid in ES256, so a spent message has a twin with other bytes that verifies. Replay is
 * therefore keyed on (iss, jti) and never on token bytes (catalogue J9).
 *
 * @returns a promise only where the platform's answer has to be waited for
 * @throws TypeError for a key with its private part, which no message holds
 * @see RFC 7515 5.2; RFC 7518 3.4; RFC 8037 3.1; RFC 9864 2.2
 */
export function verifySignature(signed: Signed, publicJwk: PublicJwk): boolean | Promise<boolean> {
  const { alg } = signed.header;
  if (!hasSignatureForm(alg, signed.signature)) return false;
  const usable = usableKey(alg, publicJwk);
  if (usable === undefined) return false;
  const platform = platformCrypto();
  if (platform && usable.kty === 'EC') {
    return platform.verifyEs256(usable, signed.signature, signed.signingInput);
  }
  return verifyPortably(signed, usable);
}

async function verifyPortably({ header, signature, signingInput }: Signed, jwk: PublicJwk): Promise<boolean> {
  const key = await importedPublicKey(header.alg, jwk);
  if (key === undefined) return false;
  const bytes = typeof signingInput === 'string' ? encoder.encode(signingInput) : signingInput;
  return crypto.subtle.verify(WEB_CRYPTO[header.alg], key, signature, bytes);
}

/** Only signatures that were found good are kept, with the key, for as long as their message is. */
const proven = new WeakMap<DecodedJws, PublicJwk>();

/**
 * As `verifySignature`, for messages that come again: the statement about an agent's key comes with every order, and
 * a request is judged in several places.
 */
export function verifyMessageSignature(
  decoded: DecodedJws,
  publicJwk: PublicJwk,
): boolean | Promise<boolean> {
  const key = proven.get(decoded);
  if (key !== undefined && isSameKey(key, publicJwk)) return true;
  const holds = verifySignature(decoded, publicJwk);
  const remember = (answer: boolean): boolean => {
    if (answer) proven.set(decoded, publicJwk);
    return answer;
  };
  return typeof holds === 'boolean' ? remember(holds) : holds.then(remember);
}

function isSameKey(left: PublicJwk, right: PublicJwk): boolean {
  const y = (key: PublicJwk) => (key.kty === 'EC' ? key.y : undefined);
  return left.kty === right.kty && left.x === right.x && y(left) === y(right);
}
