import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { assertKnownSettings, SETTINGS } from './known-settings.ts';

const SRC = fileURLToPath(new URL('..', import.meta.url));
/** Names of the program that begin like settings and are none. */
const NO_SETTINGS = new Set(['OPENACT_EXTENSION', 'OPENACT_VERSION', 'OPENACT_DATA']);

test('every setting that a server reads is known, and none besides', () => {
  const files = globSync('**/*.ts', { cwd: SRC }).filter(
    (name) => !/\.test\.ts$|testing\/|known-settings/.test(name),
  );
  expect(files.length).toBeGreaterThan(100);
  const named = files.flatMap(
    (name) => readFileSync(`${SRC}/${name}`, 'utf8').match(/\bOPENACT_[A-Z_]+\b/g) ?? [],
  );
  const read = new Set(named.filter((name) => !NO_SETTINGS.has(name)));
  expect([...SETTINGS].toSorted()).toEqual([...read].toSorted());
});

test.each(['OPENACT_PROXYS', 'OPENACT_ADDRESS_RATES', 'openact_proxies', 'OPENACT_'])(
  'a setting that nobody reads is refused by its name, without what it says: %s',
  (name) => {
    const environment = { OPENACT_PROXIES: '1', [name]: 'a-secret' };
    expect(() => assertKnownSettings(environment)).toThrow(`${name} is no setting of any server here.`);
    expect(() => assertKnownSettings(environment)).not.toThrow('a-secret');
  },
);

test('what servers read, the variables of others, and the links of a cluster to its services are taken', () => {
  const settings = Object.fromEntries([...SETTINGS].map((name) => [name, 'x']));
  const links = {
    OPENACT_BANK_SERVICE_HOST: '10.0.0.7',
    OPENACT_BANK_SERVICE_PORT: '8411',
    OPENACT_BANK_SERVICE_PORT_HTTP: '8411',
    OPENACT_BANK_PORT: 'tcp://10.0.0.7:8411',
    OPENACT_BANK_PORT_8411_TCP: 'tcp://10.0.0.7:8411',
    OPENACT_BANK_PORT_8411_TCP_ADDR: '10.0.0.7',
  };
  const others = { PATH: '/bin', OPENACTIVE: '1', OPENACT_DATA: 'data/demo', OPENACT_PROXYS: undefined };
  expect(() => assertKnownSettings({ ...settings, ...links, ...others })).not.toThrow();
  expect(() => assertKnownSettings({ OPENACT_BANK_PORT: '8411' })).toThrow('OPENACT_BANK_PORT');
});
