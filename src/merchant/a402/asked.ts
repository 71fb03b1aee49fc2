import type { Context } from 'hono';
import { readLimited } from '../../http/index.ts';
import { bodyDigestOf, fingerprintOf } from '../../protocol/a402/index.ts';
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
  const { pathname, search } = new URL(c.req.url);
  const uri = `${baseUrl}${pathname}${search}`;
  const body_digest = await bodyDigestOf(await takeBody(c));
  return { method, uri, body_digest, resource_id: await fingerprintOf({ method, uri, body_digest }) };
}

async function takeBody(c: Context): Promise<Uint8Array> {
  const { raw } = c.req;
  if (raw.method === 'GET' || raw.method === 'HEAD' || raw.body === null) return new Uint8Array();
  const body = await readLimited(raw.body as AsyncIterable<Uint8Array>, MESSAGE_MAX_BYTES);
  c.req.raw = new Request(raw.url, { method: raw.method, headers: raw.headers, body });
  return body;
}
