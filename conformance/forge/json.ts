/** The values that the vectors are made of. */
export type Json = null | boolean | number | string | Json[] | JsonObject;

export interface JsonObject {
  [member: string]: Json;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const byCodeUnits = (left: string, right: string): number => (left < right ? -1 : Number(left > right));

/** RFC 8785: members sorted by UTF-16 code units; numbers and strings as ECMAScript writes them. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value).sort(byCodeUnits);
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name] ?? null)}`).join(',')}}`;
}

function tokens(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value at a JSON pointer, undefined where there is none. @see RFC 6901 */
export function valueAt(document: Json, pointer: string): Json | undefined {
  let value: Json | undefined = document;
  for (const token of tokens(pointer)) {
    if (Array.isArray(value)) value = value[Number(token)];
    else value = isObject(value) ? value[token] : undefined;
  }
  return value;
}

/** Sets the value at a JSON pointer, or takes the member out. `-` appends to an array. */
export function setAt(document: Json, pointer: string, value: Json | undefined): void {
  const path = tokens(pointer);
  const last = path.pop();
  const parent = valueAt(
    document,
    path.map((token) => `/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
  );
  if (last === undefined || parent === undefined) throw new Error(`Nothing at ${pointer}.`);
  if (Array.isArray(parent)) {
    if (last === '-' && value !== undefined) parent.push(value);
    else if (value === undefined) parent.splice(Number(last), 1);
    else parent[Number(last)] = value;
  } else if (isObject(parent)) {
    if (value === undefined) delete parent[last];
    else parent[last] = value;
  } else {
    throw new Error(`Nothing at ${pointer}.`);
  }
}
