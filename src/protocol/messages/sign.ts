import type { JsonObject } from '../json/index.ts';
import type { Signer } from '../jws/index.ts';
import { composeJws } from '../jws/sign.ts';
import { readMessage } from './read.ts';
import { type ClaimsOf, type MessageKind, TYP } from './registry.ts';

/** A mandate with a constraint of this profile must not be accepted by somebody who does not know it. */
function criticalFor<K extends MessageKind>(kind: K, claims: ClaimsOf[K]): boolean {
  return kind === 'mandate' && (claims as ClaimsOf['mandate']).iac.ext?.openact !== undefined;
}

/**
 * Signs the claims as a message of one kind. What would not be read back is never signed:
 * the result is read once before it leaves.
 *
 * @throws ActError schema_mismatch when the claims do not fit their schema
 */
export async function signMessage<K extends MessageKind>(
  kind: K,
  claims: ClaimsOf[K],
  signer: Signer,
): Promise<string> {
  const compact = await composeJws({
    typ: TYP[kind],
    payload: claims as unknown as JsonObject,
    signer,
    critical: criticalFor(kind, claims),
  });
  readMessage(kind, compact);
  return compact;
}
