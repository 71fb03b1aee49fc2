import type { JsonObject } from '../protocol/json/index.ts';

/** A generated type is a JSON object by construction; TypeScript does not see that an interface has no more members. */
export function asJson(value: object): JsonObject {
  return value as JsonObject;
}
