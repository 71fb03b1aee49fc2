import type { JsonObject, JsonValue } from './value.ts';

/** Whether two JSON values have the same RFC 8785 form: the order of members says nothing, that of elements does. */
export function sameJson(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) {
    return left === right;
  }
  if (Array.isArray(left) || Array.isArray(right)) {
    return Array.isArray(left) && Array.isArray(right) && sameElements(left, right);
  }
  return sameMembers(left, right);
}

function sameElements(left: readonly JsonValue[], right: readonly JsonValue[]): boolean {
  return left.length === right.length && left.every((element, index) => sameJson(element, right[index]));
}

function sameMembers(left: JsonObject, right: JsonObject): boolean {
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && sameJson(left[name], right[name]))
  );
}
