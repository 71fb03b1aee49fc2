import { digestOfJws, digestOfObject, jwkThumbprint, type PublicJwk } from '../../protocol/digest/index.ts';
import type { ConfirmationClaims, Shown } from '../../protocol/generated/types.ts';
import { validateShown } from '../../protocol/generated/validators.js';
import type { JsonValue } from '../../protocol/json/index.ts';
import type { DecodedJws } from '../../protocol/jws/index.ts';
import { readMessage } from '../../protocol/messages/read.ts';
import { assertSchema } from '../../protocol/messages/schema.ts';

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

/** @throws as `readMessage`; schema_mismatch also for `shown` and for the device key */
export async function readConfirmation(
  input: ConfirmationInput,
  context: ConfirmationContext,
): Promise<ConfirmationFacts> {
  const { claims, decoded } = readMessage('confirmation', input.confirmation);
  const shown = input.shown as unknown as JsonValue;
  const { subjectDigest, agentJkt } = input;
  return {
    ...context,
    claims,
    decoded,
    digest: await digestOfJws(input.confirmation),
    deviceJkt: await jwkThumbprint(context.deviceKey),
    shown: assertSchema(validateShown, shown),
    challenge:
      subjectDigest === undefined
        ? undefined
        : await digestOfObject({ shown, subject_digest: subjectDigest, agent_jkt: agentJkt }),
  };
}
