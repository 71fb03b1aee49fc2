import { base64, base64url, concat, sha256, utf8 } from './bytes.ts';
import type { JsonObject } from './json.ts';
import { type Key, keyOf } from './keys.ts';
import { seeded } from './seed.ts';

/** An anchor log as RFC 9162 has its tree and C2SP its checkpoints; nothing of src has a part in it. */

export const LOG_NAME = 'trust.example/log';
export const logKey: Key = keyOf('log', 'Ed25519');

const leafOf = (entry: Uint8Array): Uint8Array => sha256(concat(Uint8Array.of(0), entry));
const nodeOf = (left: Uint8Array, right: Uint8Array): Uint8Array =>
  sha256(concat(Uint8Array.of(1), left, right));

/** The largest power of two below `size`. */
function splitOf(size: number): number {
  let split = 1;
  while (2 * split < size) split *= 2;
  return split;
}

/** @see RFC 9162 2.1.1 */
export function rootOf(leaves: readonly Uint8Array[]): Uint8Array {
  const [first] = leaves;
  if (first === undefined) return sha256(new Uint8Array());
  if (leaves.length === 1) return first;
  const split = splitOf(leaves.length);
  return nodeOf(rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)));
}

/** @see RFC 9162 2.1.3.1 */
export function inclusionOf(index: number, leaves: readonly Uint8Array[]): Uint8Array[] {
  if (leaves.length <= 1) return [];
  const split = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return index < split
    ? [...inclusionOf(index, left), rootOf(right)]
    : [...inclusionOf(index - split, right), rootOf(left)];
}

/** @see RFC 9162 2.1.4.1 */
export function consistencyOf(size: number, leaves: readonly Uint8Array[], isWhole = true): Uint8Array[] {
  if (size === leaves.length) return isWhole ? [] : [rootOf(leaves)];
  const split = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return size <= split
    ? [...consistencyOf(size, left, isWhole), rootOf(right)]
    : [...consistencyOf(size - split, right, false), rootOf(left)];
}

/** Leaves of a log that nobody has anchored anything in. */
export function someLeaves(count: number): Uint8Array[] {
  return Array.from({ length: count }, (_, at) => leafOf(seeded(`log entry ${at}`, 32)));
}

/** The leaf of an anchor: its entry is the SHA-256 of the compact JWS. */
export const leafOfAnchor = (anchor: string): Uint8Array => leafOf(sha256(utf8(anchor)));

/** A text as an entry of its own, which no log has. */
export const leafOfText = (text: string): Uint8Array => leafOf(utf8(text));

/** What is put otherwise in a checkpoint before it is signed. */
export interface NoteChanges {
  readonly name?: string;
  readonly key?: Key;
  readonly text?: (text: string) => string;
}

/** One line of a note: the name, and base64 of the four bytes of the key's id with the signature. */
export function signatureLine(text: string, name = LOG_NAME, key = logKey): string {
  const publicKey = new Uint8Array(Buffer.from(key.publicJwk.x, 'base64url'));
  const id = sha256(concat(utf8(`${name}\n`), Uint8Array.of(1), publicKey)).subarray(0, 4);
  return `\u2014 ${name} ${base64(concat(id, key.sign(utf8(text))))}\n`;
}

/** @see https://c2sp.org/tlog-checkpoint */
export function checkpointOf(size: number, root: Uint8Array, changes: NoteChanges = {}): string {
  const plain = `${LOG_NAME}\n${size}\n${base64(root)}\n`;
  const text = changes.text?.(plain) ?? plain;
  return `${text}\n${signatureLine(text, changes.name, changes.key)}`;
}

export const INDEX = 5;
export const SIZE = 11;

/** What the log answers when it is asked for each of these anchors, which stand one after the other. */
export function anchoredTogether(...anchors: readonly string[]): JsonObject[] {
  const leaves = someLeaves(SIZE);
  leaves.splice(INDEX, anchors.length, ...anchors.map(leafOfAnchor));
  const checkpoint = checkpointOf(SIZE, rootOf(leaves));
  return anchors.map((anchor, at) => ({
    anchor,
    index: INDEX + at,
    checkpoint,
    inclusion: inclusionOf(INDEX + at, leaves).map(base64url),
  }));
}

/** What the log answers when it is asked for an anchor. */
export function anchoredOf(anchor: string): JsonObject {
  return anchoredTogether(anchor)[0] ?? {};
}
