import { decodeBase64url, encodeBase64url, sha256Base64url } from '../digest/index.ts';
import { ActError } from '../errors/index.ts';
import type { AttestationRecord } from '../generated/types.ts';
import { canonicalize, type JsonValue } from '../json/index.ts';
import { platformCrypto } from '../platform-crypto.ts';
import type { HashAlgorithm } from './events.ts';

/** What the payload hash is taken over. */
export type HashedParts = Pick<AttestationRecord, 'hash_algorithm' | 'salt'> & {
  readonly event_body: object;
  readonly participants: readonly object[];
};

/**
 * base64url(H(JCS({event_body, participants}) ‖ salt bytes)): equal for equal input, another one for every other salt.
 *
 * @throws ActError hash_algorithm_unsupported where the runtime has no SM3; schema_mismatch for a salt that is no
 *   canonical base64url; as `canonicalize`
 * @see TSD-ATT-OFF-21, TSD-ATT-OFF-36, TSD-ATT-OFF-37, TSD-ATT-OFF-38, TSD-ATT-SVF-24
 */
export async function payloadHashOf({ hash_algorithm, salt, ...parts }: HashedParts): Promise<string> {
  const { event_body, participants } = parts;
  const text = canonicalize({ event_body, participants } as unknown as JsonValue);
  const saltBytes = decodeBase64url(salt);
  const bytes = new Uint8Array(text.length + saltBytes.length);
  bytes.set(text);
  bytes.set(saltBytes, text.length);
  return hashOf(hash_algorithm, bytes);
}

async function hashOf(algorithm: HashAlgorithm, bytes: Uint8Array): Promise<string> {
  if (algorithm === 'SHA-256') return sha256Base64url(bytes);
  const digest = platformCrypto()?.sm3?.(bytes);
  if (digest === undefined) throw new ActError('hash_algorithm_unsupported', { algorithm });
  return encodeBase64url(digest);
}
