import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { decodeCertificate } from './certificate.ts';
import { forgeChain, integer, sequence } from './testing/forge.ts';
import { thumbprintOf, twinOf } from './thumbprint.ts';

const N = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

function integerOf(value: bigint) {
  const hex = value.toString(16);
  const bytes = (hex.length % 2 === 0 ? hex : `0${hex}`).match(/../g) ?? [];
  const content = bytes.map((byte) => Number.parseInt(byte, 16));
  return integer(...((content[0] ?? 0) >= 0x80 ? [0, ...content] : content));
}

async function withScalar(s: bigint): Promise<string> {
  const chain = await forgeChain({ leaf: { signature: () => sequence(integer(7), integerOf(s)) } });
  const [text = ''] = chain.x5c;
  return text;
}

/** Scalars of every shape: one byte, a sign byte, an odd number of digits, the top byte on either side of 0x80. */
test.each([1n, 0x7fn, 0x80n, 0x100n, 0x80n << 240n, 0x7fn << 248n, (0x80n << 248n) + 5n, N >> 1n, N - 1n])(
  'the twin of s = %s is written canonically, and its twin is the original',
  async (s) => {
    const original = decodeCertificate(await withScalar(s), 0);
    const expected = decodeCertificate(await withScalar(N - s), 0);
    const twin = twinOf(original);
    const back = twinOf(expected);
    // The forged part that is signed is the same each time, so the certificates differ in the signature alone.
    expect(twin).toStrictEqual(expected.der);
    expect(back).toStrictEqual(original.der);
  },
);

test('an Ed25519 signature has no twin', async () => {
  const keys = await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify']);
  if (!('privateKey' in keys)) throw new Error('no key pair');
  const { x5c } = await forgeChain({ root: { keys } });
  const [text = ''] = x5c;
  expect(twinOf(decodeCertificate(text, 0))).toBeUndefined();
});

test('a thumbprint is the base64url SHA-256 of the DER', async () => {
  const { x5c } = await forgeChain();
  const [text = ''] = x5c;
  const expected = createHash('sha256').update(text, 'base64').digest('base64url');
  expect(await thumbprintOf(decodeCertificate(text, 0).der)).toBe(expected);
});
