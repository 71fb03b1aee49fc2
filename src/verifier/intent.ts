import type { IacPayload, Intent } from '../protocol/generated/types.ts';
import { validateIntent } from '../protocol/generated/validators.js';
import type { JsonValue } from '../protocol/json/index.ts';
import { assertSchema } from '../protocol/messages/schema.ts';
import { type Check, type Verified, verify } from './check.ts';
import { check as digest } from './checks/intent/digest.ts';
import { check as notWidened } from './checks/intent/not-widened.ts';
import { type IntentFacts, readIac, readIntent } from './facts/intent.ts';

export const intentChecks: readonly Check<IntentFacts>[] = [digest, notWidened];

/**
 * Judges whether an IAC was selected from an intent: `source_isr_digest` is the intent's, and no term allows more.
 *
 * @see ADD-IAC-ISS
 */
export function verifyIntentSelection(input: {
  readonly iac: IacPayload;
  readonly intent: Intent;
}): Promise<Verified<IntentFacts>> {
  return verify(intentChecks, async () => ({
    terms: readIac(input.iac),
    intent: await readIntent(assertSchema(validateIntent, input.intent as unknown as JsonValue)),
  }));
}
