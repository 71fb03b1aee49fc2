import { describe, expect, test } from 'vitest';
import { readIssuerConfig } from './config.ts';

const WHOLE = {
  OPENACT_DATABASE: 'issuer.db',
  OPENACT_KEYS: 'keys',
  OPENACT_TRUST_URL: 'https://trust.example/trust-list',
  OPENACT_TRUST_KEY: 'trust.pub.json',
  OPENACT_ISSUER_ID: 'did:act:bank.example/iac',
  OPENACT_PSP_ID: 'did:act:bank.example/psp',
};

describe('what the account side reads of its environment', () => {
  test('full autonomy is refused unless it is granted in so many words (OA-AUT)', () => {
    expect(readIssuerConfig(WHOLE).fullAutonomy).toBe(false);
    expect(readIssuerConfig({ ...WHOLE, OPENACT_FULL_AUTONOMY: 'granted' }).fullAutonomy).toBe(true);
    for (const text of ['', '1', 'true', 'Granted']) {
      expect(() => readIssuerConfig({ ...WHOLE, OPENACT_FULL_AUTONOMY: text })).toThrow(
        `OPENACT_FULL_AUTONOMY is “${text}”; it can only be “granted”.`,
      );
    }
  });

  test.each(Object.keys(WHOLE).filter((name) => name !== 'OPENACT_PSP_ID'))('%s has to be set', (name) => {
    expect(() => readIssuerConfig({ ...WHOLE, [name]: '' })).toThrow(`${name} is not set.`);
    expect(readIssuerConfig(WHOLE).psps).toEqual(['did:act:bank.example/psp']);
  });
});
