import type { Question } from '../../conformance/files.ts';
import { isObject, type Json, type JsonObject } from '../../conformance/forge/json.ts';
import type { Change } from '../mutators/mutator.ts';
import { at, jsonOf, pointerOf } from '../text.ts';
import { covers } from './rule.ts';
import { RULES } from './rules.ts';
import { hasForm } from './schemas.ts';

export { RULES } from './rules.ts';

/**
 * Operations whose members were gone through one by one. In any other, which came with new vectors, a value under the
 * right signature may be anything: forms, keys, headers and bytes are judged there as everywhere.
 */
export const REVIEWED: ReadonlySet<string> = new Set([
  ...['open_trust_list', 'verify_attestation', 'verify_enrolment', 'verify_confirmation', 'verify_mandate'],
  ...['verify_intent_selection', 'verify_status_list', 'verify_quote', 'verify_payment_request'],
  ...[
    'verify_receipt',
    'verify_payment_proof',
    'verify_command',
    'verify_purchase',
    'verify_instant_purchase',
  ],
  'http',
]);

/**
 * Whether a message may be taken although a member is another: some rule names the member and its reason, the value is
 * one of those that are good there, and the message still has the form that its schema says.
 */
export function isFree(
  { operation, input, context, now }: Question,
  message: string,
  document: JsonObject,
  { path, value, text }: Pick<Change, 'path' | 'value' | 'text'>,
): boolean {
  if (!REVIEWED.has(operation)) return true;
  const pointer = pointerOf(path);
  const named = RULES.filter((rule) => covers(rule, operation, message, pointer));
  if (named.length === 0) return false;
  const after: Json | undefined = jsonOf(text);
  if (!isObject(after) || !hasForm(message, after)) return false;
  const known = { ...context, ...input } as JsonObject;
  const changed = { value, before: at(document, path), after, input: known, now };
  return named.some(({ good }) => good?.(changed) ?? true);
}
