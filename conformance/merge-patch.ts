import { isObject, type Json, type JsonObject } from './forge/json.ts';

/** Puts a patch over a document: objects member by member, `null` takes a member out, all else replaces. @see RFC 7396 */
export function applyPatch(document: Json | undefined, patch: Json): Json {
  if (!isObject(patch)) return patch;
  const result: JsonObject = isObject(document) ? { ...document } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete result[name];
    else result[name] = applyPatch(result[name], value);
  }
  return result;
}

/** The patch that makes `to` out of `from`; undefined when they are equal. Neither may hold a `null`. */
export function patchOf(from: Json | undefined, to: Json): Json | undefined {
  if (!isObject(from) || !isObject(to)) return JSON.stringify(from) === JSON.stringify(to) ? undefined : to;
  const patch: JsonObject = {};
  for (const name of Object.keys(from)) if (to[name] === undefined) patch[name] = null;
  for (const [name, value] of Object.entries(to)) {
    const change = patchOf(from[name], value);
    if (change !== undefined) patch[name] = change;
  }
  return Object.keys(patch).length === 0 ? undefined : patch;
}
