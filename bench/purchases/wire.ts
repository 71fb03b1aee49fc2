import { createPrivateKey, hash, type KeyObject, sign } from 'node:crypto';
import { Pool } from 'undici';
import { canonicalize, type JsonValue } from '../../src/protocol/json/index.ts';
import type { PrivateJwk } from '../../src/protocol/jws/index.ts';

/** Signing with as little as it takes: the load must not cost more than the servers that it is put on. */
export class WireSigner {
  private readonly key: KeyObject;
  private readonly header: object;

  constructor(jwk: PrivateJwk, header: object) {
    this.key = createPrivateKey({ key: { ...jwk }, format: 'jwk' });
    this.header = header;
  }

  sign(typ: string, claims: object): string {
    const header = Buffer.from(JSON.stringify({ alg: 'ES256', typ, ...this.header })).toString('base64url');
    const input = `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
    const options = { key: this.key, dsaEncoding: 'ieee-p1363' } as const;
    return `${input}.${sign('sha256', Buffer.from(input), options).toString('base64url')}`;
  }
}

export function claimsOf<T>(compact: string): T {
  return JSON.parse(Buffer.from(compact.split('.')[1] ?? '', 'base64url').toString()) as T;
}

export function digestOf(text: string): string {
  return hash('sha256', text, 'base64url');
}

export function objectDigest(value: object): string {
  return hash('sha256', canonicalize(value as JsonValue), 'base64url');
}

const CONNECTIONS = 32;

/** Keep-alive connections to each server. */
export class Wire {
  private readonly pools = new Map<string, Pool>();

  async post<T>(origin: string, path: string, body: object): Promise<T> {
    const answer = await this.poolOf(origin).request({
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await answer.body.text();
    if (answer.statusCode >= 300) throw new Error(`${path} answered ${answer.statusCode}: ${text}`);
    return JSON.parse(text) as T;
  }

  async text(origin: string, path: string): Promise<string> {
    const answer = await this.poolOf(origin).request({ method: 'GET', path });
    const text = await answer.body.text();
    if (answer.statusCode >= 300) throw new Error(`${path} answered ${answer.statusCode}: ${text}`);
    return text.trim();
  }

  private poolOf(origin: string): Pool {
    const known = this.pools.get(origin);
    if (known) return known;
    const pool = new Pool(origin, { connections: CONNECTIONS, pipelining: 1 });
    this.pools.set(origin, pool);
    return pool;
  }

  async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.close()));
  }
}
