import { decodeBase64url } from '../digest/index.ts';
import { ActError } from '../errors/index.ts';
import {
  isJsonObject,
  type JsonObject,
  type JsonValue,
  parseStrict,
  parseStrictAscii,
} from '../json/index.ts';
import { JSON_MAX_DEPTH, JWS_MAX_BYTES } from '../limits.ts';
import { platformCrypto } from '../platform-crypto.ts';
import { BoundedCache } from './bounded-cache.ts';
import { deepFreeze } from './deep-freeze.ts';
import { checkHeader, type HeaderExpectation } from './header.ts';
import { hasSignatureForm } from './signature-form.ts';
import type { DecodedJws, JwsHeader } from './types.ts';

/** `maxBytes` is 16 KiB unless a message has a limit of its own. */
export interface JwsExpectation extends HeaderExpectation {
  readonly maxBytes?: number;
}

const JWE_PARTS = 5;
const HEADER_CACHE_MAX_ENTRIES = 256;

/** The parts, and what was signed. */
interface Parts {
  readonly header: string;
  readonly payload: string;
  readonly signature: string;
  readonly signingInput: string;
}

function splitParts(compact: string): Parts {
  const first = compact.indexOf('.');
  const second = compact.indexOf('.', first + 1);
  // Header and payload hold something; a signature that holds nothing is refused for its form.
  if (first < 1 || second < first + 2 || compact.includes('.', second + 1)) return refuseParts(compact);
  return {
    header: compact.slice(0, first),
    payload: compact.slice(first + 1, second),
    signature: compact.slice(second + 1),
    signingInput: compact.slice(0, second),
  };
}

function refuseParts(compact: string): never {
  if (compact.split('.').length === JWE_PARTS) throw new ActError('jws_encrypted');
  throw new ActError('jws_malformed', { rule: 'three_parts' });
}

function parseJson(part: string, maxBytes: number): JsonValue {
  const limits = { maxBytes, maxDepth: JSON_MAX_DEPTH };
  const ascii = platformCrypto()?.decodeAscii(part);
  if (ascii !== undefined) return parseStrictAscii(ascii, limits);
  return parseStrict(decodeBase64url(part, 'jws_malformed'), limits);
}

function parsePart(part: string, name: string, maxBytes: number): JsonObject {
  const value = parseJson(part, maxBytes);
  if (!isJsonObject(value)) throw new ActError('jws_malformed', { rule: 'object', part: name });
  return value;
}

/** A sender's header is the same text in every message, and most of its bytes: the certificates. */
const headers = new BoundedCache<JwsHeader>(HEADER_CACHE_MAX_ENTRIES);

function readHeader(part: string, expected: HeaderExpectation, maxBytes: number): JwsHeader {
  const known = headers.get(part);
  if (known && known.typ === expected.typ && isUnderstood(known, expected)) return known;
  const header = deepFreeze(checkHeader(parsePart(part, 'header', maxBytes), expected));
  headers.set(part, header);
  return header;
}

function isUnderstood({ crit = [] }: JwsHeader, { critical = [] }: HeaderExpectation): boolean {
  return crit.every((name) => critical.includes(name));
}

/** What the header says, before anything is believed; undefined for what only `decodeJws` can say what is wrong with. */
export function typOf(compact: string): JsonValue | undefined {
  try {
    const part = compact.slice(0, compact.indexOf('.'));
    return (headers.get(part) ?? parsePart(part, 'header', JWS_MAX_BYTES)).typ;
  } catch {
    return undefined;
  }
}

/**
 * Takes a compact JWS apart and refuses everything about it that can be judged without a key. No signature is
 * verified here. What a lenient JOSE library takes (duplicate members, a byte order mark, lone surrogates, deep
 * nesting, white space and left-over bits in base64url, any `typ`, foreign header members) stops here.
 *
 * @throws jws_too_large, jws_malformed, jws_encrypted, json_* for header and payload, the codes of `checkHeader`,
 *   jws_signature_invalid for a signature whose form cannot be valid
 * @see RFC 7515 5.2; RFC 8725; catalogue J1–J8, J13–J16
 */
export function decodeJws(compact: string, expected: JwsExpectation): DecodedJws {
  const maxBytes = expected.maxBytes ?? JWS_MAX_BYTES;
  // Callers hand in what a header or a member held, and it may have held nothing.
  if (typeof compact !== 'string') throw new ActError('jws_malformed', { rule: 'text' });
  // Written so that a limit that is not a number refuses everything.
  if (!(compact.length <= maxBytes)) throw new ActError('jws_too_large', { max_bytes: maxBytes });
  const parts = splitParts(compact);
  const header = readHeader(parts.header, expected, maxBytes);
  const payload = parsePart(parts.payload, 'payload', maxBytes);
  const signature = decodeBase64url(parts.signature, 'jws_malformed');
  if (!hasSignatureForm(header.alg, signature)) throw new ActError('jws_signature_invalid', { rule: 'form' });
  return { compact, header, payload, signingInput: parts.signingInput, signature };
}
