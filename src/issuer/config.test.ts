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

  test('prefixes of payer codes are read, and none may have two owners (OA-ICN-17)', () => {
    const OPENACT_PARTNERS = 'did:act:pay.example/psp=25-27,62 did:act:third.example/psp=28-30';
    const read = (own: string, partners = OPENACT_PARTNERS) =>
      readIssuerConfig({ ...WHOLE, OPENACT_PARTNERS: partners, OPENACT_PAYER_CODES: own });
    expect(read('10-12,6212')).toMatchObject({
      payerCodePrefixes: ['10', '11', '12', '6212'],
      partners: [
        { pspId: 'did:act:pay.example/psp', payerCodePrefixes: ['25', '26', '27', '62'] },
        { pspId: 'did:act:third.example/psp', payerCodePrefixes: ['28', '29', '30'] },
      ],
    });
    expect(read('', 'did:act:pay.example/psp').partners).toEqual([{ pspId: 'did:act:pay.example/psp' }]);
    expect(() => read('27')).toThrow('begin with 27 belong to');
    expect(() => read('', OPENACT_PARTNERS.replace('28-30', '27-30'))).toThrow('begin with 27 belong to');
    expect(() => read('1a')).toThrow('OPENACT_PAYER_CODES has prefixes that are none: 1a');
    expect(() => read('30-25')).toThrow('OPENACT_PAYER_CODES has prefixes that are none: 30-25');
  });

  test.each([
    ['x', 'what is no partner: x'],
    ['=25', 'what is no partner: =25'],
    ['did:act:pay.example/psp=25=30', 'what is no partner'],
    ['did:act:pay.example/psp did:act:pay.example/psp=25', 'twice: did:act:pay.example/psp'],
    ['did:act:bank.example/psp=25', 'this service or one twice'],
  ])('a partner is another payment service, once: %s (OA-ICN-01)', (text, message) => {
    const read = (partners: string) => readIssuerConfig({ ...WHOLE, OPENACT_PARTNERS: partners });
    expect(() => read(text)).toThrow(
      `OPENACT_PARTNERS has ${message.replace(/^(twice)/, 'this service or one $1')}`,
    );
    expect(read('did:act:pay.example/psp=25').partners).toHaveLength(1);
  });

  test.each(['OPENACT_ISSUER_ID', 'OPENACT_PSP_ID', 'OPENACT_PSPS'])('%s names somebody', (name) => {
    for (const text of ['bank', 'did:act:bank.example', 'https://bank.example']) {
      expect(() => readIssuerConfig({ ...WHOLE, [name]: text })).toThrow(`${name} is no identifier`);
    }
    expect(() => readIssuerConfig({ ...WHOLE, [name]: 'did:act:bank.example/other' })).not.toThrow();
  });

  test('an empty host is not every address of the machine', () => {
    expect(() => readIssuerConfig({ ...WHOLE, OPENACT_HOST: '' })).toThrow('OPENACT_HOST is no host');
    expect(readIssuerConfig({ ...WHOLE, OPENACT_HOST: '::1' })).toMatchObject({
      host: '::1',
      baseUrl: 'http://[::1]:8411',
    });
  });

  test.each(['OPENACT_BASE_URL', 'OPENACT_TRUST_URL'])('%s is an address', (name) => {
    for (const text of ['x', 'ftp://bank.example', 'did:act:bank.example/iac']) {
      expect(() => readIssuerConfig({ ...WHOLE, [name]: text })).toThrow(`${name} is not an address`);
    }
    expect(() => readIssuerConfig({ ...WHOLE, [name]: 'https://bank.example' })).not.toThrow();
    expect(readIssuerConfig({ ...WHOLE, OPENACT_HOST: '::1' }).baseUrl).toMatch(/^http:\/\/\[::1\]:/);
  });

  test('its own address is taken as it is signed and listed, or not at all', () => {
    const read = (OPENACT_BASE_URL: string) => readIssuerConfig({ ...WHOLE, OPENACT_BASE_URL }).baseUrl;
    expect(read('https://pay.example/act/bank')).toBe('https://pay.example/act/bank');
    for (const text of [
      'https://pay.example/',
      'https://Pay.example',
      'https://pay.example:443',
      'https://pay.example?',
    ])
      expect(() => read(text)).toThrow('OPENACT_BASE_URL is not an address like https://rail.example/shop');
  });

  test.each(Object.keys(WHOLE).filter((name) => name !== 'OPENACT_PSP_ID'))('%s has to be set', (name) => {
    expect(() => readIssuerConfig({ ...WHOLE, [name]: '' })).toThrow(`${name} is not set.`);
    expect(readIssuerConfig(WHOLE).psps).toEqual(['did:act:bank.example/psp']);
  });
});
