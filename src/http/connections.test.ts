import { EventEmitter, once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type ConnectionBounds, countConnections } from './connections.ts';
import { createApp, createLogger, type Listening, listen, StartError } from './index.ts';
import { readServing } from './serving.ts';

const PATIENCE = { timeout: 60_000, interval: 20 };
const BEYOND_MAX = 64;
const servers: Listening[] = [];
const sockets: Socket[] = [];

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of servers.splice(0)) await server.close();
});

async function serving(bounds: ConnectionBounds) {
  let [done, holding] = [0, 0];
  const mayEnd = Promise.withResolvers<void>();
  const app = createApp({ name: 'test', log: createLogger('test', 'silent'), checks: [] });
  app.post('/work', (c) => c.json({ done: ++done }));
  app.post('/hold', async (c) => {
    holding += 1;
    await mayEnd.promise;
    return c.json({ held: true });
  });
  const server = await listen(app, { host: '127.0.0.1', port: 0, connections: () => bounds });
  servers.push(server);
  const { url } = server;
  /** Opened, counted, and open until the work on it may end. */
  async function held() {
    const before = holding;
    const one = await opened(url);
    one.socket.write(ask('POST', '/hold'));
    await vi.waitFor(() => expect(holding).toBe(before + 1), PATIENCE);
    return one;
  }
  return { url, server, held, done: () => done, mayEnd: mayEnd.resolve };
}

/** A connection of which a test decides what is sent when. */
async function opened(url: string) {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  sockets.push(socket);
  socket.on('error', () => undefined);
  let received = '';
  socket.on('data', (chunk) => {
    received += String(chunk);
  });
  const ended = once(socket, 'close').then(() => received);
  await once(socket, 'connect');
  return { socket, ended, received: () => received };
}

const ask = (method: string, path: string) =>
  `${method} ${path} HTTP/1.1\r\nHost: test\r\nContent-Length: 0\r\n\r\n`;

async function mustServe(url: string): Promise<void> {
  await vi.waitFor(async () => {
    const one = await opened(url);
    one.socket.write(ask('POST', '/work').replace('Host', 'Connection: close\r\nHost'));
    expect(await one.ended).toMatch(/^HTTP\/1\.1 200 /);
  }, PATIENCE);
}

const INFINITE = Number.POSITIVE_INFINITY;

describe('OA-HTTP-07 a server that holds as many connections as it may', () => {
  test.each([
    ['in all', { inAll: 2, perAddress: INFINITE }],
    ['from one address', { inAll: INFINITE, perAddress: 2 }],
  ])('tells whoever comes then, and does nothing for it: %s', async (_name, bounds) => {
    const { url, held, done, mayEnd } = await serving(bounds);
    const [first, second] = [await held(), await held()];
    const third = await opened(url);
    third.socket.write(ask('POST', '/work') + ask('POST', '/work'));
    const answer = await third.ended;
    expect(answer.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 503']);
    expect(answer).toContain('"code":"connections_exceeded"');
    expect(answer.toLowerCase()).toContain('retry-after: 1\r\n');
    expect(done()).toBe(0);
    second.socket.destroy();
    await mustServe(url);
    mayEnd();
    await vi.waitFor(() => expect(first.received()).toContain('{"held":true}'), PATIENCE);
  });

  test('answers probes all the same, each once', async () => {
    const { url, held, mayEnd } = await serving({ inAll: 1, perAddress: 1 });
    await held();
    for (const path of ['/livez', '/readyz']) {
      const probe = await opened(url);
      probe.socket.write(ask('GET', path) + ask('GET', path));
      expect((await probe.ended).match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200']);
    }
    mayEnd();
  });

  test('goes down in order', async () => {
    const { url, server, held, mayEnd } = await serving({ inAll: 1, perAddress: 1 });
    const first = await held();
    const beyond = await opened(url);
    beyond.socket.write(ask('GET', '/livez'));
    expect(await beyond.ended).toMatch(/^HTTP\/1\.1 200 /);
    const closed = server.close();
    mayEnd();
    expect(await first.ended).toContain('{"held":true}');
    await closed;
    await expect(fetch(`${url}/livez`)).rejects.toThrow();
  });
});

class Opened extends EventEmitter {
  readonly remoteAddress: string;
  isEnded = false;

  constructor(remoteAddress: string) {
    super();
    this.remoteAddress = remoteAddress;
  }

  destroy(): void {
    this.isEnded = true;
    this.emit('close');
  }
}

describe('OA-HTTP-07 connections beyond the bounds', () => {
  function counting(bounds: ConnectionBounds) {
    const connections = countConnections(() => bounds);
    const open = (address: string) => {
      const socket = new Opened(address);
      connections.open(socket as unknown as Socket);
      return socket;
    };
    const isBeyond = (socket: Opened) => connections.isBeyond(socket as unknown as Socket);
    return { open, isBeyond };
  }

  test('are listened to for a while and so many only; each that ends makes room', () => {
    vi.useFakeTimers();
    try {
      const { open, isBeyond } = counting({ inAll: 1, perAddress: INFINITE });
      const first = open('192.0.2.1');
      expect(isBeyond(first)).toBe(false);
      const more = Array.from({ length: BEYOND_MAX }, () => open('192.0.2.2'));
      expect(more.filter((socket) => isBeyond(socket) && !socket.isEnded)).toEqual(more);
      expect(open('192.0.2.3').isEnded).toBe(true);
      vi.advanceTimersByTime(10_000);
      expect(more.filter(({ isEnded }) => isEnded)).toEqual(more);
      expect(first.isEnded).toBe(false);
      const later = open('192.0.2.3');
      expect([isBeyond(later), later.isEnded]).toEqual([true, false]);
      first.destroy();
      expect(isBeyond(open('192.0.2.3'))).toBe(false);
    } finally {
      vi.useRealTimers();
    }
  });

  test('are counted by address, and a network of version 6 is one', () => {
    const { open, isBeyond } = counting({ inAll: INFINITE, perAddress: 1 });
    const addresses = [
      '192.0.2.1',
      '::ffff:192.0.2.1',
      '192.0.2.2',
      '2001:db8::1',
      '2001:db8::2',
      '2001:db8:1::1',
    ];
    const sockets = addresses.map(open);
    expect(sockets.map(isBeyond)).toEqual([false, true, false, false, true, false]);
    for (const socket of sockets) socket.destroy();
    expect(isBeyond(open('192.0.2.1'))).toBe(false);
  });
});

describe('OA-HTTP-07 the bounds of a server', () => {
  const boundsOf = (env: Record<string, string>) => readServing(env).connections();

  test('are those of its environment', () => {
    expect(boundsOf({})).toEqual({ inAll: 4_096, perAddress: 1_024 });
    expect(boundsOf({ OPENACT_CONNECTIONS: '7', OPENACT_ADDRESS_CONNECTIONS: '3' })).toEqual({
      inAll: 7,
      perAddress: 3,
    });
  });

  test('know no address behind proxies, whose connections all of them are', () => {
    expect(boundsOf({ OPENACT_PROXIES: '1', OPENACT_ADDRESS_CONNECTIONS: '3' })).toEqual({
      inAll: 4_096,
      perAddress: INFINITE,
    });
  });

  test.each(['OPENACT_CONNECTIONS', 'OPENACT_ADDRESS_CONNECTIONS'])('are numbers: %s', (name) => {
    for (const text of ['', '0', '-1', '65536', '1e3', 'many'])
      expect(() => readServing({ [name]: text })).toThrow(StartError);
    expect(() => readServing({ [name]: '65535' })).not.toThrow();
  });
});
