import { expect, test } from 'vitest';
import { baseAddress } from './index.ts';

test.each([
  ['127.0.0.1', 'http://127.0.0.1:8080'],
  ['bank.example', 'http://bank.example:8080'],
  ['::1', 'http://[::1]:8080'],
  ['fd00::12:34', 'http://[fd00::12:34]:8080'],
])('what listens at %s is reached at %s', (host, address) => {
  expect(baseAddress(host, 8080)).toBe(address);
  expect(new URL(address).origin).toBe(address);
});
