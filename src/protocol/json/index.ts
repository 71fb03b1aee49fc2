export { canonicalize } from './canonicalize.ts';
export { AMOUNT_MEMBERS } from './number.ts';
export { type JsonLimits, parseStrict } from './parse.ts';
export { isJsonObject, type JsonObject, type JsonValue } from './value.ts';
