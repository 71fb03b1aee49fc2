import { digestOfObject } from '../../protocol/digest/index.ts';
import type { IacPayload, Intent } from '../../protocol/generated/types.ts';
import { validateIacPayload } from '../../protocol/generated/validators.js';
import type { JsonValue } from '../../protocol/json/index.ts';
import { assertSchema } from '../../protocol/messages/schema.ts';
import { readTerms, type Terms } from './terms.ts';

/** An intent with the terms it states. */
export interface ReadIntent {
  readonly digest: string;
  readonly terms: Terms;
}

/** The terms of a mandate beside the intent they were selected from; without the intent there is nothing to compare. */
export interface IntentFacts {
  readonly intent: ReadIntent | undefined;
  readonly terms: Terms;
}

/** The limits of an intent in the shape of an IAC, so that both are read alike. */
function asIac(intent: Intent): IacPayload {
  const { conversation_history, ...limits } = intent;
  return { ...limits, conversation_history, delegation_id: '-', delegator_identity: '-' };
}

/**
 * @param intent held to its schema before
 * @throws schema_mismatch for a date that does not exist, amount_form, amount_precision, currency_unknown
 */
export async function readIntent(intent: Intent): Promise<ReadIntent> {
  return { digest: await digestOfObject(intent as unknown as JsonValue), terms: readTerms(asIac(intent)) };
}

/** @throws schema_mismatch, amount_form, amount_precision, currency_unknown */
export function readIac(iac: IacPayload): Terms {
  return readTerms(assertSchema(validateIacPayload, iac as unknown as JsonValue));
}
