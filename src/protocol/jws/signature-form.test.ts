import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSmallOrder } from '../digest/index.ts';
import cases from './signature-form.cases.json' with { type: 'json' };
import { hasSignatureForm } from './signature-form.ts';
import type { Algorithm } from './types.ts';

const P256_ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const ED25519_ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

const bytesOf = (number: bigint) =>
  Uint8Array.from(Buffer.from(number.toString(16).padStart(64, '0'), 'hex'));

describe('hasSignatureForm (J8)', () => {
  it.each(cases.tests)('$tcId $alg $result: $comment', (test) => {
    const signature = Uint8Array.from(Buffer.from(test.input, 'hex'));
    expect(hasSignatureForm(test.alg as Algorithm, signature)).toBe(test.result === 'valid');
  });

  it('has both results for both algorithms', () => {
    const kinds = cases.tests.map((test) => `${test.alg} ${test.result}`);
    expect(new Set(kinds).size).toBe(4);
  });

  it('agrees with the numbers that the bytes are, also close to the orders', () => {
    const near = (number: bigint) => fc.bigInt(-3n, 3n).map((more) => number + more);
    const scalar = fc.oneof(fc.bigInt(0n, 2n ** 256n - 1n), near(P256_ORDER), near(ED25519_ORDER), near(3n));
    fc.assert(
      fc.property(scalar, scalar, (left, right) => {
        const first = bytesOf(left);
        const second = bytesOf(right);
        const es256 = Uint8Array.from([...first, ...second]);
        const inRange = [left, right].every((number) => number >= 1n && number < P256_ORDER);
        expect(hasSignatureForm('ES256', es256)).toBe(inRange);
        const ed25519 = Uint8Array.from([...first, ...second.toReversed()]);
        expect(hasSignatureForm('Ed25519', ed25519)).toBe(right < ED25519_ORDER && !isSmallOrder(first));
      }),
      { numRuns: 2_000 },
    );
  });
});
