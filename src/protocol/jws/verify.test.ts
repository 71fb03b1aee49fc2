import { compactVerify, importJWK } from 'jose';
import { describe, expect, it, vi } from 'vitest';
import { encodeBase64url, type PublicJwk } from '../digest/index.ts';
import { ActError } from '../errors/index.ts';
import {
  type Algorithm,
  decodeJws,
  generateKeyPair,
  localSigner,
  signJws,
  verifySignature,
} from './index.ts';

const KID = 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k';
const P256_ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const ED25519_ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

const bytesOf = (text: string) => new TextEncoder().encode(text);
const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const fromHex = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
const ALGORITHMS = ['ES256', 'Ed25519'] as const;

/** RFC 7515 A.3. */
const rfc7515 = {
  compact:
    'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q',
  key: {
    kty: 'EC',
    crv: 'P-256',
    x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
    y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
  } as const,
};

/** RFC 8037 A.1, A.2 and A.4. */
const rfc8037 = {
  compact:
    'eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg',
  key: { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' } as const,
  d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
};

/** The parts of a token that `decodeJws` would not take, under the algorithm that is asked for. */
function signedOf(compact: string, alg: Algorithm) {
  const cut = compact.lastIndexOf('.');
  return {
    header: { alg },
    signingInput: bytesOf(compact.slice(0, cut)),
    signature: Uint8Array.from(Buffer.from(compact.slice(cut + 1), 'base64url')),
  };
}

async function honest(alg: Algorithm) {
  const { publicJwk, privateJwk } = await generateKeyPair(alg);
  const signer = localSigner(privateJwk, { kid: KID });
  const compact = await signJws({ typ: 'act-test+jwt', payload: { jti: 'm-1' }, signer });
  return { publicJwk, privateJwk, compact, decoded: decodeJws(compact, { typ: 'act-test+jwt' }) };
}

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof ActError) return error.code;
    throw error;
  }
  return 'accepted';
}

describe('verifySignature, vectors of the RFCs', () => {
  it('RFC 7515 A.3 verifies, and not with another key or message', async () => {
    const signed = signedOf(rfc7515.compact, 'ES256');
    expect(await verifySignature(signed, rfc7515.key)).toBe(true);
    expect(await verifySignature({ ...signed, signingInput: bytesOf('e30.e30') }, rfc7515.key)).toBe(false);
    const { publicJwk } = await generateKeyPair('ES256');
    expect(await verifySignature(signed, publicJwk)).toBe(false);
    expect(await verifySignature(signed, rfc7515.key)).toBe(true);
  });

  it('RFC 8037 A.4 verifies as Ed25519; under its own name EdDSA the profile refuses it', async () => {
    const signed = signedOf(rfc8037.compact, 'Ed25519');
    expect(await verifySignature(signed, rfc8037.key)).toBe(true);
    expect(await verifySignature({ ...signed, signingInput: bytesOf('e30.e30') }, rfc8037.key)).toBe(false);
    const [header = '', , signature = ''] = rfc8037.compact.split('.');
    expect(Buffer.from(header, 'base64url').toString()).toBe('{"alg":"EdDSA"}');
    expect(codeOf(() => decodeJws(`${header}.e30.${signature}`, { typ: 'JWT' }))).toBe('jws_alg_not_allowed');
  });

  it('RFC 8037 A.4 is signed again, bit by bit', async () => {
    const signer = localSigner({ ...rfc8037.key, d: rfc8037.d }, { kid: KID });
    const signed = signedOf(rfc8037.compact, 'Ed25519');
    expect(hexOf(await signer.sign(signed.signingInput))).toBe(hexOf(signed.signature));
  });
});

describe.each(ALGORITHMS)('verifySignature, %s', (alg) => {
  it('takes an honest message and refuses it with any bit of it changed', async () => {
    const { decoded, publicJwk } = await honest(alg);
    expect(await verifySignature(decoded, publicJwk)).toBe(true);
    for (let bit = 0; bit < 8 * decoded.signature.length; bit += 7) {
      const signature = decoded.signature.map((byte, index) =>
        index === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte,
      );
      expect(await verifySignature({ ...decoded, signature }, publicJwk)).toBe(false);
    }
    for (let index = 0; index < decoded.signingInput.length; index += 5) {
      const signingInput = bytesOf(decoded.signingInput).map((byte, at) => (at === index ? byte ^ 1 : byte));
      expect(await verifySignature({ ...decoded, signingInput }, publicJwk)).toBe(false);
    }
    expect(await verifySignature(decoded, publicJwk)).toBe(true);
  });

  it('agrees with jose on an honest message', async () => {
    const { compact, publicJwk } = await honest(alg);
    const key = await importJWK({ ...publicJwk }, alg);
    const { payload } = await compactVerify(compact, key, { algorithms: [alg] });
    expect(new TextDecoder().decode(payload)).toBe('{"jti":"m-1"}');
  });

  it('refuses the key of the other algorithm, and no key at all', async () => {
    const { decoded, publicJwk } = await honest(alg);
    const other = await generateKeyPair(alg === 'ES256' ? 'Ed25519' : 'ES256');
    expect(await verifySignature(decoded, publicJwk)).toBe(true);
    expect(await verifySignature(decoded, other.publicJwk)).toBe(false);
    expect(await verifySignature(decoded, undefined as unknown as PublicJwk)).toBe(false);
    expect(await verifySignature(decoded, { ...publicJwk, crv: 'P-384' } as unknown as PublicJwk)).toBe(
      false,
    );
  });

  it('refuses a truncated and a lengthened signature', async () => {
    const { decoded, publicJwk } = await honest(alg);
    const { signature } = decoded;
    expect(await verifySignature(decoded, publicJwk)).toBe(true);
    expect(await verifySignature({ ...decoded, signature: signature.slice(0, 63) }, publicJwk)).toBe(false);
    const longer = Uint8Array.from([...signature, 0]);
    expect(await verifySignature({ ...decoded, signature: longer }, publicJwk)).toBe(false);
  });

  it('does not leave the form of a signature to the platform', async () => {
    const { decoded, publicJwk } = await honest(alg);
    const lax = vi.spyOn(crypto.subtle, 'verify').mockResolvedValue(true);
    try {
      expect(await verifySignature(decoded, publicJwk)).toBe(true);
      for (const signature of [new Uint8Array(64), new Uint8Array(64).fill(0xff), new Uint8Array(0)]) {
        expect(await verifySignature({ ...decoded, signature }, publicJwk)).toBe(false);
      }
    } finally {
      lax.mockRestore();
    }
  });

  it('judges by the key it is given, however often keys alternate', async () => {
    const [first, second] = [await honest(alg), await honest(alg)];
    for (const { decoded, publicJwk } of [first, second, first, second]) {
      expect(await verifySignature(decoded, publicJwk)).toBe(true);
    }
    expect(await verifySignature(first.decoded, second.publicJwk)).toBe(false);
    expect(await verifySignature(second.decoded, first.publicJwk)).toBe(false);
  });
});

describe('ES256 edge cases', () => {
  const twinOf = (signature: Uint8Array) => {
    const s = BigInt(`0x${hexOf(signature.slice(32))}`);
    return fromHex(hexOf(signature.slice(0, 32)) + (P256_ORDER - s).toString(16).padStart(64, '0'));
  };

  it('J9: the (r, n−s) twin of a message verifies, so replay is never keyed on token bytes', async () => {
    const { compact, decoded, publicJwk } = await honest('ES256');
    const signature = twinOf(decoded.signature);
    const cut = compact.lastIndexOf('.');
    const twin = decodeJws(`${compact.slice(0, cut)}.${encodeBase64url(signature)}`, { typ: 'act-test+jwt' });
    expect(twin.compact).not.toBe(compact);
    expect(twin.payload).toEqual(decoded.payload);
    expect(await verifySignature(twin, publicJwk)).toBe(true);
    expect(hexOf(twinOf(signature))).toBe(hexOf(decoded.signature));
  });

  it('refuses the same r and s in DER (J8)', async () => {
    const { compact, decoded, publicJwk } = await honest('ES256');
    const integer = (half: Uint8Array) => {
      const trimmed = hexOf(half).replace(/^(00)+/, '');
      const positive = Number.parseInt(trimmed.slice(0, 2), 16) >= 0x80 ? `00${trimmed}` : trimmed;
      return `02${(positive.length / 2).toString(16).padStart(2, '0')}${positive}`;
    };
    const body = integer(decoded.signature.slice(0, 32)) + integer(decoded.signature.slice(32));
    const der = fromHex(`30${(body.length / 2).toString(16).padStart(2, '0')}${body}`);
    expect(await verifySignature(decoded, publicJwk)).toBe(true);
    expect(await verifySignature({ ...decoded, signature: der }, publicJwk)).toBe(false);
    const token = `${compact.slice(0, compact.lastIndexOf('.'))}.${encodeBase64url(der)}`;
    expect(codeOf(() => decodeJws(token, { typ: 'act-test+jwt' }))).toBe('jws_signature_invalid');
  });

  it('refuses s + n, where it fits into 32 bytes', async () => {
    const { decoded, publicJwk } = await honest('ES256');
    const large = fromHex(hexOf(decoded.signature.slice(0, 32)) + P256_ORDER.toString(16));
    expect(await verifySignature({ ...decoded, signature: large }, publicJwk)).toBe(false);
    expect(await verifySignature(decoded, publicJwk)).toBe(true);
  });

  it('refuses a key that is no point of the curve', async () => {
    const { decoded, publicJwk } = await honest('ES256');
    const off = { ...publicJwk, y: encodeBase64url(new Uint8Array(32).fill(1)) } as PublicJwk;
    expect(await verifySignature(decoded, off)).toBe(false);
    expect(await verifySignature(decoded, publicJwk)).toBe(true);
  });
});

describe('Ed25519 edge cases', () => {
  const littleEndian = (value: bigint) => fromHex(value.toString(16).padStart(64, '0')).reverse();

  it('refuses S + L, which is the same signature modulo L', async () => {
    const { compact, decoded, publicJwk } = await honest('Ed25519');
    const s = BigInt(`0x${hexOf(decoded.signature.slice(32).reverse())}`);
    const signature = Uint8Array.from([
      ...decoded.signature.slice(0, 32),
      ...littleEndian(s + ED25519_ORDER),
    ]);
    expect(await verifySignature(decoded, publicJwk)).toBe(true);
    expect(await verifySignature({ ...decoded, signature }, publicJwk)).toBe(false);
    const token = `${compact.slice(0, compact.lastIndexOf('.'))}.${encodeBase64url(signature)}`;
    expect(codeOf(() => decodeJws(token, { typ: 'act-test+jwt' }))).toBe('jws_signature_invalid');
  });

  it('refuses keys of small order, with which R = A, S = 0 would verify for many messages', async () => {
    const { decoded, publicJwk } = await honest('Ed25519');
    for (const y of [0n, 1n, 2n ** 255n - 20n, 2n ** 255n - 19n, 2n ** 255n - 18n]) {
      const x = littleEndian(y);
      const signature = Uint8Array.from([...littleEndian(1n), ...new Uint8Array(32)]);
      const key: PublicJwk = { kty: 'OKP', crv: 'Ed25519', x: encodeBase64url(x) };
      expect(await verifySignature({ ...decoded, signature }, key)).toBe(false);
      expect(await verifySignature(decoded, key)).toBe(false);
    }
    expect(await verifySignature(decoded, publicJwk)).toBe(true);
  });
});
