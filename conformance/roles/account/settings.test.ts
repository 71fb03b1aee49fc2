import { describe, expect, test } from 'vitest';
import { accountSettings } from './settings.ts';

const OWN = {
  url: 'http://127.0.0.1:8400',
  id: 'did:act:bank.example/psp',
  account_side: 'did:act:bank.example/iac',
  anchor: 'anchor.pem',
  chain: ['leaf.pem'],
  delegator: 'did:act:bank.example/u-1',
  device_id: 'dev-1',
  account: 'acct-user',
  payees: ['acct-shop', 'acct-other'],
  suite: { port: 8490, secret: 'at least sixteen characters' },
};
const settingsIn = (currency: object) =>
  accountSettings('psp', { own: { ...OWN, ...currency }, folder: '.' } as never);

describe('the currency of a payment service', () => {
  test.each([
    [{}, 'CNY'],
    [{ currency: 'EUR' }, 'EUR'],
    [{ currency: 'KWD' }, 'KWD'],
    [{ currency: 'JPY' }, 'JPY'],
  ])('%j: its accounts are in %s', (currency, expected) => {
    expect(settingsIn(currency).currency).toBe(expected);
  });
});
