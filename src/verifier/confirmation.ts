import { validateShown } from '../protocol/generated/validators.js';
import type { JsonValue } from '../protocol/json/index.ts';
import { assertSchema } from '../protocol/messages/schema.ts';
import { type Check, type Verified, verify } from './check.ts';
import { check as approved } from './checks/confirmation/approved.ts';
import { check as audience } from './checks/confirmation/audience.ts';
import { check as challenge } from './checks/confirmation/challenge.ts';
import { check as deviceIdentity } from './checks/confirmation/device-identity.ts';
import { check as deviceSignature } from './checks/confirmation/device-signature.ts';
import { check as glassesLink } from './checks/confirmation/glasses-link.ts';
import { check as inTime } from './checks/confirmation/in-time.ts';
import { check as methodChannel } from './checks/confirmation/method-channel.ts';
import { check as wearer } from './checks/confirmation/wearer.ts';
import {
  type ConfirmationContext,
  type ConfirmationFacts,
  type ConfirmationInput,
  readConfirmation,
} from './facts/confirmation.ts';
import { assertMoment } from './facts/moment.ts';
import { assertTexts } from './facts/own.ts';
import { sentObject } from './facts/sent.ts';

/** The order in which a confirmation is judged. */
export const confirmationChecks: readonly Check<ConfirmationFacts>[] = [
  deviceSignature,
  deviceIdentity,
  audience,
  inTime,
  challenge,
  methodChannel,
  glassesLink,
  wearer,
  approved,
];

/**
 * Judges whether the user confirmed exactly what was shown, with the enrolled device.
 *
 * @param input.confirmation act-confirmation+jwt
 * @param context.now Unix seconds
 * @param context.audience the issuer that asked
 * @throws TypeError, RangeError for a mistake of whoever calls
 */
export function verifyConfirmation(
  input: ConfirmationInput,
  context: ConfirmationContext,
): Promise<Verified<ConfirmationFacts>> {
  return verify(confirmationChecks, async () => {
    assertTexts('context', context, ['audience', 'deviceId', 'delegator']);
    assertMoment(context.now);
    const shown = assertSchema(validateShown, sentObject(input).shown as unknown as JsonValue);
    return readConfirmation({ ...input, shown }, context);
  });
}
