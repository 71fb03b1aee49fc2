/** The server as operators see it: a real process. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { StartError } from '../http/index.ts';
import { generateKeyPair } from '../protocol/jws/index.ts';
import { loadLogKey, provision, trustCertify, trustInit, trustPublish } from './index.ts';
import { assertUsableList } from './usable-list.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const operator = 'did:act:trust.example/list';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'openact-trust-main-'));
  const now = Math.floor(Date.now() / 1000);
  await trustInit(dir, now);
  await trustPublish(dir, {
    operator,
    changes: [{ id: 'did:act:rail.example/tickets', role: 'MERCHANT' }],
    now,
  });
});
afterAll(() => rm(dir, { recursive: true }));

function start(changes: Record<string, string>) {
  const environment = { PATH: process.env.PATH, OPENACT_PORT: '0', ...changes };
  const child = spawn(process.execPath, [MAIN], { env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += String(chunk);
  });
  return { child, closed: once(child, 'close'), stderr: () => stderr };
}

test('serves the list until SIGTERM, then ends with 0', async () => {
  const { child, closed, stderr } = start({ OPENACT_TRUST_LIST: join(dir, 'trust-list.jwt') });
  while (!stderr().includes('"url"')) await once(child.stderr, 'data');
  const url = /"url":"([^"]+)"/.exec(stderr())?.[1];
  const answer = await fetch(`${url}/trust-list`);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toMatch(/^ey/);
  child.kill('SIGTERM');
  expect(await closed).toEqual([0, null]);
});

test('OA-OPS-02 an address that asks too often is refused, with Retry-After', async () => {
  const { child, closed, stderr } = start({
    OPENACT_TRUST_LIST: join(dir, 'trust-list.jwt'),
    OPENACT_ADDRESS_RATE: '1',
  });
  while (!stderr().includes('"url"')) await once(child.stderr, 'data');
  const url = /"url":"([^"]+)"/.exec(stderr())?.[1];
  const answers = await Promise.all(Array.from({ length: 20 }, () => fetch(`${url}/trust-list`)));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.every(({ headers }) => headers.get('retry-after') === '1')).toBe(true);
  expect(answers.some(({ status }) => status === 200)).toBe(true);
  child.kill('SIGTERM');
  expect(await closed).toEqual([0, null]);
});

test('does not pass over who decides disputes, when there is no log to decide them by', async () => {
  const { closed, stderr } = start({
    OPENACT_TRUST_LIST: join(dir, 'trust-list.jwt'),
    OPENACT_HANDLER_ID: 'did:act:trust.example/disputes',
  });
  expect(await closed).toEqual([1, null]);
  expect(stderr()).toBe('OPENACT_DATABASE is not set.\n');
});

test('associates credit out of a register, once it is told who it is', async () => {
  const keys = join(dir, 'credit-world');
  const entities = [
    { id: 'did:act:trust.example/log', role: 'LOG', folder: 'trust' },
    { id: 'did:act:credit.example/service', role: 'CREDIT_SERVICE', folder: 'trust' },
  ] as const;
  await provision(keys, { operator, entities, agents: [] }, Math.floor(Date.now() / 1000));
  const register = join(keys, 'register.json');
  const bound = { max_amount: '1.00', currency: 'CNY' };
  const rules = [{ id: 'levels', version: '1', levels: { A: 'A' }, bound }];
  const content = { version: '1', subjects: [], relationships: [], assertions: [], rules };
  await writeFile(register, JSON.stringify(content));
  const without = {
    OPENACT_TRUST_LIST: join(keys, 'trust-list.jwt'),
    OPENACT_DATABASE: join(keys, 'trust.db'),
    OPENACT_KEYS: join(keys, 'trust'),
    OPENACT_LOG_ID: entities[0].id,
    OPENACT_TRUST_KEY: join(keys, 'trust-list.pub.json'),
    OPENACT_CREDIT_ID: entities[1].id,
    OPENACT_CREDIT_URL: 'https://credit.example',
  };
  const failing = start(without);
  expect(await failing.closed).toEqual([1, null]);
  expect(failing.stderr()).toBe('OPENACT_CREDIT_REGISTER is not set.\n');
  const nobody = start({ ...without, OPENACT_CREDIT_REGISTER: register, OPENACT_CREDIT_ID: '' });
  expect(await nobody.closed).toEqual([1, null]);
  expect(nobody.stderr()).toMatch(/^OPENACT_CREDIT_ID is no identifier/);
  const slashed = start({
    ...without,
    OPENACT_CREDIT_REGISTER: register,
    OPENACT_CREDIT_URL: 'https://credit.example/',
  });
  expect(await slashed.closed).toEqual([1, null]);
  expect(slashed.stderr()).toMatch(/^OPENACT_CREDIT_URL is not an address like .*\.\n$/);
  const { child, closed, stderr } = start({ ...without, OPENACT_CREDIT_REGISTER: register });
  while (!stderr().includes('"url"')) await once(child.stderr, 'data');
  const url = /"url":"([^"]+)"/.exec(stderr())?.[1];
  const answer = await fetch(`${url}/credit/credentials/none/status`);
  expect(answer.status).toBe(404);
  expect(((await answer.json()) as { code: string }).code).toBe('credit_credential_not_found');
  child.kill('SIGTERM');
  expect(await closed).toEqual([0, null]);
});

/** The line with which a service refuses to start. */
async function refusedLine(environment: Record<string, string>): Promise<string> {
  const { closed, stderr } = start(environment);
  expect(await closed).toEqual([1, null]);
  return stderr();
}

/** Starts, is asked for the list, and is told to end. */
async function starts(environment: Record<string, string>): Promise<void> {
  const { child, closed, stderr } = start(environment);
  while (!stderr().includes('"url"')) await once(child.stderr, 'data');
  const url = /"url":"([^"]+)"/.exec(stderr())?.[1];
  expect((await fetch(`${url}/trust-list`)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await closed).toEqual([0, null]);
}

describe('does not start, and says in one line why', () => {
  const list = () => join(dir, 'trust-list.jwt');
  const pin = () => join(dir, 'trust-list.pub.json');
  const usable = (path: string, pinPath?: string) =>
    assertUsableList(path, pinPath).then(
      () => 'ok',
      (error: unknown) => (error instanceof StartError ? error.message : error),
    );

  test('without a list that it can read', async () => {
    expect(await refusedLine({})).toBe('OPENACT_TRUST_LIST is not set.\n');
    const path = '/nowhere/list.jwt';
    expect(await refusedLine({ OPENACT_TRUST_LIST: path })).toBe(
      `The trust list ${path} cannot be read (ENOENT).\n`,
    );
    expect(await usable(dir)).toBe(`The trust list ${dir} cannot be read (EISDIR).`);
    expect(await usable(list())).toBe('ok');
  });

  test('with a list that is none, or that the pinned key has not signed', async () => {
    const damaged = join(dir, 'damaged.jwt');
    const [header, claims] = (await readFile(list(), 'utf8')).split('.');
    for (const text of ['', 'no list', `${header}.${claims}`, `${header}.e30.AAAA`]) {
      await writeFile(damaged, text);
      expect(await usable(damaged)).toMatch(/^The trust list \S+damaged\.jwt is not usable \(\w+\)\.$/);
    }
    const { publicJwk } = await generateKeyPair('Ed25519');
    const otherPin = join(dir, 'other.pub.json');
    await writeFile(otherPin, JSON.stringify(publicJwk));
    expect(await refusedLine({ OPENACT_TRUST_LIST: list(), OPENACT_TRUST_KEY: otherPin })).toBe(
      `The trust list ${list()} is not usable (trust_list_signature_invalid).\n`,
    );
    expect(await usable(list(), pin())).toBe('ok');
  });

  test('as another log than the one that its database keeps', async () => {
    const now = Math.floor(Date.now() / 1000);
    const [one, two] = ['did:act:trust.example/log', 'did:act:trust.example/other-log'];
    for (const [id, folder] of [
      [one, 'one'],
      [two, 'two'],
    ] as const) {
      await trustCertify(dir, { id, role: 'LOG', folder }, now);
    }
    const as = (id: string, folder: string) => ({
      OPENACT_TRUST_LIST: list(),
      OPENACT_TRUST_KEY: pin(),
      OPENACT_DATABASE: join(dir, 'log.db'),
      OPENACT_KEYS: join(dir, folder),
      OPENACT_LOG_ID: id,
    });
    await starts(as(one, 'one'));
    expect(await refusedLine(as(two, 'two'))).toBe(
      'The database keeps the log trust.example/log, not trust.example/other-log (OPENACT_LOG_ID).\n',
    );
    await expect(loadLogKey(join(dir, 'one'), two)).rejects.toThrow(
      `is certified for ${one}, not for ${two}.`,
    );
    await starts(as(one, 'one'));
  });
});
