import type { Context } from 'hono';
import { readLimited, targetOf } from '../../http/index.ts';
import { bodyDigestOf, fingerprintOf } from '../../protocol/a402/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import { MESSAGE_MAX_BYTES } from '../../protocol/limits.ts';
import type { AskedRequest } from '../../verifier/index.ts';

/**
 * What a request asks for. The body is read here, within its limit, and put back for the handler.
 *
 * @param baseUrl the public address of this server: buyers sign what they call, not what a proxy makes of it
 * @throws ActError json_too_large, http_malformed
 */
export async function readAsked(c: Context, baseUrl: string): Promise<AskedRequest> {
  const { method } = c.req;
  const target = targetOf(c);
  const uri = `${baseUrl}${target}`;
  const body_digest = await bodyDigestOf(await takeBody(c));
  return { method, uri, body_digest, resource_id: await fingerprintOf({ method, uri, body_digest }) };
}

async function takeBody(c: Context): Promise<Uint8Array> {
  const { raw } = c.req;
  if (raw.method === 'GET' || raw.method === 'HEAD') return new Uint8Array();
  if (raw.bodyUsed) return readBefore(c);
  if (raw.body === null) return new Uint8Array();
  const body = await readLimited(raw.body as AsyncIterable<Uint8Array>, MESSAGE_MAX_BYTES);
  c.req.raw = new Request(raw.url, { method: raw.method, headers: raw.headers, body });
  return body;
}

/** What stands before has read the body already, to set a price by it, say; Hono keeps it for whoever comes next. */
async function readBefore(c: Context): Promise<Uint8Array> {
  const body = new Uint8Array(await c.req.arrayBuffer());
  if (body.byteLength > MESSAGE_MAX_BYTES)
    throw new ActError('json_too_large', { max_bytes: MESSAGE_MAX_BYTES });
  return body;
}
