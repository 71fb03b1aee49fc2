import * as base64url from 'jose/base64url';
import { ActError, type Code } from '../errors/index.ts';
import { platformCrypto } from '../platform-crypto.ts';

/** base64url without padding. */
export function encodeBase64url(bytes: Uint8Array): string {
  return base64url.encode(bytes);
}

/**
 * Decodes base64url in its one canonical form: no padding, no white space, no other alphabet, no bits left over.
 * `refusal` is the code for the place in which the text stands.
 *
 * @throws refusal, by default schema_mismatch
 * @see RFC 4648 3.5; RFC 7515 2; catalogue J7
 */
export function decodeBase64url(text: string, refusal: Code = 'schema_mismatch'): Uint8Array<ArrayBuffer> {
  const platform = platformCrypto();
  const bytes = platform ? platform.decodeBase64url(text) : decodePortably(text);
  if (bytes === undefined) throw new ActError(refusal, { rule: 'base64url' });
  return bytes;
}

function decodePortably(text: string): Uint8Array<ArrayBuffer> | undefined {
  let bytes: Uint8Array;
  try {
    bytes = base64url.decode(text);
  } catch {
    return undefined;
  }
  // Decoders forgive much and each something else; the encoder has one answer.
  return base64url.encode(bytes) === text ? new Uint8Array(bytes) : undefined;
}
