import { describe, expect, test } from 'vitest';
import {
  addressIn,
  baseUrlIn,
  readBaseUrl,
  readHost,
  readIdentifier,
  readPort,
  requiredIdentifier,
  requiredText,
} from './settings.ts';
import { StartError } from './start-error.ts';

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

  test('an address of its own is taken as it stands or not at all, and is not repeated where it is wrong', () => {
    expect(baseUrlIn('https://pay.example/act/bank', 'OPENACT_CREDIT_URL')).toBe(
      'https://pay.example/act/bank',
    );
    for (const text of [
      ...[
        '',
        'x',
        'ftp://bank.example',
        'https://bank.example/',
        'https://Bank.example',
        'https://bank.example:443',
      ],
      ...['https://bank.example?shop=1', 'https://bank.example#top', 'https://bank:hush@bank.example'],
    ]) {
      const refused = () => baseUrlIn(text, 'OPENACT_CREDIT_URL');
      expect(refused).toThrow(
        'OPENACT_CREDIT_URL is not an address like https://rail.example/shop: in lower case, no default port, no query, no slash at its end.',
      );
      expect(refused).toThrow(StartError);
      expect(refused).not.toThrow('hush');
    }
  });

  test('without an address of its own a server is where it listens, in the one form that there is of that', () => {
    const own = (host: string, port: number) => readBaseUrl({}, host, port);
    expect(own('127.0.0.1', 8411)).toBe('http://127.0.0.1:8411');
    expect(own('::1', 0)).toBe('http://[::1]:0');
    expect(own('0:0:0:0:0:0:0:1', 8411)).toBe('http://[::1]:8411');
    expect(own('LocalHost', 80)).toBe('http://localhost');
    expect(() => own('a b', 80)).toThrow('OPENACT_HOST is no host: “a b”');
    for (const host of ['::1', 'a b'])
      expect(readBaseUrl({ OPENACT_BASE_URL: 'https://bank.example' }, host, 80)).toBe(
        'https://bank.example',
      );
    expect(() => readBaseUrl({ OPENACT_BASE_URL: '' }, '::1', 80)).toThrow(
      'OPENACT_BASE_URL is not an address',
    );
  });
});
