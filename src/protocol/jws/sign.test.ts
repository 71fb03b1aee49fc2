import { inspect } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jwkThumbprint } from '../digest/index.ts';
import { ActError } from '../errors/index.ts';
import { type JsonObject, parseStrict } from '../json/index.ts';
import {
  decodeJws,
  generateKeyPair,
  localSigner,
  type PrivateJwk,
  publicJwkOf,
  type Signer,
  signJws,
  verifySignature,
} from './index.ts';

const typ = 'act-test+jwt';
const ALGORITHMS = ['ES256', 'Ed25519'] as const;
const textOf = (part: string | undefined) => Buffer.from(part ?? '', 'base64url').toString();

async function codeOf(run: () => unknown): Promise<string> {
  try {
    await run();
  } catch (error) {
    if (error instanceof ActError) return error.code;
    throw error;
  }
  return 'accepted';
}

async function newSigner(alg: 'ES256' | 'Ed25519' = 'ES256') {
  const { publicJwk, privateJwk } = await generateKeyPair(alg);
  return { publicJwk, privateJwk, signer: localSigner(privateJwk, { kid: await jwkThumbprint(publicJwk) }) };
}

describe.each(ALGORITHMS)('signJws, %s', (alg) => {
  it('ADD-IAC-ISS-05 writes header members in fixed order and the payload in RFC 8785 form', async () => {
    const { publicJwk, signer } = await newSigner(alg);
    const kid = await jwkThumbprint(publicJwk);
    const compact = await signJws({ typ, payload: { b: 200.0, a: 'é' }, signer });
    const [header, payload] = compact.split('.');
    expect(textOf(header)).toBe(`{"alg":"${alg}","typ":"${typ}","kid":"${kid}"}`);
    expect(textOf(payload)).toBe('{"a":"é","b":200}');
    expect(await verifySignature(decodeJws(compact, { typ }), publicJwk)).toBe(true);
  });

  it('marks the extension as critical when asked', async () => {
    const { publicJwk, signer } = await newSigner(alg);
    const compact = await signJws({ typ, payload: {}, signer, critical: true });
    expect(textOf(compact.split('.')[0])).toMatch(/,"crit":\["openact"\],"openact":1\}$/);
    expect(await codeOf(() => decodeJws(compact, { typ }))).toBe('jws_crit_unknown');
    const decoded = decodeJws(compact, { typ, critical: ['openact'] });
    expect(await verifySignature(decoded, publicJwk)).toBe(true);
  });

  it('goes round for any payload that a message may have', async () => {
    const { publicJwk, signer } = await newSigner(alg);
    const name = fc.string().filter((text) => text !== '__proto__');
    const claim = fc.oneof(fc.string({ unit: 'grapheme' }), fc.nat(), fc.boolean(), fc.constant(null));
    await fc.assert(
      fc.asyncProperty(fc.dictionary(name, claim, { noNullPrototype: true }), async (payload) => {
        const compact = await signJws({ typ, payload: payload as JsonObject, signer });
        const decoded = decodeJws(compact, { typ });
        expect(decoded.payload).toEqual(payload);
        expect(await verifySignature(decoded, publicJwk)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

describe('signJws, key headers', () => {
  it.each([
    ['kid', { kid: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k' }],
    ['x5c', { x5c: ['MIIB', 'MIIC'] }],
    ['x5t#S256', { 'x5t#S256': 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k' }],
  ])('carries %s', async (_, header) => {
    const { privateJwk, publicJwk } = await generateKeyPair('ES256');
    const compact = await signJws({ typ, payload: {}, signer: localSigner(privateJwk, header) });
    const decoded = decodeJws(compact, { typ });
    expect(decoded.header).toEqual({ alg: 'ES256', typ, ...header });
    expect(await verifySignature(decoded, publicJwk)).toBe(true);
  });
});

describe('ADD-IAC-ISS-09 signing asks a key, and never sees it', () => {
  it('signs with a key that cannot leave its service', async () => {
    const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
    const { privateKey, publicKey } = await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify']);
    await expect(crypto.subtle.exportKey('jwk', privateKey)).rejects.toThrow();
    const publicJwk = publicJwkOf((await crypto.subtle.exportKey('jwk', publicKey)) as unknown as PrivateJwk);
    const service: Signer = {
      alg: 'ES256',
      header: { kid: await jwkThumbprint(publicJwk) },
      sign: async (input) =>
        new Uint8Array(await crypto.subtle.sign(algorithm, privateKey, new Uint8Array(input))),
    };
    const compact = await signJws({ typ, payload: { a: 1 }, signer: service });
    expect(await verifySignature(decodeJws(compact, { typ }), publicJwk)).toBe(true);
  });

  it('a signer that is handed around shows nothing of its key', async () => {
    const { signer, privateJwk } = await newSigner();
    expect(Object.keys(signer)).toEqual(['alg', 'header', 'sign']);
    expect(inspect(signer, { depth: null, showHidden: true })).not.toContain(privateJwk.d);
  });
});

describe('signJws gives out nothing that a reader would refuse', () => {
  const keyService = (signer: Signer, answer: (signature: Uint8Array) => Uint8Array): Signer => ({
    alg: signer.alg,
    header: signer.header,
    sign: async (signingInput) => answer(await signer.sign(signingInput)),
  });

  it.each([
    [
      'DER from a key service',
      (s: Uint8Array) => Uint8Array.from([0x30, 0x44, ...s]),
      'jws_signature_invalid',
    ],
    ['no signature', () => new Uint8Array(0), 'jws_signature_invalid'],
    ['the signature as it is', (s: Uint8Array) => s, 'accepted'],
  ])('%s: %s', async (_, answer, code) => {
    const { signer } = await newSigner();
    expect(await codeOf(() => signJws({ typ, payload: {}, signer: keyService(signer, answer) }))).toBe(code);
  });

  it.each([
    ['a number with an exponent', { a: 1e21 }, 'json_number_form'],
    ['an amount with a third decimal', { price: 1.234 }, 'json_number_form'],
    ['a lone surrogate', { a: '\ud800' }, 'json_encoding'],
    ['too much', { a: 'x'.repeat(20_000) }, 'jws_too_large'],
    ['a plain payload', { a: 1, price: 1.23 }, 'accepted'],
  ])('%s', async (_, payload, code) => {
    const { signer } = await newSigner();
    expect(await codeOf(() => signJws({ typ, payload, signer }))).toBe(code);
  });

  it('takes the limit of the caller', async () => {
    const { signer } = await newSigner();
    const payload = { a: 'x'.repeat(20_000) };
    expect(await codeOf(() => signJws({ typ, payload, signer, maxBytes: 40_000 }))).toBe('accepted');
    expect(await codeOf(() => signJws({ typ, payload, signer }))).toBe('jws_too_large');
  });

  it('a key header that names no key, or two', async () => {
    const { privateJwk, publicJwk } = await generateKeyPair('ES256');
    const kid = await jwkThumbprint(publicJwk);
    const sign = (header: { kid: string }) =>
      codeOf(() => signJws({ typ, payload: {}, signer: localSigner(privateJwk, header) }));
    expect(await sign({ kid })).toBe('accepted');
    expect(await sign({ kid: 'my-key' })).toBe('jws_key_missing');
    expect(await sign({ kid, ...{ x5c: ['MIIB'] } })).toBe('jws_key_missing');
    expect(await sign({ kid, ...{ jku: 'https://keys.example/' } })).toBe('jws_header_forbidden');
  });
});

describe('keys', () => {
  it.each(ALGORITHMS)('generateKeyPair(%s) gives two halves, publicJwkOf the public one', async (alg) => {
    const { publicJwk, privateJwk } = await generateKeyPair(alg);
    expect(publicJwkOf(privateJwk)).toEqual(publicJwk);
    expect(publicJwk).not.toHaveProperty('d');
    expect(parseStrict(new TextEncoder().encode(JSON.stringify(privateJwk)))).toEqual(privateJwk);
    expect((await generateKeyPair(alg)).publicJwk.x).not.toBe(publicJwk.x);
  });

  it('localSigner chooses the algorithm by the key', async () => {
    expect((await newSigner('ES256')).signer.alg).toBe('ES256');
    expect((await newSigner('Ed25519')).signer.alg).toBe('Ed25519');
  });

  it('localSigner refuses what is no private key', async () => {
    const { publicJwk, privateJwk } = await generateKeyPair('ES256');
    const header = { kid: await jwkThumbprint(publicJwk) };
    expect(await codeOf(() => localSigner(privateJwk, header))).toBe('accepted');
    for (const jwk of [publicJwk, { ...privateJwk, d: 'AAAA' }, { kty: 'oct', k: 'AAAA' }, undefined]) {
      expect(await codeOf(() => localSigner(jwk as PrivateJwk, header))).toBe('schema_mismatch');
    }
  });
});
