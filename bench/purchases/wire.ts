import { createPrivateKey, hash, type KeyObject, sign } from 'node:crypto';
import { type Dispatcher, Pool } from 'undici';
import { canonicalize, type JsonValue } from '../../src/protocol/json/index.ts';
import type { PrivateJwk } from '../../src/protocol/jws/index.ts';

/** Signing with as little as it takes: the load must not cost more than the servers that it is put on. */
export class WireSigner {
  private readonly key: KeyObject;
  private readonly header: object;
  private readonly headers = new Map<string, string>();

  constructor(jwk: PrivateJwk, header: object) {
    this.key = createPrivateKey({ key: { ...jwk }, format: 'jwk' });
    this.header = header;
  }

  sign(typ: string, claims: object): string {
    const input = `${this.headerOf(typ)}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
    const options = { key: this.key, dsaEncoding: 'ieee-p1363' } as const;
    return `${input}.${sign('sha256', Buffer.from(input), options).toString('base64url')}`;
  }

  private headerOf(typ: string): string {
    const known = this.headers.get(typ);
    if (known !== undefined) return known;
    const json = JSON.stringify({ alg: 'ES256', typ, ...this.header });
    const header = Buffer.from(json).toString('base64url');
    this.headers.set(typ, header);
    return header;
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

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Keep-alive connections to each server. Answers are collected without a stream, which would cost more than they do. */
export class Wire {
  private readonly pools = new Map<string, Pool>();

  async post<T>(origin: string, path: string, body: object): Promise<T> {
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    const text = await this.send(origin, { method: 'POST', path, headers, body: JSON.stringify(body) });
    return JSON.parse(text) as T;
  }

  async text(origin: string, path: string): Promise<string> {
    return (await this.send(origin, { method: 'GET', path })).trim();
  }

  private async send(origin: string, options: Dispatcher.DispatchOptions): Promise<string> {
    const { status, text } = await answered(this.poolOf(origin), options);
    if (status >= 300) throw new Error(`${options.path} answered ${status}: ${text}`);
    return text;
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

function answered(pool: Pool, options: Dispatcher.DispatchOptions): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let status = 0;
    pool.dispatch(options, {
      onRequestStart() {},
      onResponseStart(_controller, statusCode) {
        status = statusCode;
      },
      onResponseData(_controller, part) {
        parts.push(part);
      },
      onResponseEnd() {
        resolve({ status, text: Buffer.concat(parts).toString() });
      },
      onResponseError(_controller, error) {
        reject(error);
      },
    });
  });
}
