import { describe, expect, test } from 'vitest';
import { decodeCertificate } from './certificate.ts';
import { encodeElement, TAG } from './der.ts';
import { createRoot, EKU, issueCa, issueLeaf, validatePath } from './index.ts';
import { refusalOf } from './testing/expectations.ts';
import {
  AT,
  DAY_SECONDS,
  ed25519Keys,
  forgeChain,
  keysAt,
  oid,
  p256Keys,
  SUBJECT_URI,
  sequence,
} from './testing/forge.ts';

const serial = (fill: number) => new Uint8Array(16).fill(fill);
const publicJwk = async (keys: CryptoKeyPair) => crypto.subtle.exportKey('jwk', keys.publicKey);
const window = { notBefore: AT - DAY_SECONDS, notAfter: AT + DAY_SECONDS };

async function rootOf(keys: CryptoKeyPair, name = 'OpenACT Test Root') {
  const certificate = await createRoot({ name, days: 30, now: AT - DAY_SECONDS, keys, serial: serial(1) });
  return { certificate, privateKey: keys.privateKey };
}

async function leafUnder(
  issuer: { certificate: string; privateKey: CryptoKey },
  keys: CryptoKeyPair,
  over: object = {},
) {
  return issueLeaf({
    subjectUri: SUBJECT_URI,
    commonName: 'Bank "One", mandates',
    eku: [EKU.mandate, EKU.status],
    publicKey: await publicJwk(keys),
    issuer,
    serial: serial(3),
    ...window,
    ...over,
  });
}

const request = (x5c: readonly string[], anchor: string) => ({
  x5c,
  anchors: [anchor],
  at: AT,
  eku: EKU.mandate,
  subjectUri: SUBJECT_URI,
  revoked: [],
});

describe('what is issued passes', () => {
  test.each([
    ['P-256', p256Keys],
    ['Ed25519', ed25519Keys],
  ])('%s: root, authority, leaf', async (_, generate) => {
    const [rootKeys, caKeys, leafKeys] = [await generate(), await generate(), await generate()];
    const root = await rootOf(rootKeys);
    const ca = {
      certificate: await issueCa({
        name: 'OpenACT Test CA',
        issuer: root,
        publicKey: await publicJwk(caKeys),
        serial: serial(2),
        ...window,
      }),
      privateKey: caKeys.privateKey,
    };
    const direct = await leafUnder(root, leafKeys);
    const below = await leafUnder(ca, leafKeys);
    await expect(validatePath(request([direct], root.certificate))).resolves.toMatchObject({
      chain: [{ subject: 'CN=Bank \\"One\\"\\, mandates', ...window }, { subject: 'CN=OpenACT Test Root' }],
    });
    const path = request([below, ca.certificate], root.certificate);
    await expect(validatePath(path)).resolves.toMatchObject({ chain: { length: 3 } });
    await expect(validatePath({ ...path, eku: EKU.status })).resolves.toBeDefined();
    const { code } = await refusalOf(() => validatePath({ ...path, eku: EKU.receipt }));
    expect(code).toBe('x509_eku_mismatch');
  });

  test('the private members of a JWK stay out', async () => {
    const root = await rootOf(await keysAt(0));
    const publicKey = await crypto.subtle.exportKey('jwk', (await keysAt(1)).privateKey);
    expect(publicKey.d).toBeDefined();
    const leaf = await leafUnder(root, await keysAt(1), { publicKey });
    const { leafJwk } = await validatePath(request([leaf], root.certificate));
    const { kty, crv, x, y } = publicKey;
    expect(leafJwk).toStrictEqual({ kty, crv, x, y });
  });

  test('a serial with the high bit set stays positive', async () => {
    const root = await rootOf(await keysAt(0));
    const leaf = await leafUnder(root, await keysAt(1), { serial: serial(0xff) });
    await expect(validatePath(request([leaf], root.certificate))).resolves.toBeDefined();
  });

  test('a path length of its own', async () => {
    const issuer = await rootOf(await keysAt(0));
    const publicKey = await publicJwk(await keysAt(2));
    const common = { name: 'CA', issuer, publicKey, serial: serial(2), ...window };
    const lengths = [await issueCa(common), await issueCa({ ...common, pathLength: 1 })].map(
      (text) => decodeCertificate(text, 0).extensions.basicConstraints?.pathLength,
    );
    expect(lengths).toStrictEqual([0, 1]);
  });
});

describe('what cannot be issued', () => {
  const issued = async (over: object) => {
    const root = await rootOf(await keysAt(0));
    return leafUnder(root, await keysAt(1), over);
  };

  test.each([
    ['a serial of zero', { serial: serial(0) }, 'x509_malformed'],
    ['a serial of 8 bytes', { serial: new Uint8Array(8).fill(1) }, 'x509_malformed'],
    ['an empty common name', { commonName: '' }, 'x509_malformed'],
    ['a common name of 65 characters', { commonName: 'a'.repeat(65) }, 'x509_malformed'],
    ['dates that are no whole seconds', { notAfter: AT + 0.5 }, 'x509_malformed'],
    ['dates out of range', { notAfter: Number.MAX_SAFE_INTEGER }, 'x509_malformed'],
    ['dates the wrong way round', { notAfter: AT - 2 * DAY_SECONDS }, 'x509_malformed'],
    ['no purpose', { eku: [] }, 'x509_eku_mismatch'],
    ['a purpose of the web', { eku: [EKU.quote, '1.3.6.1.5.5.7.3.1'] }, 'x509_eku_mismatch'],
    ['a purpose that is no identifier', { eku: ['mandate'] }, 'x509_eku_mismatch'],
    ['a URI outside ASCII', { subjectUri: 'did:act:银行.example/x' }, 'x509_malformed'],
    ['an empty URI', { subjectUri: '' }, 'x509_malformed'],
    [
      'a URI with a letter that is cut to ASCII',
      { subjectUri: 'did:act:b\u0161nk.example/x' },
      'x509_name_mismatch',
    ],
    ['a P-384 key', { publicKey: { kty: 'EC', crv: 'P-384', x: 'AA', y: 'AA' } }, 'x509_weak'],
    [
      'a key beside the curve',
      { publicKey: { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' } },
      'x509_malformed',
    ],
    ['a key without members', { publicKey: { kty: 'OKP', crv: 'Ed25519' } }, 'x509_malformed'],
  ] as const)('%s', async (_, over, code) => {
    await expect(issued({})).resolves.toBeTypeOf('string');
    expect((await refusalOf(() => issued(over))).code).toBe(code);
    await expect(issued({})).resolves.toBeTypeOf('string');
  });

  test('a small-order Ed25519 key', async () => {
    const publicKey = { kty: 'OKP', crv: 'Ed25519', x: `AQ${'A'.repeat(41)}` };
    await expect(issued({})).resolves.toBeTypeOf('string');
    expect((await refusalOf(() => issued({ publicKey }))).code).toBe('x509_weak');
  });

  test('with a private key that is not that of the issuer', async () => {
    const root = await rootOf(await keysAt(0));
    const issuer = { ...root, privateKey: (await keysAt(2)).privateKey };
    await expect(issued({})).resolves.toBeTypeOf('string');
    expect((await refusalOf(() => issued({ issuer }))).code).toBe('x509_signature_invalid');
  });

  test('under an issuer that cannot be read', async () => {
    const root = await rootOf(await keysAt(0));
    await expect(issued({ issuer: root })).resolves.toBeTypeOf('string');
    const refusal = await refusalOf(() => issued({ issuer: { ...root, certificate: 'AAAA' } }));
    expect(refusal.code).toBe('x509_malformed');
  });

  test('a root with a P-384 key', async () => {
    const algorithm = { name: 'ECDSA', namedCurve: 'P-384' };
    const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
    await expect(rootOf(await keysAt(0))).resolves.toHaveProperty('certificate');
    expect((await refusalOf(() => rootOf(keys))).code).toBe('x509_weak');
  });

  test.each([
    ['ill-formed UTF-8', TAG.utf8String, [0xff], 'x509_chain_broken'],
    ['a string cut short', 0x1e, [0x01], 'x509_malformed'],
    ['a date', TAG.utcTime, [0x30], 'x509_malformed'],
  ] as const)('under an issuer with %s in its name', async (_, tag, bytes, code) => {
    const { privateKey } = await keysAt(0);
    const named = async (value: Uint8Array) => {
      const subject = sequence(encodeElement(TAG.set, sequence(oid('2.5.4.3'), value)));
      const [certificate = ''] = (await forgeChain({ root: { subject } })).anchors;
      return { certificate, privateKey };
    };
    const good = await named(encodeElement(TAG.utf8String, Uint8Array.of(0x41)));
    const bad = await named(encodeElement(tag, Uint8Array.from(bytes)));
    await expect(issued({ issuer: good })).resolves.toBeTypeOf('string');
    expect((await refusalOf(() => issued({ issuer: bad }))).code).toBe(code);
  });

  test('under a certificate of another maker', async () => {
    const { anchors } = await forgeChain();
    const [certificate = ''] = anchors;
    const leaf = await issued({ issuer: { certificate, privateKey: (await keysAt(0)).privateKey } });
    await expect(validatePath(request([leaf], certificate))).resolves.toMatchObject({ chain: { length: 2 } });
  });
});
