import { ActError } from '../errors/index.ts';
import type { Validator } from '../generated/validators.js';
import { type JsonValue, parseStrict } from '../json/index.ts';
import { JSON_MAX_DEPTH, MESSAGE_MAX_BYTES } from '../limits.ts';

/**
 * Holds a parsed value to its schema (closed objects: an unknown member is refused).
 *
 * @throws ActError schema_mismatch with the place and the rule that failed
 */
export function assertSchema<T>(validator: Validator<T>, value: JsonValue): T {
  const candidate: unknown = value;
  if (validator(candidate)) return candidate;
  const first = validator.errors?.[0];
  throw new ActError('schema_mismatch', {
    at: first?.instancePath || '/',
    rule: first?.keyword ?? 'unknown',
    problem: first?.message ?? 'does not match',
  });
}

/**
 * Bytes of a JSON body to a typed value: size, strict parse, schema, in this order.
 *
 * @throws ActError json_* or schema_mismatch
 */
export function readBody<T>(
  validator: Validator<T>,
  bytes: Uint8Array,
  maxBytes: number = MESSAGE_MAX_BYTES,
): T {
  return assertSchema(validator, parseStrict(bytes, { maxBytes, maxDepth: JSON_MAX_DEPTH }));
}
