import { createHash } from 'node:crypto';
import { base64, base64url, concat, sha256, utf8 } from './bytes.ts';
import { bits, boolean, commonName, integer, octets, oid, sequence, time, tlv } from './der.ts';
import type { Key } from './keys.ts';
import { seeded } from './seed.ts';

/** Writes certificates from raw DER, so that every defect can be written. Nothing of src has a part in it. */

const ARC = '2.25.295975056238066013663819618617541709289';

/** Extended key usages of the profile (spec/11-registrations.md). */
export const EKU = {
  mandate: `${ARC}.1`,
  status: `${ARC}.2`,
  receipt: `${ARC}.3`,
  quote: `${ARC}.4`,
  agentProvider: `${ARC}.5`,
  log: `${ARC}.7`,
  command: `${ARC}.8`,
  record: `${ARC}.9`,
  anchor: `${ARC}.10`,
  finding: `${ARC}.11`,
  credit: `${ARC}.12`,
} as const;

export interface Extension {
  readonly id: string;
  readonly critical: boolean;
  readonly value: Uint8Array;
}

export function basicConstraints(ca: boolean, pathLength?: number, critical = true): Extension {
  const length = pathLength === undefined ? [] : [integer(Uint8Array.of(pathLength))];
  return { id: '2.5.29.19', critical, value: sequence(...(ca ? [boolean(true)] : []), ...length) };
}

export const DIGITAL_SIGNATURE = 0x80;
export const KEY_CERT_SIGN = 0x04;

export function keyUsage(usage: number): Extension {
  return {
    id: '2.5.29.15',
    critical: true,
    value: bits(Uint8Array.of(usage), 31 - Math.clz32(usage & -usage)),
  };
}

export function extendedKeyUsage(...purposes: readonly string[]): Extension {
  return { id: '2.5.29.37', critical: true, value: sequence(...purposes.map(oid)) };
}

export function subjectUris(...uris: readonly string[]): Extension {
  return { id: '2.5.29.17', critical: false, value: sequence(...uris.map((uri) => tlv(0x86, utf8(uri)))) };
}

/** Permitted URI subtrees: host names, as RFC 5280 4.2.1.10 has them for URIs. */
export function permittedUris(host: string): Extension {
  const subtree = sequence(tlv(0x86, utf8(host)));
  return { id: '2.5.29.30', critical: true, value: sequence(tlv(0xa0, subtree)) };
}

/** Excluded directory names. */
export function excludedName(name: string): Extension {
  const subtree = sequence(tlv(0xa4, commonName(name)));
  return { id: '2.5.29.30', critical: true, value: sequence(tlv(0xa1, subtree)) };
}

export const unknownExtension: Extension = { id: '1.3.6.1.4.1.99999.1', critical: true, value: sequence() };

const ALGORITHM = {
  ES256: sequence(oid('1.2.840.10045.4.3.2')),
  SHA1: sequence(oid('1.2.840.10045.4.1')),
  Ed25519: sequence(oid('1.3.101.112')),
} as const;

/** SubjectPublicKeyInfo of an RSA key: the modulus is no product of primes anybody knows. */
export const RSA_SPKI: Uint8Array = sequence(
  sequence(oid('1.2.840.113549.1.1.1'), tlv(0x05)),
  bits(
    sequence(
      integer(concat(Uint8Array.of(0xc1), seeded('RSA modulus', 255))),
      integer(Uint8Array.of(1, 0, 1)),
    ),
  ),
);

export interface Draft {
  readonly subject: string;
  readonly key: Key;
  readonly notBefore: number;
  readonly notAfter: number;
  readonly extensions: readonly Extension[];
  readonly spki?: Uint8Array;
  /** Named in place of the authority's own name. */
  readonly issuerName?: string;
  readonly hash?: 'SHA1';
  readonly signature?: (signature: Uint8Array) => Uint8Array;
}

export interface Authority {
  readonly name: string;
  readonly key: Key;
}

function ecdsaValue(signature: Uint8Array): Uint8Array {
  return sequence(integer(signature.subarray(0, 32)), integer(signature.subarray(32)));
}

function signatureOver(tbs: Uint8Array, key: Key, draft: Draft): Uint8Array {
  const raw =
    draft.hash === 'SHA1'
      ? key.signHash(new Uint8Array(createHash('sha1').update(tbs).digest()))
      : key.sign(tbs);
  const signature = draft.signature?.(raw) ?? raw;
  return key.alg === 'ES256' ? ecdsaValue(signature) : signature;
}

/** RFC 7093 2: the leftmost 160 bits of the SHA-256 of the key. */
const keyIdentifier = (spki: Uint8Array): Uint8Array => sha256(spki).subarray(0, 20);

/** Strict readers ask for them; a self-signed certificate needs no key of its issuer. @see RFC 5280 4.2.1.1, 4.2.1.2 */
function keyIdentifiers(draft: Draft, authority: Authority): Extension[] {
  const own = octets(keyIdentifier(draft.spki ?? draft.key.spki));
  const issuers = sequence(tlv(0x80, keyIdentifier(authority.key.spki)));
  const subjectKey = { id: '2.5.29.14', critical: false, value: own };
  const selfSigned = authority.name === draft.subject && authority.key === draft.key;
  return selfSigned ? [subjectKey] : [subjectKey, { id: '2.5.29.35', critical: false, value: issuers }];
}

function encodeExtension({ id, critical, value }: Extension): Uint8Array {
  return sequence(oid(id), ...(critical ? [boolean(true)] : []), octets(value));
}

/** Standard base64 of the DER, as `x5c` and the trust list carry it. */
export function certificate(draft: Draft, authority: Authority): string {
  const algorithm = ALGORITHM[draft.hash ?? authority.key.alg];
  const serial = concat(Uint8Array.of(0x10), seeded(`serial ${draft.subject} ${draft.key.label}`, 15));
  const extensions = [...draft.extensions, ...keyIdentifiers(draft, authority)];
  const tbs = sequence(
    tlv(0xa0, integer(Uint8Array.of(2))),
    integer(serial),
    algorithm,
    commonName(draft.issuerName ?? authority.name),
    sequence(time(draft.notBefore), time(draft.notAfter)),
    commonName(draft.subject),
    draft.spki ?? draft.key.spki,
    tlv(0xa3, sequence(...extensions.map(encodeExtension))),
  );
  return base64(sequence(tbs, algorithm, bits(signatureOver(tbs, authority.key, draft))));
}

/** base64url SHA-256 of the DER, as a trust list names revoked certificates. */
export function certificateThumbprint(text: string): string {
  return base64url(sha256(new Uint8Array(Buffer.from(text, 'base64'))));
}
