export { canonicalize, canonicalText } from './canonicalize.ts';
export { AMOUNT_MEMBERS } from './number.ts';
export { type JsonLimits, parseStrict, parseStrictAscii } from './parse.ts';
export { sameJson } from './same.ts';
export { isJsonObject, type JsonObject, type JsonValue } from './value.ts';
