import { base64url } from 'jose';
import { ActError, type Code } from '../errors/index.ts';

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
  let bytes: Uint8Array;
  try {
    bytes = base64url.decode(text);
  } catch {
    throw new ActError(refusal, { rule: 'base64url' });
  }
  // Decoders forgive much and each something else; the encoder has one answer.
  if (base64url.encode(bytes) !== text) throw new ActError(refusal, { rule: 'base64url' });
  return new Uint8Array(bytes);
}
