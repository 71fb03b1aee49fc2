import { describe, expect, test } from 'vitest';
import type { ActError } from '../protocol/errors/index.ts';
import { readMerchantConfig } from './config.ts';
import { readMerchantEnvironment } from './environment.ts';
import { testConfig } from './testing/world.ts';

const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

function refusal(value: unknown): string {
  try {
    readMerchantConfig(bytes(value));
    return 'none';
  } catch (error) {
    return (error as ActError).code;
  }
}

describe('the configuration file', () => {
  test('is read, with defaults for what is left out', () => {
    const { coupons: _, confirmation: __, ...file } = testConfig();
    const settings = readMerchantConfig(bytes(file));
    expect(settings).toMatchObject({ quote_lifetime_seconds: 900, coupons: [], blocked_agents: [] });
    expect(settings.confirmation.max_attempts).toBe(40);
  });

  test.each([
    ['an unknown member', { surprise: 1 }, 'schema_mismatch'],
    ['an item twice', { items: [...testConfig().items, ...testConfig().items] }, 'schema_mismatch'],
    ['an item without stock', { items: [{ ...testConfig().items[0], stock: undefined }] }, 'schema_mismatch'],
    ['a third decimal', { items: [{ ...testConfig().items[0], price: '1.001' }] }, 'schema_mismatch'],
    ['an unknown currency', { items: [{ ...testConfig().items[0], currency: 'ZZZ' }] }, 'currency_unknown'],
    ['no way to be paid', { methods: [] }, 'schema_mismatch'],
    ['no payee', { payee: {} }, 'schema_mismatch'],
    ['an address with a slash at its end', { base_url: 'https://rail.example/' }, 'schema_mismatch'],
    ['a host in capitals', { base_url: 'https://Rail.example' }, 'schema_mismatch'],
    [
      'a coupon that is called something that is read from right to left (OA-QUO-12)',
      { coupons: [{ code: 'TEA3', amount: '3.00', currency: 'CNY', label: 'off \u202e00.1 YNC' }] },
      'schema_mismatch',
    ],
    [
      'a coupon that is called too much',
      { coupons: [{ code: 'TEA3', amount: '3.00', currency: 'CNY', label: 'x'.repeat(81) }] },
      'schema_mismatch',
    ],
    ['a quote for ever', { quote_lifetime_seconds: 1e9 }, 'schema_mismatch'],
  ])('with %s is refused', (_name, changes, code) => {
    expect(refusal({ ...testConfig(), ...changes })).toBe(code);
    expect(refusal(testConfig())).toBe('none');
  });
});

describe('the environment', () => {
  const good = {
    OPENACT_CONFIG: 'shop.json',
    OPENACT_DATABASE: 'shop.db',
    OPENACT_KEYS: 'keys',
    OPENACT_TRUST_URL: 'http://127.0.0.1:1/trust-list',
    OPENACT_TRUST_KEY: 'key.json',
  };

  test('has defaults for address and port', () => {
    expect(readMerchantEnvironment(good)).toMatchObject({ host: '127.0.0.1', port: 8430 });
  });

  test.each([
    ['OPENACT_CONFIG', undefined, 'OPENACT_CONFIG is not set.'],
    ['OPENACT_PORT', '70000', 'OPENACT_PORT is not a port: 70000'],
    ['OPENACT_TRUST_URL', 'nowhere', 'OPENACT_TRUST_URL is not an address.'],
  ])('a wrong %s is named', (name, value, message) => {
    expect(() => readMerchantEnvironment({ ...good, [name]: value })).toThrow(message);
  });
});
