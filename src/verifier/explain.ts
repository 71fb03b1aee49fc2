import { decodeBase64url } from '../protocol/digest/index.ts';
import { ActError } from '../protocol/errors/index.ts';
import { isJsonObject, type JsonObject, parseStrict } from '../protocol/json/index.ts';
import { decodeJws, type JwsHeader, OPENACT_EXTENSION } from '../protocol/jws/index.ts';
import { JSON_MAX_DEPTH, JWS_MAX_BYTES } from '../protocol/limits.ts';
import { type MessageKind, TYP } from '../protocol/messages/registry.ts';

/** A token taken apart for reading. Nothing about it was verified. */
export interface InspectedToken {
  readonly kind: MessageKind;
  readonly header: JwsHeader;
  readonly claims: JsonObject;
}

const KINDS: ReadonlyMap<string, MessageKind> = new Map(
  (Object.keys(TYP) as MessageKind[]).map((kind) => [TYP[kind], kind]),
);

/** The `typ` that the token says it has. @throws jws_too_large, jws_malformed, json_*, jws_typ_mismatch */
function typOf(compact: string): string {
  if (typeof compact !== 'string') throw new ActError('jws_malformed', { rule: 'text' });
  if (compact.length > JWS_MAX_BYTES) throw new ActError('jws_too_large', { max_bytes: JWS_MAX_BYTES });
  const [part = ''] = compact.split('.', 1);
  const limits = { maxBytes: JWS_MAX_BYTES, maxDepth: JSON_MAX_DEPTH };
  const header = parseStrict(decodeBase64url(part, 'jws_malformed'), limits);
  const typ = isJsonObject(header) ? header.typ : undefined;
  if (typeof typ !== 'string') throw new ActError('jws_typ_mismatch', { rule: 'missing' });
  return typ;
}

/**
 * Decodes any of our messages by its own `typ`, for people to look at. No signature, schema or time is checked, and
 * nothing may be decided on what comes out.
 *
 * @param compact a compact JWS
 * @throws ActError jws_*, json_*; jws_typ_mismatch for a type that is not ours
 */
export function inspectToken(compact: string): InspectedToken {
  const typ = typOf(compact);
  const kind = KINDS.get(typ);
  if (kind === undefined) throw new ActError('jws_typ_mismatch', { rule: 'unknown_type' });
  const critical = kind === 'mandate' ? [OPENACT_EXTENSION] : [];
  const { header, payload } = decodeJws(compact, { typ, critical });
  return { kind, header, claims: payload };
}
