import { beforeAll, describe, expect, it } from 'vitest';
import { jwkThumbprint } from '../digest/index.ts';
import { ActError } from '../errors/index.ts';
import { generateKeyPair, type JwkPair, localSigner, signJws, verifyMessageSignature } from '../jws/index.ts';
import { readKept, readMessage, signMessage, TYP } from './index.ts';

const CLAIMS = {
  iss: 'did:act:assistant.example/agent-007',
  aud: 'did:act:bank.example/psp',
  jti: 'cmd-1',
  iat: 1_795_000_000,
  action: 'payment.query',
  target: 'order-1',
} as const;

let pair: JwkPair;
let other: JwkPair;
let compact: string;

beforeAll(async () => {
  [pair, other] = [await generateKeyPair('ES256'), await generateKeyPair('ES256')];
  const signer = localSigner(pair.privateJwk, { kid: await jwkThumbprint(pair.publicJwk) });
  compact = await signMessage('command', CLAIMS, signer);
});

describe('a trust list', () => {
  it('may be longer than any other message', async () => {
    const entry = {
      entity: 'did:act:bank.example/psp',
      role: 'PSP',
      anchors: ['A'.repeat(1_600)] as [string],
      status: 'ACTIVE',
      history: [{ status: 'ACTIVE', from: '2026-01-01T00:00:00Z' }] as const,
    } as const;
    const entries = Array.from({ length: 12 }, (_, at) => ({
      ...entry,
      entity: `did:act:bank${at}.example/psp`,
    }));
    const list = {
      ...{ iss: 'did:act:trust.example/list', iat: 1_795_000_000, exp: 1_795_086_400, sequence: 1 },
      ...{ issued_at: '2026-11-18T11:06:40Z', next_update: '2026-11-19T11:06:40Z', entries },
    };
    const signer = localSigner(pair.privateJwk, { kid: await jwkThumbprint(pair.publicJwk) });
    const signed = await signMessage('trustList', list as never, signer);
    expect(signed.length).toBeGreaterThan(16_384);
    expect(readMessage('trustList', signed).claims.entries).toHaveLength(12);
    const jti = 'cmd-1'.padEnd(200, '1');
    const long = { ...CLAIMS, params: { digest: jti.repeat(100) } };
    await expect(signMessage('command', long as never, signer)).rejects.toMatchObject({
      code: 'jws_too_large',
    });
  });
});

describe('a message that was just signed', () => {
  it('is read before it leaves: what a key service has answered wrongly is not given out', async () => {
    const kid = await jwkThumbprint(pair.publicJwk);
    const { alg, header, sign } = localSigner(pair.privateJwk, { kid });
    const cut = { alg, header, sign: async (input: Uint8Array) => (await sign(input)).slice(1) };
    await expect(signMessage('command', CLAIMS, cut)).rejects.toMatchObject({
      code: 'jws_signature_invalid',
    });
    await expect(signMessage('command', CLAIMS, { alg, header, sign })).resolves.toMatch(/^ey/);
  });
});

describe('a message that is read again', () => {
  it('says the same, and nobody can have changed it', () => {
    const { claims } = readMessage('command', compact);
    expect(() => Object.assign(claims, { target: 'order-2' })).toThrow(TypeError);
    expect(readMessage('command', compact).claims).toEqual(CLAIMS);
  });

  it('is not read as another kind', () => {
    expect(readMessage('command', compact).kind).toBe('command');
    expect(() => readMessage('quote', compact)).toThrow(
      expect.objectContaining({ code: 'jws_typ_mismatch' }),
    );
  });

  it('verifies with its key again, and never with another one', async () => {
    const { decoded } = readMessage('command', compact);
    expect(await verifyMessageSignature(decoded, pair.publicJwk)).toBe(true);
    expect(await verifyMessageSignature(decoded, pair.publicJwk)).toBe(true);
    expect(await verifyMessageSignature(decoded, other.publicJwk)).toBe(false);
    expect(await verifyMessageSignature(decoded, pair.publicJwk)).toBe(true);
  });
});

describe('a message that was kept', () => {
  const kept = async (payload: object) => {
    const signer = localSigner(pair.privateJwk, { kid: await jwkThumbprint(pair.publicJwk) });
    return signJws({ typ: TYP.command, payload: payload as never, signer });
  };

  it('is read in the form that it was taken in, and as its own kind only', async () => {
    expect(readKept('command', compact)).toEqual(CLAIMS);
    const older = await kept({ ...CLAIMS, target: 'order \u200d 1' });
    expect(() => readMessage('command', older)).toThrow(expect.objectContaining({ code: 'schema_mismatch' }));
    expect(readKept('command', older)).toMatchObject({ target: 'order \u200d 1' });
    expect(() => readKept('quote', older)).toThrow(expect.objectContaining({ code: 'jws_typ_mismatch' }));
    expect(() => readKept('command', older.slice(1))).toThrow(ActError);
    expect(() => readMessage('command', older)).toThrow(expect.objectContaining({ code: 'schema_mismatch' }));
  });
});
