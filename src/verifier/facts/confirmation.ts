import { digestOfObject, jwkThumbprint, type PublicJwk, statedJwkFrom } from '../../protocol/digest/index.ts';
import type { ConfirmationClaims, Shown } from '../../protocol/generated/types.ts';
import type { JsonValue } from '../../protocol/json/index.ts';
import type { DecodedJws } from '../../protocol/jws/index.ts';
import { digestOfMessage, readMessage } from '../../protocol/messages/read.ts';

/** A confirmation and what the user was asked. */
export interface ConfirmationInput {
  readonly confirmation: string;
  readonly shown: Shown;
  /** `source_isr_digest` of a mandate, or the digest of the limits of a tool binding; undefined matches nothing. */
  readonly subjectDigest: string | undefined;
  readonly agentJkt: string;
}

/** Whose confirmation it has to be, to whom, and when. `now` in Unix seconds. */
export interface ConfirmationContext {
  readonly now: number;
  readonly audience: string;
  readonly deviceKey: PublicJwk;
  readonly deviceId: string;
  readonly delegator: string;
}

export interface ConfirmationFacts extends ConfirmationContext {
  readonly claims: ConfirmationClaims;
  readonly digest: string;
  readonly decoded: DecodedJws;
  readonly deviceJkt: string;
  readonly shown: Shown;
  /** The challenge that the user should have signed; undefined when there is no subject. */
  readonly challenge: string | undefined;
}

/**
 * @param input.shown held to its schema before
 * @throws as `readMessage`; schema_mismatch for a device key that is none; TypeError for a private one, or none at all
 */
export async function readConfirmation(
  input: ConfirmationInput,
  context: ConfirmationContext,
): Promise<ConfirmationFacts> {
  const message = readMessage('confirmation', input.confirmation);
  const { claims, decoded } = message;
  const { shown, subjectDigest, agentJkt } = input;
  const deviceKey = statedJwkFrom(context.deviceKey, 'key of the device');
  return {
    ...context,
    deviceKey,
    claims,
    decoded,
    digest: await digestOfMessage(message),
    deviceJkt: await jwkThumbprint(deviceKey),
    shown,
    challenge:
      subjectDigest === undefined
        ? undefined
        : await digestOfObject({
            shown: shown as unknown as JsonValue,
            subject_digest: subjectDigest,
            agent_jkt: agentJkt,
          }),
  };
}
