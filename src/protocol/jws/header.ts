import { decodeBase64url } from '../digest/index.ts';
import { ActError } from '../errors/index.ts';
import type { JsonObject, JsonValue } from '../json/index.ts';
import { X5C_MAX_CERTIFICATES } from '../limits.ts';
import type { Algorithm, JwsHeader, KeyHeader } from './types.ts';

/** Header member that a signature with the profile's block of constraints carries, and its only value. */
export const OPENACT_EXTENSION = 'openact';
export const OPENACT_VERSION = 1;

/** What the caller expects of a header. `critical` names the extensions that the caller enforces. */
export interface HeaderExpectation {
  readonly typ: string;
  readonly critical?: readonly string[];
}

const KEY_MEMBERS = ['kid', 'x5c', 'x5t#S256'] as const;
const ALLOWED_MEMBERS: ReadonlySet<string> = new Set([
  'alg',
  'typ',
  ...KEY_MEMBERS,
  'crit',
  OPENACT_EXTENSION,
]);

/** JOSE's own members, which `crit` could never make harmless: keys by value or by address, compression, encryption. */
const JOSE_MEMBERS: ReadonlySet<string> = new Set([
  'jku',
  'jwk',
  'x5u',
  'x5t',
  'cty',
  'b64',
  'zip',
  'enc',
  'epk',
  'apu',
  'apv',
]);

const CERTIFICATE_BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const THUMBPRINT_BYTES = 32;

/**
 * Judges the members of a protected header, in this order: names, `alg`, `typ`, `crit`, key.
 *
 * @throws jws_header_forbidden, jws_alg_not_allowed, jws_typ_mismatch, jws_crit_unknown, jws_key_missing,
 *   x509_chain_too_long
 * @see RFC 7515 4; RFC 8725 3.1, 3.11; catalogue J1–J5, J10, J16
 */
export function checkHeader(header: JsonObject, expected: HeaderExpectation): JwsHeader {
  checkMemberNames(header);
  const alg = checkAlgorithm(header);
  if (header.typ !== expected.typ) throw new ActError('jws_typ_mismatch', { expected_typ: expected.typ });
  const crit = checkCritical(header, expected.critical ?? []);
  const base = { alg, typ: expected.typ, ...keyHeader(header) };
  return crit === undefined ? base : { ...base, crit, openact: OPENACT_VERSION };
}

function checkMemberNames(header: JsonObject): void {
  const critical: readonly JsonValue[] = Array.isArray(header.crit) ? header.crit : [];
  for (const name of Object.keys(header)) {
    // An extension named in crit is refused by checkCritical, with the code that tells the sender so.
    const isExtension = critical.includes(name) && !JOSE_MEMBERS.has(name);
    if (!ALLOWED_MEMBERS.has(name) && !isExtension) {
      // A name the sender made up is not repeated: it would carry whatever the sender put into it.
      throw new ActError('jws_header_forbidden', JOSE_MEMBERS.has(name) ? { member: name } : {});
    }
  }
}

function checkAlgorithm(header: JsonObject): Algorithm {
  if (header.alg === 'ES256' || header.alg === 'Ed25519') return header.alg;
  throw new ActError('jws_alg_not_allowed');
}

/**
 * `crit`, or undefined when the header has neither `crit` nor the extension. RFC 7515 wants a non-empty list of
 * distinct names that stand in the header and are understood; with one extension there is one such list.
 */
function checkCritical(header: JsonObject, known: readonly string[]): readonly [string] | undefined {
  const { crit } = header;
  if (crit === undefined && !Object.hasOwn(header, OPENACT_EXTENSION)) return undefined;
  const namesExtension = Array.isArray(crit) && crit.length === 1 && crit[0] === OPENACT_EXTENSION;
  if (
    !namesExtension ||
    header[OPENACT_EXTENSION] !== OPENACT_VERSION ||
    !known.includes(OPENACT_EXTENSION)
  ) {
    throw new ActError('jws_crit_unknown');
  }
  return [OPENACT_EXTENSION];
}

function keyHeader(header: JsonObject): KeyHeader {
  const present = KEY_MEMBERS.filter((name) => Object.hasOwn(header, name));
  const [name] = present;
  if (name === undefined || present.length > 1)
    throw new ActError('jws_key_missing', { found: present.length });
  const value = header[name];
  if (name === 'x5c') return { x5c: certificates(value) };
  return name === 'kid' ? { kid: thumbprint(value) } : { 'x5t#S256': thumbprint(value) };
}

/** Only a thumbprint is a key name, so that no path, address or query can travel in one (catalogue J4). */
function thumbprint(value: JsonValue | undefined): string {
  if (typeof value !== 'string' || decodeBase64url(value, 'jws_key_missing').length !== THUMBPRINT_BYTES) {
    throw new ActError('jws_key_missing', { rule: 'thumbprint' });
  }
  return value;
}

function certificates(value: JsonValue | undefined): readonly string[] {
  if (!Array.isArray(value) || value.length === 0) throw new ActError('jws_key_missing', { rule: 'x5c' });
  if (value.length > X5C_MAX_CERTIFICATES) {
    throw new ActError('x509_chain_too_long', { found: value.length, max: X5C_MAX_CERTIFICATES });
  }
  const chain = value.filter((entry) => typeof entry === 'string');
  if (chain.length !== value.length || !chain.every((entry) => CERTIFICATE_BASE64.test(entry))) {
    throw new ActError('jws_key_missing', { rule: 'x5c' });
  }
  return chain;
}
