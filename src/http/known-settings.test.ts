import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { SETTINGS, warnOfUnknownSettings } from './known-settings.ts';

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

test.each(['issuer', 'merchant', 'agent', 'trust'])('%s says which settings it does not know', (role) => {
  const main = readFileSync(`${SRC}/${role}/main.ts`, 'utf8');
  expect(main).toContain('warnOfUnknownSettings(log, process.env);');
});

/** What the log says of an environment. */
function saidOf(environment: Readonly<Record<string, string | undefined>>): unknown[] {
  const lines: unknown[] = [];
  const log = pino(
    { base: null, timestamp: false },
    { write: (line: string) => lines.push(JSON.parse(line)) },
  );
  warnOfUnknownSettings(log, environment);
  return lines;
}

test('settings that nobody reads are told of in one line by their names, without what they say', () => {
  const misspelt = ['OPENACT_', 'OPENACT_ADDRESS_RATES', 'OPENACT_PROXYS', 'openact_proxies'];
  const environment = Object.fromEntries(misspelt.toReversed().map((name) => [name, 'a-secret']));
  expect(saidOf({ OPENACT_PROXIES: '1', ...environment })).toEqual([
    { level: 40, names: misspelt, msg: 'no server here reads these settings' },
  ]);
});

test('of what servers read, the variables of others, and the links of a cluster to its services nothing is said', () => {
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
  expect(saidOf({ ...settings, ...links, ...others })).toEqual([]);
  expect(saidOf({ OPENACT_BANK_PORT: '8411' })).toHaveLength(1);
});
