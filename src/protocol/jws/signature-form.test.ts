import { describe, expect, it } from 'vitest';
import cases from './signature-form.cases.json' with { type: 'json' };
import { hasSignatureForm } from './signature-form.ts';
import type { Algorithm } from './types.ts';

describe('hasSignatureForm (J8)', () => {
  it.each(cases.tests)('$tcId $alg $result: $comment', (test) => {
    const signature = Uint8Array.from(Buffer.from(test.input, 'hex'));
    expect(hasSignatureForm(test.alg as Algorithm, signature)).toBe(test.result === 'valid');
  });

  it('has both results for both algorithms', () => {
    const kinds = cases.tests.map((test) => `${test.alg} ${test.result}`);
    expect(new Set(kinds).size).toBe(4);
  });
});
