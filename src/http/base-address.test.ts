import { expect, test } from 'vitest';
import { assertBaseUrl, baseAddress, isBaseUrl, isOfOrigin } from './index.ts';

test.each([
  ['127.0.0.1', 'http://127.0.0.1:8080'],
  ['bank.example', 'http://bank.example:8080'],
  ['::1', 'http://[::1]:8080'],
  ['fd00::12:34', 'http://[fd00::12:34]:8080'],
])('what listens at %s is reached at %s', (host, address) => {
  expect(baseAddress(host, 8080)).toBe(address);
  expect(new URL(address).origin).toBe(address);
});

test.each([
  'https://rail.example',
  'https://rail.example:8443',
  'http://127.0.0.1:8080',
  'http://[fd00::12:34]:8080',
  'https://pay.example/act/bank',
  'https://xn--bcher-kva.example',
])('other addresses can be written behind %s', (text) => {
  expect(isBaseUrl(text)).toBe(true);
  expect(() => assertBaseUrl(text)).not.toThrow();
});

test.each([
  'rail.example',
  'ftp://rail.example',
  'https://',
  'https://rail.example/',
  'https://pay.example/act/bank/',
  'https://Rail.example',
  'HTTPS://rail.example',
  'https://bücher.example',
  'https://rail.example:443',
  'http://rail.example:80',
  'https://user@rail.example',
  'https://:secret@rail.example',
  'https://rail.example?a=1',
  'https://rail.example/shop?',
  'https://rail.example#top',
  'https://pay.example/act/../bank',
  'https://rail.example\n',
  ' https://rail.example',
])('and not behind %j', (text) => {
  expect(isBaseUrl(text)).toBe(false);
  expect(() => assertBaseUrl(text)).toThrow('schema_mismatch');
});

test.each([
  ['https://bank.example/act/lists/1', 'https://bank.example/act', true],
  ['https://BANK.example:443/lists/1', 'https://bank.example', true],
  ['https://b\u00fccher.example/lists/1', 'https://xn--bcher-kva.example', true],
  ['https://bank.example', 'https://bank.example/', true],
  ['https://bank.example.', 'https://bank.example', false],
  ['http://bank.example', 'https://bank.example', false],
  ['https://bank.example:8443', 'https://bank.example', false],
  ['https://bank.example@evil.example/', 'https://bank.example', false],
  ['https://bank.example:99999', 'https://bank.example', false],
  ['https://bank.example', 'https://bank.example:99999', false],
  ['https://[', 'https://[', false],
])('whether %s is at the host of %s: %s', (address, base, due) => {
  expect(isOfOrigin(address, base)).toBe(due);
});
