import { describe, expect, test } from 'vitest';
import { UsageError } from '../../run/case.ts';
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
const { account_side: _side, account: _account, payees: _payees, ...ISSUER } = OWN;
const settingsIn = (role: 'issuer' | 'psp', currency: object) =>
  accountSettings(role, { own: { ...(role === 'psp' ? OWN : ISSUER), ...currency }, folder: '.' } as never);

describe.each(['psp', 'issuer'] as const)('the currency of an account side (%s)', (role) => {
  test.each([
    [{}, 'CNY'],
    [{ currency: 'EUR' }, 'EUR'],
    [{ currency: 'KWD' }, 'KWD'],
    [{ currency: 'JPY' }, 'JPY'],
  ])('%j: it is %s', (currency, expected) => {
    expect(settingsIn(role, currency).currency).toBe(expected);
  });

  test.each(['', 'jpy', 'YEN ', 'RENMINBI', '¥', 392])('%j is none', (currency) => {
    expect(() => settingsIn(role, { currency })).toThrow(UsageError);
    expect(() => settingsIn(role, { currency })).toThrow(`${role}.currency is `);
  });
});
