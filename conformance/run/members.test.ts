import { describe, expect, test } from 'vitest';
import { accountSettings } from '../roles/account/settings.ts';
import { creditSettings } from '../roles/credit/settings.ts';
import { merchantSettings } from '../roles/merchant/settings.ts';
import { trustSettings } from '../roles/trust/settings.ts';
import { addressAt, textAt } from './members.ts';

describe('a member of a subject file', () => {
  test.each<[unknown, string]>([
    [{}, 'shop.price is missing.'],
    [{ price: null }, 'shop.price is missing.'],
    [{ price: '' }, 'shop.price is missing.'],
    [null, 'shop.price is missing.'],
    ['price', 'shop.price is missing.'],
    [{ price: 0.05 }, 'shop.price is no text: put it in quotes.'],
    [{ price: ['0.05'] }, 'shop.price is no text: put it in quotes.'],
  ])('%j is told by its name', (own, message) => {
    expect(() => textAt(own, 'price', 'shop')).toThrow(
      expect.objectContaining({ name: 'UsageError', message }),
    );
    expect(textAt({ price: '0.05' }, 'price', 'shop')).toBe('0.05');
  });

  test.each([
    ['localhost:8430', 'shop.url is no http address: localhost:8430'],
    ['127.0.0.1:8430', 'shop.url is no http address: 127.0.0.1:8430'],
    ['ftp://shop.example', 'shop.url is no http address: ftp://shop.example'],
    ['http://shop.example/?a=b', 'shop.url has something behind its path: http://shop.example/?a=b'],
    ['http://shop.example/#a', 'shop.url has something behind its path: http://shop.example/#a'],
  ])('%s is no address of a server', (url, message) => {
    expect(() => addressAt({ url }, 'shop')).toThrow(
      expect.objectContaining({ name: 'UsageError', message }),
    );
  });

  test.each([
    ['http://127.0.0.1:8430', 'http://127.0.0.1:8430'],
    ['https://shop.example/', 'https://shop.example'],
    ['https://shop.example/act//', 'https://shop.example/act'],
  ])('%s is an address, and paths are put behind it', (url, address) => {
    expect(addressAt({ url }, 'shop')).toBe(address);
  });
});

test.each<[string, (own: Record<string, unknown>) => unknown]>([
  ['merchant', (own) => merchantSettings({ own, folder: '.', name: 't', patience: 1 })],
  ['issuer', (own) => accountSettings('issuer', { own, folder: '.', name: 't', patience: 1 })],
  ['psp', (own) => accountSettings('psp', { own, folder: '.', name: 't', patience: 1 })],
  ['credit', (own) => creditSettings({ own, folder: '.', name: 't', patience: 1 })],
  ['trust', (own) => trustSettings({ own, folder: '.' })],
])('whatever a %s leaves empty is told in one line, and is no fault of the suite', (_role, read) => {
  const suite = { port: 8490, secret: 'at least sixteen characters' };
  const filled = { url: 'http://127.0.0.1:1', id: 'did:act:x.example/y', suite };
  const files = [
    { url: 'localhost:1' },
    { suite: null },
    { control: null },
    { anchor: 1 },
    { items: [null, null] },
  ];
  for (const empty of files)
    expect(() => read({ ...filled, ...empty })).toThrow(expect.objectContaining({ name: 'UsageError' }));
});
