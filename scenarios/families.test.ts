/**
 * ACT names eleven families of errors for payment on access, and what may be done about each. The method specification
 * says by which codes each is told; every one of them comes back in a scenario.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Code, codeEntry, codes, type Retryability } from '../src/protocol/errors/index.ts';
import { SCENARIOS } from './cases/index.ts';
import { reachedCodes } from './codes.ts';

/** What ACT's table advises: sending the same again helps in no family but those of time and of the system. */
const ADVICE: Readonly<Record<string, readonly Retryability[]>> = {
  signature: ['never', 'after_correction'],
  parameters: ['after_correction', 'new_request', 'never'],
  'protocol or method': ['never', 'after_correction'],
  'identity of an agent or seller': ['never', 'after_correction'],
  'limits and assets': ['after_correction', 'later'],
  'authorisation and risk': ['never', 'later', 'new_request'],
  'state of the trade': ['query_first', 'never'],
  refund: ['after_correction'],
  'fulfilment and its receipt': ['later', 'query_first'],
  'proof of payment': ['never', 'after_correction'],
  system: ['query_first', 'later'],
};

/** The rows of section 6, by family. */
function familiesInSpec(): Map<string, readonly string[]> {
  const text = readFileSync(new URL('../spec/methods/openact-balance.md', import.meta.url), 'utf8');
  const [, errors = ''] = text.split(/^## 6 .*$/m);
  const [section = ''] = errors.split(/^## /m);
  const rows = section.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  return new Map(
    rows
      .filter((row) => row[2]?.startsWith('`'))
      .map((row) => [row[1] ?? '', [...(row[2] ?? '').matchAll(/`(\w+)`/g)].map(([, code = '']) => code)]),
  );
}

describe('PSD-PAY-A402-16 the families of errors', () => {
  const families = familiesInSpec();
  const reached = reachedCodes(SCENARIOS);

  test('are the eleven of ACT, each with codes', () => {
    expect([...families.keys()]).toEqual(Object.keys(ADVICE));
    expect(families.size).toBe(11);
    expect([...families.values()].every((one) => one.length > 0)).toBe(true);
  });

  test.each([...families])('%s: every code comes back in a scenario, with its advice', (family, own) => {
    for (const code of own) {
      expect(Object.hasOwn(codes, code), code).toBe(true);
      expect(reached.has(code), code).toBe(true);
      const { retryability, next } = codeEntry(code as Code);
      expect(ADVICE[family], `${code}: ${retryability}`).toContain(retryability);
      expect(next.length, code).toBeGreaterThan(0);
    }
  });

  test('every code of payment on access belongs to a family', () => {
    const named = new Set([...families.values()].flat());
    const own = Object.keys(codes).filter((code) => /^a402_|^payment_proof/.test(code));
    expect(own.filter((code) => !named.has(code))).toEqual([]);
  });
});
