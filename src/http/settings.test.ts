import { describe, expect, test } from 'vitest';
import {
  addressIn,
  readHost,
  readIdentifier,
  readPort,
  requiredIdentifier,
  requiredText,
} from './settings.ts';

const ID = 'did:act:bank.example/psp';

describe('what a server is told about itself', () => {
  test('without a host it listens on loopback; a host that is empty is not every address', () => {
    expect(readHost({})).toBe('127.0.0.1');
    expect(readHost({ OPENACT_HOST: '::1' })).toBe('::1');
    for (const text of ['', ' ', '127.0.0.1 ', '127.0.0.1\n'])
      expect(() => readHost({ OPENACT_HOST: text })).toThrow('OPENACT_HOST is no host');
  });

  test('an identifier is one, or not there', () => {
    expect(readIdentifier({}, 'OPENACT_HANDLER_ID')).toBeUndefined();
    expect(readIdentifier({ OPENACT_HANDLER_ID: ID }, 'OPENACT_HANDLER_ID')).toBe(ID);
    for (const text of ['', ' ', 'bank', `${ID} `, `${ID}\n`, 'did:act:bank.example'])
      expect(() => readIdentifier({ OPENACT_HANDLER_ID: text }, 'OPENACT_HANDLER_ID')).toThrow(
        'OPENACT_HANDLER_ID is no identifier',
      );
  });

  test('one that has to be there is', () => {
    expect(requiredIdentifier({ OPENACT_LOG_ID: ID }, 'OPENACT_LOG_ID')).toBe(ID);
    for (const env of [{}, { OPENACT_LOG_ID: '' }])
      expect(() => requiredIdentifier(env, 'OPENACT_LOG_ID')).toThrow('OPENACT_LOG_ID is not set.');
    expect(() => requiredIdentifier({ OPENACT_LOG_ID: 'log' }, 'OPENACT_LOG_ID')).toThrow('is no identifier');
  });

  test('a port is a number of at most 65535; any other text is none', () => {
    expect(readPort({}, 8410)).toBe(8410);
    expect(readPort({ OPENACT_PORT: '0' }, 8410)).toBe(0);
    expect(readPort({ OPENACT_PORT: '65535' }, 8410)).toBe(65_535);
    for (const text of ['', ' ', '65536', '-1', '80 ', '8e3', '0x50', '８０'])
      expect(() => readPort({ OPENACT_PORT: text }, 8410)).toThrow(`OPENACT_PORT is not a port: ${text}`);
  });

  test('what has to be set is not set to nothing', () => {
    expect(requiredText({ OPENACT_KEYS: 'keys' }, 'OPENACT_KEYS')).toBe('keys');
    for (const env of [{}, { OPENACT_KEYS: '' }])
      expect(() => requiredText(env, 'OPENACT_KEYS')).toThrow('OPENACT_KEYS is not set.');
  });

  test('an address speaks HTTP', () => {
    expect(addressIn('https://bank.example/', 'OPENACT_BASE_URL')).toBe('https://bank.example');
    for (const text of ['', 'x', 'ftp://bank.example', ID])
      expect(() => addressIn(text, 'OPENACT_BASE_URL')).toThrow('OPENACT_BASE_URL is not an address.');
  });
});
