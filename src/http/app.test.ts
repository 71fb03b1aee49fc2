import { beforeEach, describe, expect, test } from 'vitest';
import { ActError } from '../protocol/errors/index.ts';
import type { Validator } from '../protocol/generated/validators.js';
import { commandOf, createApp, createLogger, readJson } from './index.ts';

const SECRET = 'acct-42 of Ms Li';
const anything: Validator<object> = (data): data is object => typeof data === 'object';

let lines: string[];
let works: () => Promise<unknown>;
let app: ReturnType<typeof createApp>;

beforeEach(() => {
  lines = [];
  works = async () => {};
  const log = createLogger('test', 'info', { write: (line) => lines.push(line) });
  app = createApp({ name: 'test', log, checks: [{ name: 'tool', keepMilliseconds: 0, run: () => works() }] });
  app.get('/fault', () => {
    throw new TypeError(SECRET);
  });
  app.get('/refusal', () => {
    throw new ActError('no_match');
  });
  app.post('/orders/:no', async (c) => c.json(await readJson(c, anything)));
  app.get('/command', (c) => c.text(commandOf(c)));
  app.get('/store', () => {
    throw new ActError('store_unavailable');
  });
  app.get('/full', () => {
    const full = Object.assign(new Error(SECRET), { code: '53100' });
    throw Object.assign(new ActError('store_unavailable'), { cause: full });
  });
  app.get('/public', (c) => c.text('x', 200, { 'Cache-Control': 'public, max-age=60' }));
});

async function call(path: string, init: RequestInit = {}) {
  const answer = await app.request(path, init);
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text };
}

describe('a problem', () => {
  test('OA-HTTP-04 a fault of ours answers 500 and reveals nothing; a refusal keeps its code', async () => {
    const { status, headers, text } = await call('/fault');
    expect([status, headers.get('content-type')]).toEqual([500, 'application/problem+json']);
    expect(JSON.parse(text)).toMatchObject({ code: 'internal', requirement: 'OA-HTTP-04' });
    expect(text).not.toMatch(/acct-42|TypeError|\bat /);
    expect(JSON.parse((await call('/refusal')).text).code).toBe('no_match');
  });

  test('OA-LDG-01 a store that is down says when to come again', async () => {
    const { status, headers } = await call('/store');
    expect([status, headers.get('retry-after')]).toEqual([503, '1']);
    expect((await call('/refusal')).headers.get('retry-after')).toBeNull();
  });

  test('OA-PRV-05 why the store is down is told to the log by the name that the database has for it, and to nobody else', async () => {
    const { status, text } = await call('/full');
    expect([status, JSON.parse(text).code]).toEqual([503, 'store_unavailable']);
    expect(text).not.toContain('53100');
    await call('/store');
    const [full, down] = lines.map((line) => JSON.parse(line));
    expect(full).toMatchObject({ msg: 'request', code: 'store_unavailable', reason: '53100' });
    expect(down).toMatchObject({ msg: 'request', code: 'store_unavailable' });
    expect(down).not.toHaveProperty('reason');
    expect(lines.join()).not.toContain(SECRET);
  });

  test('OA-HTTP-02 a method that an address does not take answers 405 and names those it takes', async () => {
    const { status, headers, text } = await call('/orders/1', { method: 'DELETE' });
    expect([status, headers.get('allow')]).toEqual([405, 'POST']);
    expect(JSON.parse(text)).toMatchObject({ code: 'method_not_supported', requirement: 'OA-HTTP-02' });
    expect(JSON.parse((await call('/nowhere', { method: 'DELETE' })).text).code).toBe('not_found');
  });

  test('OA-HTTP-03 a body that is not application/json answers 415', async () => {
    const send = (type: string) =>
      call('/orders/1', { method: 'POST', headers: { 'content-type': type }, body: '{}' });
    const { status, text } = await send('text/plain');
    expect([status, JSON.parse(text).code]).toEqual([415, 'media_type_unsupported']);
    expect((await send('application/json; charset=utf-8')).status).toBe(200);
  });

  test('OA-HTTP-03 a body that is packed answers 415, whatever it holds', async () => {
    const send = (coding: string) => {
      const headers = { 'content-type': 'application/json', 'content-encoding': coding };
      return call('/orders/1', { method: 'POST', headers, body: '{}' });
    };
    for (const coding of ['gzip', 'br', 'identity, gzip', 'none']) {
      const { status, text } = await send(coding);
      expect([status, JSON.parse(text).code]).toEqual([415, 'media_type_unsupported']);
    }
    expect((await send('Identity')).status).toBe(200);
  });
});

test.each([
  ['ACT-Command a.b.c', 'a.b.c'],
  ['act-command a.b.c', 'a.b.c'],
  ['ACT-COMMAND   a.b.c', 'a.b.c'],
  ['ACT-Commands a.b.c', undefined],
  ['ACT-Command', undefined],
  ['ACT-Command a.b.c, ACT-Command a.b.c', undefined],
  ['Bearer a.b.c', undefined],
])('OA-CMD-07 %j is read as %s: a scheme has its name in any case', async (authorization, command) => {
  const { status, text } = await call('/command', { headers: { authorization } });
  expect(status === 200 ? text : undefined).toBe(command);
  if (command === undefined) expect(JSON.parse(text).code).toBe('command_missing');
});

test.each(['/livez', '/readyz', '/fault', '/refusal', '/nowhere'])(
  'OA-HTTP-21 %s is not cached',
  async (path) => {
    expect((await call(path)).headers.get('cache-control')).toBe('no-store');
    expect((await call('/public')).headers.get('cache-control')).toBe('public, max-age=60');
  },
);

test('OA-OPS-20 readyz names what is missing, and not why', async () => {
  const well = await call('/readyz');
  expect([well.status, JSON.parse(well.text)]).toEqual([200, { name: 'test', status: 'ok' }]);
  works = () => Promise.reject(new ActError('store_unavailable', { rule: SECRET }));
  const ill = await call('/readyz');
  const body = { name: 'test', status: 'unavailable', failing: ['tool'] };
  expect([ill.status, JSON.parse(ill.text)]).toEqual([503, body]);
  expect(lines.join('')).toContain('store_unavailable');
  lines = [];
  const full = Object.assign(new Error(SECRET), { errstr: 'database or disk is full' });
  works = () => Promise.reject(Object.assign(new ActError('store_unavailable'), { cause: full }));
  expect((await call('/readyz')).text).not.toContain('disk');
  expect(lines.join('')).toContain('"reason":"database or disk is full"');
  expect(lines.join('')).not.toContain(SECRET);
});

test('OA-OPS-21 livez answers also while the server cannot work', async () => {
  works = () => Promise.reject(new Error('no'));
  expect((await call('/readyz')).status).toBe(503);
  expect((await call('/livez')).status).toBe(200);
});

test('OA-PRV-05 the log line of a request holds neither its address nor its headers nor its body', async () => {
  const headers = { 'content-type': 'application/json', authorization: 'ACT-Command eyJ.eyJ.x' };
  await call('/orders/ord-secret?q=secret', { method: 'POST', headers, body: '{"words":"secret"}' });
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ method: 'POST', status: 200 });
  expect(lines[0]).not.toMatch(/secret|eyJ/);
});
