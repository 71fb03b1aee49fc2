import { encodeBase64 } from '../base64.ts';
import { type Bytes, encodeElement, TAG } from '../der.ts';
import { EKU, encodeOid } from '../oids.ts';
import type { PathRequest } from '../path.ts';

/** Builds certificate chains from raw DER, so that every defect can be written. For tests only. */

/** The moment of all tests, Unix seconds. */
export const AT = 1_800_000_000;
export const DAY_SECONDS = 86_400;
export const SUBJECT_URI = 'did:act:bank.example/issuer';

export const P256 = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const ED25519 = { name: 'Ed25519' };

export async function p256Keys(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(P256, true, ['sign', 'verify']);
}

export async function ed25519Keys(): Promise<CryptoKeyPair> {
  const keys = await crypto.subtle.generateKey(ED25519, true, ['sign', 'verify']);
  if ('privateKey' in keys) return keys;
  throw new Error('no key pair');
}

export const sequence = (...contents: readonly Uint8Array[]): Bytes =>
  encodeElement(TAG.sequence, ...contents);
export const oid = (dotted: string): Bytes => encodeElement(TAG.oid, encodeOid(dotted));
export const octets = (content: Uint8Array): Bytes => encodeElement(TAG.octetString, content);
export const integer = (...bytes: readonly number[]): Bytes =>
  encodeElement(TAG.integer, Uint8Array.from(bytes));
export const ascii = (text: string): Bytes => Uint8Array.from(text, (character) => character.charCodeAt(0));
const TRUE = encodeElement(TAG.boolean, Uint8Array.of(0xff));

export function concat(...parts: readonly Uint8Array[]): Bytes {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** A SET with one attribute. */
export function rdn(type: string, value: string, tag: number = TAG.utf8String): Bytes {
  return encodeElement(TAG.set, sequence(oid(type), encodeElement(tag, new TextEncoder().encode(value))));
}

export const commonName = (value: string): Bytes => sequence(rdn('2.5.4.3', value));

export function time(seconds: number): Bytes {
  const digits = new Date(seconds * 1000).toISOString().replaceAll(/[-:T]|\.000/g, '');
  if (digits >= '2050') return encodeElement(TAG.generalizedTime, ascii(digits));
  return encodeElement(TAG.utcTime, ascii(digits.slice(2)));
}

export interface ForgedExtension {
  readonly oid: string;
  readonly critical: boolean;
  readonly value: Bytes;
}

function encodeExtension({ oid: id, critical, value }: ForgedExtension): Bytes {
  return sequence(oid(id), ...(critical ? [TRUE] : []), octets(value));
}

export function basicConstraints(ca: boolean, pathLength?: number, critical = true): ForgedExtension {
  const length = pathLength === undefined ? [] : [integer(pathLength)];
  return { oid: '2.5.29.19', critical, value: sequence(...(ca ? [TRUE] : []), ...length) };
}

/** RFC 5280 4.2.1.3: first byte of the bits. */
export const DIGITAL_SIGNATURE = 0x80;
export const KEY_CERT_SIGN = 0x04;

export function keyUsage(bits: number): ForgedExtension {
  const unused = bits === 0 ? 0 : 31 - Math.clz32(bits & -bits);
  const value = encodeElement(TAG.bitString, Uint8Array.from(bits === 0 ? [0] : [unused, bits]));
  return { oid: '2.5.29.15', critical: true, value };
}

export function extendedKeyUsage(purposes: readonly string[], critical = true): ForgedExtension {
  return { oid: '2.5.29.37', critical, value: sequence(...purposes.map(oid)) };
}

export const uriName = (text: string): Bytes => encodeElement(0x86, ascii(text));
export const dnsName = (text: string): Bytes => encodeElement(0x82, ascii(text));
export const emailName = (text: string): Bytes => encodeElement(0x81, ascii(text));
export const ipName = (...bytes: readonly number[]): Bytes => encodeElement(0x87, Uint8Array.from(bytes));
export const directoryName = (name: Bytes): Bytes => encodeElement(0xa4, name);

export function subjectAltName(names: readonly Bytes[], critical = false): ForgedExtension {
  return { oid: '2.5.29.17', critical, value: sequence(...names) };
}

export interface ForgedConstraints {
  readonly permitted?: readonly Bytes[];
  readonly excluded?: readonly Bytes[];
  readonly critical?: boolean;
}

/** Each subtree is a GeneralName, wrapped here into a GeneralSubtree. */
export function nameConstraints({
  permitted,
  excluded,
  critical = true,
}: ForgedConstraints): ForgedExtension {
  const side = (tag: number, names: readonly Bytes[] | undefined) =>
    names === undefined ? [] : [encodeElement(tag, ...names.map((name) => sequence(name)))];
  return {
    oid: '2.5.29.30',
    critical,
    value: sequence(...side(0xa0, permitted), ...side(0xa1, excluded)),
  };
}

export function otherExtension(id: string, critical: boolean, value: Bytes = sequence()): ForgedExtension {
  return { oid: id, critical, value };
}

/** Algorithm identifiers as they stand in certificates. */
export const ALGORITHM = {
  ecdsaWithSha1: sequence(oid('1.2.840.10045.4.1')),
  ecdsaWithSha256: sequence(oid('1.2.840.10045.4.3.2')),
  ecdsaWithSha384: sequence(oid('1.2.840.10045.4.3.3')),
  ed25519: sequence(oid('1.3.101.112')),
  sha256WithRsa: sequence(oid('1.2.840.113549.1.1.11'), encodeElement(0x05)),
} as const;

function defaultAlgorithm(signer: CryptoKey): Bytes {
  return signer.algorithm.name === 'Ed25519' ? ALGORITHM.ed25519 : ALGORITHM.ecdsaWithSha256;
}

function shorten(scalar: Uint8Array): Bytes {
  const start = scalar.findIndex((byte) => byte !== 0);
  const digits = [...scalar.subarray(start === -1 ? scalar.length - 1 : start)];
  return integer(...((digits[0] ?? 0) >= 0x80 ? [0, ...digits] : digits));
}

/** r ‖ s of any curve into Ecdsa-Sig-Value. */
export function ecdsaDer(raw: Uint8Array): Bytes {
  const half = raw.length / 2;
  return sequence(shorten(raw.subarray(0, half)), shorten(raw.subarray(half)));
}

async function signTbs(key: CryptoKey, tbs: Bytes, hash: string): Promise<Bytes> {
  const signature = new Uint8Array(await crypto.subtle.sign({ name: key.algorithm.name, hash }, key, tbs));
  return key.algorithm.name === 'ECDSA' ? ecdsaDer(signature) : signature;
}

/** What one certificate says; everything left out is as it should be. */
export interface Forgery {
  readonly version?: Bytes;
  readonly serial?: Bytes;
  readonly subject?: Bytes;
  readonly issuer?: Bytes;
  readonly notBefore?: number | Bytes;
  readonly notAfter?: number | Bytes;
  readonly keys?: CryptoKeyPair;
  readonly spki?: Bytes;
  /** Signs instead of the next certificate's key. */
  readonly signer?: CryptoKeyPair;
  readonly hash?: string;
  readonly innerAlgorithm?: Bytes;
  readonly outerAlgorithm?: Bytes;
  /** Replaces the extension of the same key; undefined takes it out; other keys are added. */
  readonly extensions?: Readonly<Record<string, ForgedExtension | undefined>>;
  /** Fields between the key and the extensions. */
  readonly uniqueIds?: Bytes;
  readonly signature?: (signature: Bytes) => Bytes;
  readonly der?: (der: Bytes) => Bytes;
}

export interface ForgedChain {
  readonly root?: Forgery;
  /** Root's side first. */
  readonly intermediates?: readonly Forgery[];
  readonly leaf?: Forgery;
}

interface Authority {
  readonly subject: Bytes;
  readonly keys: CryptoKeyPair;
}

interface Forged extends Authority {
  readonly text: string;
}

const AUTHORITY_EXTENSIONS = {
  basicConstraints: basicConstraints(true),
  keyUsage: keyUsage(KEY_CERT_SIGN),
};

const LEAF_EXTENSIONS = {
  basicConstraints: basicConstraints(false),
  keyUsage: keyUsage(DIGITAL_SIGNATURE),
  extendedKeyUsage: extendedKeyUsage([EKU.mandate]),
  subjectAltName: subjectAltName([uriName(SUBJECT_URI)]),
};

const encodeTime = (value: number | Bytes): Bytes => (typeof value === 'number' ? time(value) : value);

function encodeExtensions(extensions: Readonly<Record<string, ForgedExtension | undefined>>): Bytes[] {
  const list = Object.values(extensions).filter((extension) => extension !== undefined);
  if (list.length === 0) return [];
  return [encodeElement(0xa3, sequence(...list.map(encodeExtension)))];
}

async function forge(own: Forgery & Required<Pick<Forgery, 'subject' | 'keys'>>, issuer: Authority) {
  const signer = own.signer ?? issuer.keys;
  const algorithm = own.outerAlgorithm ?? defaultAlgorithm(signer.privateKey);
  const spki = own.spki ?? new Uint8Array(await crypto.subtle.exportKey('spki', own.keys.publicKey));
  const { serial = integer(0x5a, 0x01) } = own;
  const tbs = sequence(
    own.version ?? encodeElement(0xa0, integer(2)),
    serial,
    own.innerAlgorithm ?? algorithm,
    own.issuer ?? issuer.subject,
    sequence(encodeTime(own.notBefore ?? AT - DAY_SECONDS), encodeTime(own.notAfter ?? AT + DAY_SECONDS)),
    own.subject,
    spki,
    own.uniqueIds ?? new Uint8Array(),
    ...encodeExtensions(own.extensions ?? {}),
  );
  const signed = await signTbs(signer.privateKey, tbs, own.hash ?? 'SHA-256');
  const signature = own.signature?.(signed) ?? signed;
  const bits = encodeElement(TAG.bitString, Uint8Array.of(0), signature);
  const der = sequence(tbs, algorithm, bits);
  return { subject: own.subject, keys: own.keys, text: encodeBase64(own.der?.(der) ?? der) };
}

/** Generated once, because generating keys is what takes time. */
const pool: Promise<CryptoKeyPair>[] = [];

/** The key pair number `index` of the tests, always the same one. */
export async function keysAt(index: number): Promise<CryptoKeyPair> {
  pool[index] ??= p256Keys();
  return pool[index];
}

const ROOT_KEYS = 0;
const LEAF_KEYS = 1;
const FIRST_INTERMEDIATE_KEYS = 2;

/** A chain root → intermediates → leaf, as the leaf's signer would present it and the verifier hold it. */
export async function forgeChain({ root = {}, intermediates = [], leaf = {} }: ForgedChain = {}) {
  const rootKeys = root.keys ?? (await keysAt(ROOT_KEYS));
  const rootSubject = root.subject ?? commonName('Forged Root');
  const anchor = await forge(
    {
      ...root,
      subject: rootSubject,
      keys: rootKeys,
      extensions: { ...AUTHORITY_EXTENSIONS, ...root.extensions },
    },
    { subject: rootSubject, keys: rootKeys },
  );
  let issuer: Forged = anchor;
  const issued: Forged[] = [];
  for (const [index, own] of intermediates.entries()) {
    issuer = await forge(
      {
        ...own,
        subject: own.subject ?? commonName(`Forged CA ${index + 1}`),
        keys: own.keys ?? (await keysAt(FIRST_INTERMEDIATE_KEYS + index)),
        extensions: { ...AUTHORITY_EXTENSIONS, ...own.extensions },
      },
      issuer,
    );
    issued.unshift(issuer);
  }
  const last = await forge(
    {
      ...leaf,
      subject: leaf.subject ?? commonName('Forged Leaf'),
      keys: leaf.keys ?? (await keysAt(LEAF_KEYS)),
      extensions: { ...LEAF_EXTENSIONS, ...leaf.extensions },
    },
    issuer,
  );
  return { x5c: [last.text, ...issued.map(({ text }) => text)], anchors: [anchor.text] };
}

/** A request that a sound chain of `forgeChain` passes. */
export function requestFor(
  chain: { readonly x5c: readonly string[]; readonly anchors: readonly string[] },
  over: Partial<PathRequest> = {},
): PathRequest {
  return { ...chain, at: AT, eku: EKU.mandate, subjectUri: SUBJECT_URI, revoked: [], ...over };
}
