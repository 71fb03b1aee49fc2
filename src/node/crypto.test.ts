import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { jwkThumbprint, type PublicJwk } from '../protocol/digest/index.ts';
import { generateKeyPair, type JwkPair, localSigner, type Signed, signJws } from '../protocol/jws/index.ts';
import cases from '../protocol/jws/signature-form.cases.json' with { type: 'json' };
import type { PlatformCrypto } from '../protocol/platform-crypto.ts';
import { nodeCrypto, nodeSigner } from './crypto.ts';

const encoder = new TextEncoder();

/** The functions of the floor in a module graph of their own, with Node's functions below them or without. */
async function floor(crypto?: PlatformCrypto) {
  vi.resetModules();
  const { installPlatformCrypto } = await import('../protocol/platform-crypto.ts');
  if (crypto) installPlatformCrypto(crypto);
  const { verifySignature } = await import('../protocol/jws/index.ts');
  const { decodeBase64url, sha256Base64url } = await import('../protocol/digest/index.ts');
  return { verifySignature, sha256Base64url, decodeBase64url };
}

type Floor = Awaited<ReturnType<typeof floor>>;
let portable: Floor;
let node: Floor;
let pair: JwkPair;

beforeAll(async () => {
  portable = await floor();
  node = await floor(nodeCrypto);
  pair = await generateKeyPair('ES256');
});
afterEach(() => vi.resetModules());

async function bothVerify(signed: Signed, jwk: PublicJwk): Promise<readonly [boolean, boolean]> {
  return [await portable.verifySignature(signed, jwk), await node.verifySignature(signed, jwk)];
}

async function signedBy(data: Uint8Array): Promise<Signed> {
  const signature = await nodeSigner(pair.privateJwk, { kid: 'k' }).sign(data);
  return {
    header: { alg: 'ES256' },
    signingInput: new Uint8Array(data),
    signature: new Uint8Array(signature),
  };
}

describe('Node’s own functions against the portable ones', () => {
  it('verify what Node signed, and refuse it with any one bit turned', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.nat(511), async (data, bit) => {
        const good = await signedBy(data);
        expect(await bothVerify(good, pair.publicJwk)).toEqual([true, true]);
        const signature = good.signature.map((byte, at) =>
          at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte,
        );
        expect(await bothVerify({ ...good, signature }, pair.publicJwk)).toEqual([false, false]);
        const longer = new Uint8Array([...data, 0]);
        expect(await bothVerify({ ...good, signingInput: longer }, pair.publicJwk)).toEqual([false, false]);
      }),
      { numRuns: 60 },
    );
  });

  it('verify the twin with n − s, as ES256 has it', async () => {
    const good = await signedBy(encoder.encode('twin'));
    const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
    const s = BigInt(`0x${Buffer.from(good.signature.subarray(32)).toString('hex')}`);
    const twin = Buffer.from((order - s).toString(16).padStart(64, '0'), 'hex');
    const signature = new Uint8Array([...good.signature.subarray(0, 32), ...twin]);
    expect(await bothVerify({ ...good, signature }, pair.publicJwk)).toEqual([true, true]);
  });

  it('agree on any two numbers as a signature and on any two as a point', async () => {
    const good = await signedBy(encoder.encode('any'));
    const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
    await fc.assert(
      fc.asyncProperty(bytes(64), bytes(32), bytes(32), async (any, x, y) => {
        const text = (part: Uint8Array) => Buffer.from(part).toString('base64url');
        const [left, right] = await bothVerify({ ...good, signature: new Uint8Array(any) }, pair.publicJwk);
        expect(left).toBe(right);
        const point: PublicJwk = { kty: 'EC', crv: 'P-256', x: text(x), y: text(y) };
        expect(await bothVerify(good, point)).toEqual([false, false]);
      }),
      { numRuns: 60 },
    );
  });

  it('agree on every form of a signature that is held in the vectors', async () => {
    const good = await signedBy(encoder.encode('form'));
    const forms = cases.tests.filter(({ alg }) => alg === 'ES256');
    expect(forms.length).toBeGreaterThan(5);
    for (const { input } of forms) {
      const bytes = Buffer.from(input, 'hex');
      const [left, right] = await bothVerify({ ...good, signature: new Uint8Array(bytes) }, pair.publicJwk);
      expect(left).toBe(right);
    }
  });

  it('give the same digest', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
        expect(await node.sha256Base64url(bytes)).toBe(await portable.sha256Base64url(bytes));
      }),
    );
  });

  it('give the same digest of a text as of its UTF-8', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (any) => {
        const text = any.toWellFormed();
        const expected = await portable.sha256Base64url(encoder.encode(text));
        expect(await portable.sha256Base64url(text)).toBe(expected);
        expect(await node.sha256Base64url(text)).toBe(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('verify a text as its UTF-8', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (any) => {
        const text = any.toWellFormed();
        const good = await signedBy(encoder.encode(text));
        expect(await bothVerify({ ...good, signingInput: text }, pair.publicJwk)).toEqual([true, true]);
        expect(await bothVerify({ ...good, signingInput: `${text}a` }, pair.publicJwk)).toEqual([
          false,
          false,
        ]);
      }),
      { numRuns: 40 },
    );
    const long = 'x'.repeat(200_000);
    const good = await signedBy(encoder.encode(long));
    expect(await bothVerify({ ...good, signingInput: long }, pair.publicJwk)).toEqual([true, true]);
  });

  it('decode the same base64url, and refuse the same texts', () => {
    const bytesOf = ({ decodeBase64url }: Floor, text: string) => {
      try {
        return [...decodeBase64url(text)];
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    const noise = fc.string({ unit: fc.constantFrom(...'AQgw_-+/= \n\té\u{1f600}Zz09.'), maxLength: 12 });
    const canonical = fc
      .uint8Array({ maxLength: 300 })
      .map((bytes) => Buffer.from(bytes).toString('base64url'));
    const ascii = fc.string({ maxLength: 300 }).map((text) => Buffer.from(text).toString('base64url'));
    const nearly = fc
      .tuple(fc.oneof(canonical, ascii), fc.nat(), noise)
      .map(([text, at, some]) => text.slice(0, at % (text.length + 1)) + some);
    let decoded = 0;
    fc.assert(
      fc.property(fc.oneof(noise, canonical, ascii, nearly), (text) => {
        const expected = bytesOf(portable, text);
        expect(bytesOf(node, text)).toEqual(expected);
        const plain = nodeCrypto.decodeAscii(text);
        if (plain === undefined) return;
        decoded += 1;
        expect([...encoder.encode(plain)]).toEqual(expected);
        expect(Math.max(0, ...encoder.encode(plain))).toBeLessThan(0x80);
      }),
      { numRuns: 3_000 },
    );
    expect(decoded).toBeGreaterThan(300);
    expect(nodeCrypto.decodeAscii('A'.repeat(1_000_000))).toBeUndefined();
  });

  it('inflate what is a whole zlib stream of the size, and nothing else', async () => {
    const plain = new Uint8Array(5_000).fill(7);
    const stream = new Blob([plain]).stream().pipeThrough(new CompressionStream('deflate'));
    const packed = new Uint8Array(await new Response(stream).arrayBuffer());
    expect(new Uint8Array(nodeCrypto.inflate(packed, 5_000) ?? [])).toEqual(plain);
    expect(nodeCrypto.inflate(packed, 4_999)).toBeUndefined();
    expect(nodeCrypto.inflate(packed.subarray(0, -1), 5_000)).toBeUndefined();
    expect(nodeCrypto.inflate(new Uint8Array([...packed, 0]), 5_000)).toBeUndefined();
    expect(nodeCrypto.inflate(new Uint8Array([1, 2, 3]), 5_000)).toBeUndefined();
  });
});

describe('installing a platform’s functions', () => {
  it('takes those that give right answers', async () => {
    await expect(floor(nodeCrypto)).resolves.toBeDefined();
  });

  it.each<[string, Partial<PlatformCrypto>]>([
    ['a digest that is wrong', { sha256Base64url: () => 'A'.repeat(43) }],
    [
      'base64url with bits left over',
      { decodeBase64url: (text) => Uint8Array.from(Buffer.from(text, 'base64url')) },
    ],
    [
      'bytes that are no ASCII as text',
      { decodeAscii: (text) => Buffer.from(text, 'base64url').toString('latin1') },
    ],
    ['a verification that takes everything', { verifyEs256: () => true }],
    ['a verification that takes nothing', { verifyEs256: () => false }],
  ])('refuses %s: internal', async (_name, wrong) => {
    await expect(floor({ ...nodeCrypto, ...wrong })).rejects.toMatchObject({ code: 'internal' });
  });
});

describe('signing with Node’s own functions', () => {
  it.each(['ES256', 'Ed25519'] as const)('%s verifies as what the portable signer signs', async (alg) => {
    const { publicJwk, privateJwk } = await generateKeyPair(alg);
    const { decodeJws, verifySignature } = await import('../protocol/jws/index.ts');
    const header = { kid: await jwkThumbprint(publicJwk) };
    for (const signer of [nodeSigner(privateJwk, header), localSigner(privateJwk, header)]) {
      const compact = await signJws({ typ: 'act-command+jwt', payload: { a: 1 }, signer });
      const decoded = decodeJws(compact, { typ: 'act-command+jwt' });
      expect(await verifySignature(decoded, publicJwk)).toBe(true);
    }
  });
});
