import { decodeBase64url, type OkpPublicJwk, pinnedJwkFrom } from '../digest/index.ts';
import { ActError } from '../errors/index.ts';
import { type Signer, verifySignature } from '../jws/index.ts';
import { decodeBase64, encodeBase64, encodeHex } from '../x509/base64.ts';
import { sha256 } from './hash.ts';

/**
 * Signed notes of C2SP, with Ed25519 signatures only.
 *
 * @see https://c2sp.org/signed-note
 */

/** A key that signs notes: its name, by convention an address without its scheme, and the key. */
export interface NoteKey {
  readonly name: string;
  readonly publicJwk: OkpPublicJwk;
}

/** A note taken apart; nobody has looked at its signatures. */
export interface Note {
  /** With the line feed at its end: what is signed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface NoteSignature {
  readonly name: string;
  /** Four bytes as hex. */
  readonly keyId: string;
  readonly signature: Uint8Array<ArrayBuffer>;
}

const ED25519 = 0x01;
const KEY_ID_BYTES = 4;
const NOTE_MAX_CHARS = 16_384;
const SIGNATURES_MAX = 16;
/** An em dash, U+2014. */
const SIGNATURE_LINE = /^\u2014 ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u;
/** Everything below U+0020 except the line feed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;

const encoder = new TextEncoder();

function refuse(rule: string): never {
  throw new ActError('log_checkpoint_invalid', { rule });
}

/** The first four bytes of SHA-256(name ‖ LF ‖ 0x01 ‖ key), as hex. */
export async function noteKeyId({ name, publicJwk }: NoteKey): Promise<string> {
  const key = decodeBase64url(publicJwk.x);
  const input = new Uint8Array([...encoder.encode(`${name}\n`), ED25519, ...key]);
  return encodeHex((await sha256(input)).subarray(0, KEY_ID_BYTES));
}

/** The text in which other tools take a key: `<name>+<key id>+<base64 of 0x01 ‖ key>`. */
export async function verifierKey(key: NoteKey): Promise<string> {
  const bytes = new Uint8Array([ED25519, ...decodeBase64url(key.publicJwk.x)]);
  return `${key.name}+${await noteKeyId(key)}+${encodeBase64(bytes)}`;
}

/** Signs a text that ends in a line feed. */
export async function signNote(text: string, key: NoteKey, signer: Signer): Promise<string> {
  if (signer.alg !== 'Ed25519') refuse('algorithm');
  const signature = await signer.sign(encoder.encode(text));
  const id = Uint8Array.from((await noteKeyId(key)).match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
  const note = `${text}\n\u2014 ${key.name} ${encodeBase64(new Uint8Array([...id, ...signature]))}\n`;
  if (!(await isSignedBy(readNote(note), key))) refuse('signature');
  return note;
}

/** @throws log_checkpoint_invalid */
export function readNote(note: string): Note {
  if (note.length > NOTE_MAX_CHARS) refuse('note_size');
  if (CONTROL.test(note) || !note.isWellFormed()) refuse('note_text');
  const end = note.lastIndexOf('\n\n');
  if (end < 1 || !note.endsWith('\n')) refuse('note_form');
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > SIGNATURES_MAX) refuse('note_signatures');
  return { text: note.slice(0, end + 1), signatures: lines.map(readSignature) };
}

function readSignature(line: string): NoteSignature {
  const [, name, encoded] = SIGNATURE_LINE.exec(line) ?? refuse('note_signature');
  if (name === undefined || encoded === undefined) refuse('note_signature');
  const bytes = decodeSignature(encoded);
  if (bytes.length <= KEY_ID_BYTES) refuse('note_signature');
  return { name, keyId: encodeHex(bytes.subarray(0, KEY_ID_BYTES)), signature: bytes.slice(KEY_ID_BYTES) };
}

function decodeSignature(encoded: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(decodeBase64(encoded));
  } catch {
    return refuse('note_signature');
  }
}

/**
 * Whether this key has signed the note. Signatures of keys that are not known are passed over (witnesses add theirs); one
 * that names this key and is wrong spoils the note.
 *
 * @throws TypeError for a key that is none, or a private one
 */
export async function isSignedBy({ text, signatures }: Note, key: NoteKey): Promise<boolean> {
  pinnedJwkFrom(key.publicJwk, 'key of the log');
  const keyId = await noteKeyId(key);
  const own = signatures.filter((one) => one.name === key.name && one.keyId === keyId);
  const header = { alg: 'Ed25519' } as const;
  const judged = await Promise.all(
    own.map(({ signature }) => verifySignature({ header, signature, signingInput: text }, key.publicJwk)),
  );
  return judged.length > 0 && judged.every(Boolean);
}
