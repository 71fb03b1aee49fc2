import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ActError } from '../errors/index.ts';
import {
  decodeBase64url,
  encodeBase64url,
  isSmallOrder,
  jwkThumbprint,
  type PublicJwk,
  publicJwkFrom,
} from './index.ts';

/** RFC 9449 4.2. */
const ec: PublicJwk = {
  kty: 'EC',
  crv: 'P-256',
  x: 'l8tFrhx-34tV3hRICRDY9zCkDlpBhF42UQUfWVAWBFs',
  y: '9VE4jf_Ok_o64zbTTlcuNJajHmt6v9TDVrU0CdvGRDA',
};
/** RFC 8037 A.2. */
const okp: PublicJwk = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };

async function codeOf(run: () => unknown): Promise<string> {
  try {
    await run();
  } catch (error) {
    if (error instanceof ActError) return error.code;
    throw error;
  }
  return 'accepted';
}

function littleEndian(value: bigint): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, index) => Number((value >> BigInt(8 * index)) & 255n));
}

describe('jwkThumbprint', () => {
  it('RFC 9449 6.1: P-256', async () => {
    expect(await jwkThumbprint(ec)).toBe('0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I');
  });

  it('RFC 8037 A.3: Ed25519', async () => {
    expect(await jwkThumbprint(okp)).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
  });

  it('does not count members that are not part of the key, and leaves them out', async () => {
    const dressed = { ...okp, kid: 'k', use: 'sig', alg: 'Ed25519', d: 'secret' };
    expect(await jwkThumbprint(dressed)).toBe(await jwkThumbprint(okp));
    expect(publicJwkFrom(dressed)).toEqual(okp);
    expect(publicJwkFrom({ ...ec, d: 'secret' })).toEqual(ec);
  });

  it.each([
    ['no object', 'key'],
    ['null', null],
    ['RSA', { kty: 'RSA', n: 'AQAB', e: 'AQAB' }],
    ['a symmetric key (J2)', { kty: 'oct', k: 'AAAA' }],
    ['another curve', { ...ec, crv: 'P-384' }],
    ['the kty of the other curve', { ...ec, kty: 'OKP' }],
    ['Ed448', { ...okp, crv: 'Ed448' }],
    ['X25519', { ...okp, crv: 'X25519' }],
    ['no y', { kty: 'EC', crv: 'P-256', x: ec.x }],
    ['a short coordinate', { ...ec, x: 'AAAA' }],
    ['a coordinate with padding', { ...ec, x: `${ec.x}=` }],
    ['a coordinate with left-over bits', { ...okp, x: `${okp.x.slice(0, -1)}p` }],
    ['a coordinate that is no text', { ...okp, x: 5 }],
    ['a key of small order', { ...okp, x: encodeBase64url(littleEndian(1n)) }],
  ])('refuses %s', async (_, jwk) => {
    expect(await codeOf(() => jwkThumbprint(okp))).toBe('accepted');
    expect(await codeOf(() => jwkThumbprint(jwk as PublicJwk))).toBe('schema_mismatch');
  });
});

describe('isSmallOrder', () => {
  const prime = 2n ** 255n - 19n;
  const mod = (value: bigint) => ((value % prime) + prime) % prime;
  const inverse = (value: bigint): bigint => {
    let result = 1n;
    let square = mod(value);
    for (let rest = prime - 2n; rest > 0n; rest >>= 1n) {
      if (rest & 1n) result = mod(result * square);
      square = mod(square * square);
    }
    return result;
  };
  const d = mod(-121665n * inverse(121666n));

  /** RFC 8032 5.1.4: y of the double of any point with this y, from the curve equation alone. */
  function doubled(y: bigint): bigint {
    const yy = y * y;
    const xx = mod((yy - 1n) * inverse(d * yy + 1n));
    return mod((yy + xx) * inverse(1n - d * xx * yy));
  }

  const isTorsion = (y: bigint) => doubled(doubled(doubled(y))) === 1n;
  const known = [
    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  ].map((hex) => BigInt(`0x${Buffer.from(hex, 'hex').reverse().toString('hex')}`));

  it('knows every y whose point times 8 is the neutral element, with either sign', () => {
    const torsion = [0n, 1n, prime - 1n, ...known];
    expect(torsion.every(isTorsion)).toBe(true);
    for (const y of [...torsion, prime, prime + 1n]) {
      expect(isSmallOrder(littleEndian(y))).toBe(true);
      expect(isSmallOrder(littleEndian(y + 2n ** 255n))).toBe(true);
    }
  });

  it('leaves other points alone', () => {
    const base = mod(4n * inverse(5n));
    expect(isTorsion(base)).toBe(false);
    expect([base, 2n, prime - 2n].some((y) => isSmallOrder(littleEndian(y)))).toBe(false);
    expect(isSmallOrder(new Uint8Array(31))).toBe(false);
  });
});

describe('coordinates of a key', () => {
  it('are the texts that decode to 32 bytes, and no others', async () => {
    const decodes = (text: string) => {
      try {
        return decodeBase64url(text).length === 32;
      } catch {
        return false;
      }
    };
    const any = fc.string({ unit: fc.constantFrom(...'AEIQgBhz089_-+/= é\n'), minLength: 42, maxLength: 44 });
    const right = fc.uint8Array({ minLength: 31, maxLength: 33 }).map((bytes) => encodeBase64url(bytes));
    const last = fc.constantFrom(...'ABCDEFghijklmnopqrstuvwxyz0123456789-_=\n', '');
    const changed = fc.tuple(right, last).map(([text, end]) => text.slice(0, -1) + end);
    await fc.assert(
      fc.asyncProperty(fc.oneof(any, right, changed), async (text) => {
        const code = await codeOf(() => publicJwkFrom({ ...ec, x: text }));
        expect(code).toBe(decodes(text) ? 'accepted' : 'schema_mismatch');
      }),
      { numRuns: 2_000 },
    );
  });
});
