import { isObject, type Json, type JsonObject } from '../conformance/forge/json.ts';

/** A place in a document: member names and indexes from the root. */
export type Path = readonly (string | number)[];

/** Every place of a document below its root, parents first. */
export function placesOf(document: Json, path: Path = []): Path[] {
  const below: [string | number, Json][] = Array.isArray(document)
    ? document.map((value, index) => [index, value])
    : isObject(document)
      ? Object.entries(document)
      : [];
  return below.flatMap(([name, value]) => [[...path, name], ...placesOf(value, [...path, name])]);
}

export function at(document: Json, path: Path): Json | undefined {
  let value: Json | undefined = document;
  for (const name of path) {
    if (Array.isArray(value)) value = value[Number(name)];
    else value = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }
  return value;
}

export const pointerOf = (path: Path): string => path.map((name) => `/${name}`).join('');

/** The text of a document in which the text of one place is another: what no JSON value can say, such as a member twice. */
export function writeWith(document: Json, path: Path, change: (text: string) => string): string {
  const [first, ...rest] = path;
  if (first === undefined) return change(JSON.stringify(document));
  const write = (name: string | number, value: Json) =>
    name === first ? writeWith(value, rest, change) : JSON.stringify(value);
  if (Array.isArray(document)) return `[${document.map((value, index) => write(index, value)).join(',')}]`;
  const members = Object.entries(document as JsonObject);
  return `{${members.map(([name, value]) => `${JSON.stringify(name)}:${write(name, value)}`).join(',')}}`;
}

/** The value of a text, undefined where it has none. */
export function jsonOf(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Deeper than any good message. */
const MAX_LEVELS = 64;

function sorted(value: Json, level = 0): Json {
  if (level > MAX_LEVELS) return 'too deep';
  if (Array.isArray(value)) return value.map((one) => sorted(one, level + 1));
  if (!isObject(value)) return value;
  return Object.keys(value)
    .sort((left, right) => (left < right ? -1 : 1))
    .map((name) => [name, sorted(value[name] ?? null, level + 1)]);
}

/** Whether two texts say the same: members in any order, numbers and strings written in any way. */
export function isSameJson(left: string, right: string): boolean {
  const [one, other] = [jsonOf(left), jsonOf(right)];
  if (one === undefined || other === undefined) return false;
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}
