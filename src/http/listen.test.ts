import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { validateProblem } from '../protocol/generated/validators.js';
import { createApp, createLogger, type Listening, listen, readJson, StartError } from './index.ts';
import { readServing } from './serving.ts';

let server: Listening;
let begun: PromiseWithResolvers<void>;
let mayEnd: PromiseWithResolvers<void>;
let done: number;
let faults: unknown[];

beforeEach(async () => {
  begun = Promise.withResolvers();
  mayEnd = Promise.withResolvers();
  done = 0;
  faults = [];
  const log = createLogger('test', 'silent');
  const app = createApp({
    name: 'test',
    log: Object.assign(log, { error: (...told: unknown[]) => void faults.push(told) }),
    checks: [],
  });
  app.post('/json', async (c) => c.json(await readJson(c, validateProblem)));
  app.post('/work', async (c) => {
    begun.resolve();
    await mayEnd.promise;
    done += 1;
    return c.json({ done });
  });
  server = await listen(app, { host: '127.0.0.1', port: 0 });
});

afterEach(async () => {
  mayEnd.resolve();
  await server.close();
});

const REQUEST = 'POST /work HTTP/1.1\r\nHost: test\r\nContent-Length: 0\r\n';
const END = '\r\n';

/** Sends before it reads, as proxies do. */
async function answeredWhileSending(text: string) {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  const errors: unknown[] = [];
  socket.on('error', (error) => errors.push(error));
  let received = '';
  socket.on('data', (part) => {
    received += String(part);
  });
  socket.write(text);
  await once(socket, 'close');
  return { received, errors };
}

/** A connection of which a test decides what is sent when. */
async function connection() {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  let received = '';
  socket.on('data', (chunk) => {
    received += String(chunk);
  });
  await once(socket, 'connect');
  return { send: (text: string) => socket.write(text), ended: once(socket, 'close').then(() => received) };
}

describe('OA-HTTP-05 what is no request', () => {
  async function answerTo(text: string): Promise<string> {
    mayEnd.resolve();
    const { send, ended } = await connection();
    send(text);
    return ended;
  }

  test('whoever still sends is not hung up on before it has its answer', async () => {
    const { received, errors } = await answeredWhileSending(
      `GET /livez HTTP/1.1\r\nHost: test\r\nX-Long: ${'x'.repeat(1_000_000)}\r\n${END}`,
    );
    expect(received).toMatch(/^HTTP\/1\.1 431 /);
    expect(errors).toEqual([]);
  });

  test.each([
    ['a method that is none', 400, `FOO /work HTTP/1.1\r\nHost: test\r\n${END}`],
    ['no host', 400, `GET /livez HTTP/1.1\r\n${END}`],
    ['no host beside the address', 400, `GET http://test/livez HTTP/1.1\r\n${END}`],
    ['an empty host', 400, `GET /livez HTTP/1.0\r\nHost:\r\n${END}`],
    ['a host that is none', 400, `GET /livez HTTP/1.1\r\nHost: te/st\r\n${END}`],
    ['two hosts', 400, `GET /livez HTTP/1.1\r\nHost: test\r\nhost: other\r\n${END}`],
    [
      'two hosts beside the address',
      400,
      `GET http://test/livez HTTP/1.1\r\nHost: test\r\nhost: other\r\n${END}`,
    ],
    ['no address', 400, `GET * HTTP/1.1\r\nHost: test\r\n${END}`],
    ['a version that is not spoken here', 400, `GET /livez HTTP/2.0\r\nHost: test\r\n${END}`],
    ['one of before there were heads', 400, `GET /livez HTTP/0.9\r\nHost: test\r\n${END}`],
    ['a way through to another server', 400, `CONNECT other.example:443 HTTP/1.1\r\nHost: test\r\n${END}`],
    ['two lengths', 400, `${REQUEST}Content-Length: 5\r\n${END}`],
    ['a head that is too large', 431, `${REQUEST}X-Long: ${'x'.repeat(20_000)}\r\n${END}`],
    ['bytes', 400, '\u0000\u0001\r\n\r\n'],
  ])('is answered with a problem: %s', async (_name, status, text) => {
    const [head = '', body = ''] = (await answerTo(text)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(head.toLowerCase()).toContain('content-type: application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ code: 'http_malformed', requirement: 'OA-HTTP-05', status });
    expect(done).toBe(0);
  });

  // OA-HTTP-06
  test.each([
    ['no host', `POST /work HTTP/1.1\r\nContent-Length: 0\r\n${END}`],
    ['two hosts', `${REQUEST}Host: other\r\n${END}`],
    ['no address', `GET * HTTP/1.1\r\nHost: test\r\n${END}`],
  ])('ends the connection, and what stands behind it does nothing: %s', async (_name, text) => {
    const answer = await answerTo(text + REQUEST + END);
    expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 400']);
    expect(done).toBe(0);
  });

  test.each([
    ['bytes', 'XXXX\r\n\r\n'],
    ['a way through to another server', `CONNECT other.example:443 HTTP/1.1\r\nHost: test\r\n${END}`],
    ['a request, and bytes', `${REQUEST}${END}XXXX\r\n\r\n`],
  ])('waits for the answer to a request before it, which is not told so: %s', async (_name, behind) => {
    const working = await connection();
    working.send(REQUEST + END + behind);
    await begun.promise;
    mayEnd.resolve();
    const answer = await working.ended;
    expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 400']);
    expect(answer.indexOf('{"done":1}')).toBeLessThan(answer.indexOf('http_malformed'));
    expect(done).toBe(1);
  });

  test('takes nothing from the answer to a request that ends its connection', async () => {
    const working = await connection();
    working.send(`${REQUEST}Connection: close\r\n${END}${REQUEST}${END}`);
    await begun.promise;
    mayEnd.resolve();
    const answer = await working.ended;
    expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200']);
    expect(done).toBe(1);
  });

  test('is not a request of HTTP/1.0 without Host, as load balancers send it', async () => {
    for (const host of ['', 'Host: test\r\n']) {
      const answer = await answerTo(`GET /livez HTTP/1.0\r\n${host}${END}`);
      expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    }
  });

  test('is no fault of the server either when its body breaks off', async () => {
    const chunked = 'POST /json HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\n';
    const answer = await answerTo(`${chunked}Transfer-Encoding: chunked\r\n${END}zz\r\n{}\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('http_malformed');
    expect(faults).toEqual([]);
  });

  test('is not one that expects what nobody knows: it is judged as it is', async () => {
    expect(await answerTo(`${REQUEST}Expect: tea\r\nConnection: close\r\n${END}`)).toMatch(
      /^HTTP\/1\.1 200 /,
    );
    expect(done).toBe(1);
  });
});

describe('OA-HTTP-03 a body that is refused before its end', () => {
  const LARGE = ' '.repeat(4_000_000);
  const json = (version: string, more = '') =>
    `POST /json HTTP/${version}\r\nHost: test\r\nContent-Type: application/json\r\n${more}Content-Length: ${LARGE.length}\r\nConnection: close\r\n\r\n`;

  test.each([
    ['too large', 413, json('1.1')],
    ['too large, in HTTP/1.0', 413, json('1.0')],
    ['packed', 415, json('1.1', 'Content-Encoding: gzip\r\n')],
    ['for an address that is none', 404, json('1.0').replace('/json', '/nothing')],
  ])('does not cost whoever still sends it the answer: %s', async (_name, status, head) => {
    const { received, errors } = await answeredWhileSending(head + LARGE);
    expect(received).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(received.match(/HTTP\/1\.1/g)).toHaveLength(1);
    expect(errors).toEqual([]);
  });

  test('is not waited for by whoever has answered it: the connection ends', async () => {
    const socket = connect({
      ...{ port: Number(new URL(server.url).port), host: '127.0.0.1' },
      allowHalfOpen: true,
    });
    let received = '';
    const errors: unknown[] = [];
    socket.on('error', (error: NodeJS.ErrnoException) => errors.push(error.code));
    socket.on('data', (part) => {
      received += String(part);
    });
    socket.write(json('1.1') + LARGE.slice(0, 100_000));
    const goesOn = setInterval(() => socket.write(' '), 20);
    await new Promise((resolve) => socket.once('close', resolve));
    clearInterval(goesOn);
    expect(received).toMatch(/^HTTP\/1\.1 413 /);
    expect(['ECONNRESET', 'EPIPE']).toContain(errors[0]);
  });
});

describe('OA-OPS-01 a server that closes', () => {
  test('finishes what it has before it is closed, and takes no new connection', async () => {
    const working = await connection();
    working.send(REQUEST + END);
    await begun.promise;
    let isClosed = false;
    const closed = server.close().then(() => {
      isClosed = true;
    });
    await expect(fetch(`${server.url}/livez`)).rejects.toThrow();
    expect(isClosed).toBe(false);
    mayEnd.resolve();
    const answer = await working.ended;
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).toContain('{"done":1}');
    await closed;
  });

  test('refuses a request that comes over a connection it had already', async () => {
    mayEnd.resolve();
    const [early, late] = [await connection(), await connection()];
    early.send(REQUEST.replace('Host', 'Connection: close\r\nHost') + END);
    expect(await early.ended).toMatch(/^HTTP\/1\.1 200 /);
    late.send(REQUEST);
    // What was sent is there once another connection has been answered.
    expect((await fetch(`${server.url}/livez`)).status).toBe(200);
    const closed = server.close();
    late.send(END);
    const answer = await late.ended;
    expect(answer).toMatch(/^HTTP\/1\.1 503 /);
    expect(answer).toContain('"code":"shutting_down"');
    expect(done).toBe(1);
    await closed;
  });

  test('does no work for a request behind one that it finishes', async () => {
    const working = await connection();
    working.send(REQUEST + END);
    await begun.promise;
    const closed = server.close();
    working.send(REQUEST + END);
    await expect(fetch(`${server.url}/livez`)).rejects.toThrow();
    mayEnd.resolve();
    expect(await working.ended).toContain('{"done":1}');
    await closed;
    expect(done).toBe(1);
  });
});

/** No other timer is as long. */
const NOTICE_MILLISECONDS = 86_399_999;

/** The next timer of this length ends when the test says so, however long everything else takes. */
function holdTimer(milliseconds: number): () => void {
  let wakeUp: (() => void) | undefined;
  const { setTimeout: real } = globalThis;
  const held = (wake: () => void, after?: number, ...rest: unknown[]) => {
    if (after !== milliseconds) return real(wake, after, ...rest);
    wakeUp = wake;
    return real(() => undefined, 0);
  };
  const spy = vi.spyOn(globalThis, 'setTimeout').mockImplementation(held as typeof setTimeout);
  return () => {
    spy.mockRestore();
    expect(wakeUp).toBeTypeOf('function');
    wakeUp?.();
  };
}

describe('OA-OPS-23 a server that is to close', () => {
  const probe = (path: string) => `GET ${path} HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n`;

  test('says that it is not ready before it refuses work', async () => {
    mayEnd.resolve();
    faults = [];
    const log = createLogger('test', 'silent');
    const app = createApp({
      name: 'test',
      log: Object.assign(log, { error: (...told: unknown[]) => void faults.push(told) }),
      checks: [],
    });
    app.post('/json', async (c) => c.json(await readJson(c, validateProblem)));
    app.get('/work', (c) => c.text('done'));
    const noticed = await listen(app, {
      host: '127.0.0.1',
      port: 0,
      noticeMilliseconds: NOTICE_MILLISECONDS,
    });
    const status = async (path: string) => (await fetch(noticed.url + path)).status;
    expect(await status('/readyz')).toBe(200);
    const endNotice = holdTimer(NOTICE_MILLISECONDS);
    const closed = noticed.close();
    const answer = await fetch(`${noticed.url}/readyz`);
    expect([answer.status, await answer.json()]).toEqual([
      503,
      { status: 'unavailable', failing: ['draining'] },
    ]);
    expect([await status('/livez'), await status('/work')]).toEqual([200, 200]);
    endNotice();
    await closed;
    await expect(fetch(`${noticed.url}/work`)).rejects.toThrow();
  });

  test('ends connections with their answers, so that nobody sends on one that it ends', async () => {
    mayEnd.resolve();
    const app = createApp({ name: 'test', log: createLogger('test', 'silent'), checks: [] });
    app.get('/work', (c) => c.text('done'));
    const where = { host: '127.0.0.1', port: 0, noticeMilliseconds: NOTICE_MILLISECONDS };
    const noticed = await listen(app, where);
    const said = async (path: string) => {
      const { status, headers } = await fetch(noticed.url + path);
      return [status, headers.get('connection')];
    };
    const paths = ['/work', '/livez', '/readyz', '/nothing'];
    expect(await Promise.all(paths.map(said))).toEqual(
      [200, 200, 200, 404].map((status) => [status, 'keep-alive']),
    );
    const endNotice = holdTimer(NOTICE_MILLISECONDS);
    const closed = noticed.close();
    expect(await Promise.all(paths.map(said))).toEqual(
      [200, 200, 503, 404].map((status) => [status, 'close']),
    );
    endNotice();
    await closed;
  });

  test('is alive and not ready to its end', async () => {
    const working = await connection();
    const [live, ready] = [await connection(), await connection()];
    for (const [{ send }, path] of [
      [live, '/livez'],
      [ready, '/readyz'],
    ] as const)
      send(probe(path).slice(0, -2));
    working.send(REQUEST + END);
    await begun.promise;
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    const closed = server.close();
    for (const { send } of [live, ready]) send(END);
    expect(await live.ended).toMatch(/^HTTP\/1\.1 200 /);
    expect(await ready.ended).toContain('"failing":["draining"]');
    mayEnd.resolve();
    await closed;
  });
});

describe('a connection on which nothing is asked', () => {
  async function kept(idleMilliseconds: number) {
    const app = createApp({ name: 'test', log: createLogger('test', 'silent'), checks: [] });
    const idling = await listen(app, { host: '127.0.0.1', port: 0, idleMilliseconds });
    const { headers } = await fetch(`${idling.url}/livez`);
    return { idling, said: headers.get('keep-alive') };
  }

  test('is kept as long as the server was told, which the answer says', async () => {
    for (const seconds of [5, 75, 600]) {
      const { idling, said } = await kept(seconds * 1_000);
      expect(said).toBe(`timeout=${seconds}`);
      await idling.close();
    }
  });

  test('is kept longer than proxies keep one, where they stand before the server', () => {
    const idle = (env: Record<string, string>) => readServing(env).idleMilliseconds;
    expect([idle({}), idle({ OPENACT_PROXIES: '1' })]).toEqual([5_000, 75_000]);
    expect(idle({ OPENACT_PROXIES: '1', OPENACT_IDLE_SECONDS: '610' })).toBe(610_000);
    for (const text of ['', '0', '-1', '3601', '1e3', 'long'])
      expect(() => idle({ OPENACT_IDLE_SECONDS: text })).toThrow(StartError);
  });
});
