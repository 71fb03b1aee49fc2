import { IncomingMessage } from 'node:http';
import type { Context } from 'hono';
import { ActError } from '../protocol/errors/index.ts';
import type { Validator } from '../protocol/generated/validators.js';
import { MESSAGE_MAX_BYTES } from '../protocol/limits.ts';
import { readBody } from '../protocol/messages/index.ts';
import { gather } from './gathered.ts';

/**
 * Reads a JSON request body: content type, size (counted while it arrives, whatever it declares), strict JSON,
 * schema.
 *
 * @throws ActError media_type_unsupported, http_malformed (a body that breaks off), json_*, schema_mismatch
 * @see OA-HTTP-03
 */
export async function readJson<T>(
  c: Context,
  validator: Validator<T>,
  maxBytes = MESSAGE_MAX_BYTES,
): Promise<T> {
  const type = (c.req.header('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new ActError('media_type_unsupported');
  // What is packed is not what it says it is until somebody unpacks it; nobody here does.
  if (!/^(?:identity)?$/i.test(c.req.header('content-encoding') ?? ''))
    throw new ActError('media_type_unsupported', { rule: 'content_encoding' });
  return readBody(validator, await readLimited(bodyOf(c), maxBytes), maxBytes);
}

/**
 * Path and query as they were sent, where Node has them: a parsed address drops an empty query and writes some characters
 * in another way, and neither is what the caller has signed. Whatever host a caller names has no part in it.
 */
export function targetOf(c: Context): string {
  const { incoming } = (c.env ?? {}) as { readonly incoming?: unknown };
  const sent = incoming instanceof IncomingMessage ? (incoming.url ?? '') : '';
  const { href, origin } = new URL(c.req.url);
  const [target = ''] = (sent.startsWith('/') ? sent : href.slice(origin.length)).split('#', 1);
  return target;
}

/**
 * Node's own stream where there is one: a web stream around it costs more than everything that is read from it. Where
 * somebody has read it and put the body back, as on a route that is sold, the body is in the request.
 */
function bodyOf(c: Context): AsyncIterable<Uint8Array> | null {
  const { incoming } = (c.env ?? {}) as { readonly incoming?: IncomingMessage };
  return incoming instanceof IncomingMessage && !incoming.readableDidRead
    ? incoming.iterator({ destroyOnReturn: false })
    : (c.req.raw.body as AsyncIterable<Uint8Array> | null);
}

/**
 * All of a body, counted while it arrives.
 *
 * @throws ActError json_too_large, http_malformed (a body that breaks off)
 */
export async function readLimited(
  stream: AsyncIterable<Uint8Array> | null,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const gathered = gather(maxBytes);
  try {
    for await (const part of stream ?? []) {
      if (!gathered.add(part)) throw new ActError('json_too_large', { max_bytes: maxBytes });
    }
  } catch (error) {
    // Whoever sends it has gone away, or sends something else than it said: no fault of ours.
    throw error instanceof ActError ? error : new ActError('http_malformed', { rule: 'body' });
  }
  return gathered.whole();
}

/** The name of a scheme is compared as RFC 9110 (11.1) has it, in any case. */
const COMMAND_HEADER = /^ACT-Command +([A-Za-z0-9_.-]+)$/i;

/**
 * The signed command of a call without a body: `Authorization: ACT-Command <compact JWS>`.
 *
 * @throws ActError command_missing
 */
export function commandOf(c: Context): string {
  const match = COMMAND_HEADER.exec(c.req.header('authorization') ?? '');
  if (!match?.[1]) throw new ActError('command_missing');
  return match[1];
}
