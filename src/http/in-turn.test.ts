import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import {
  type AddressInfo,
  connect,
  createServer as createSocketServer,
  type Server,
  type Socket,
} from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { endStalled, inTurn } from './in-turn.ts';
import { answerUnreadable } from './unreadable.ts';

const REQUEST = 'GET / HTTP/1.1\r\nHost: test\r\n\r\n';
const LAST = 'GET / HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n';
const PATIENCE = { timeout: 60_000, interval: 20 };

const opened: { close(done: () => void): unknown }[] = [];
const sockets: Socket[] = [];

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await Promise.all(opened.splice(0).map((server) => new Promise<void>((done) => server.close(done))));
});

async function portOf(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  opened.push(server);
  return (server.address() as AddressInfo).port;
}

/** A connection of which a test decides what is sent and when it is read, with the server's own end of it. */
async function connected(listener: RequestListener) {
  const server = endStalled(createServer(inTurn(listener)));
  const port = await portOf(server);
  const accepted = once(server, 'connection');
  const client = connect({ port, host: '127.0.0.1' });
  const [end] = (await accepted) as [Socket];
  client.on('error', () => undefined);
  end.on('error', () => undefined);
  sockets.push(client, end);
  const closed = once(client, 'close');
  return { client, end, closed };
}

async function readAll(client: Socket, closed: Promise<unknown>): Promise<string> {
  let received = '';
  client.on('data', (chunk) => {
    received += String(chunk);
  });
  await closed;
  return received;
}

const answersIn = (received: string): number => received.split('HTTP/1.1 200 OK').length - 1;

describe('OA-HTTP-06 OA-HTTP-08 requests that are sent ahead', () => {
  test('are taken one after the other, and all answered', async () => {
    let [running, most, done] = [0, 0, 0];
    const { client, closed } = await connected(async (_request, response) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      done += 1;
      response.end(`number ${done};`);
    });
    client.write(REQUEST.repeat(30) + LAST);
    const received = await readAll(client, closed);
    expect(answersIn(received)).toBe(31);
    expect(received.match(/number \d+;/g)).toEqual(
      Array.from({ length: 31 }, (_, index) => `number ${index + 1};`),
    );
    expect(most).toBe(1);
  });

  test('may be 64, and are no more', async () => {
    for (const [ahead, answers] of [
      [64, 65],
      [65, 0],
    ] as const) {
      const mayEnd = Promise.withResolvers<void>();
      const seen = Promise.withResolvers<void>();
      let begun = 0;
      const { client, end, closed } = await connected(async (_request, response) => {
        begun += 1;
        seen.resolve();
        await mayEnd.promise;
        response.end();
      });
      client.write(REQUEST.repeat(ahead) + LAST);
      await seen.promise;
      if (answers === 0) await vi.waitFor(() => expect(end.destroyed).toBe(true), PATIENCE);
      mayEnd.resolve();
      expect(answersIn(await readAll(client, closed))).toBe(answers);
      expect(begun).toBe(Math.max(1, answers));
    }
  });

  test('are not begun behind an answer that nobody takes, which ends the connection', async () => {
    let begun = 0;
    const { client, end, closed } = await connected((_request, response) => {
      begun += 1;
      response.end(Buffer.alloc(16 * 1_048_576));
    });
    client.pause();
    client.write(REQUEST.repeat(20));
    await vi.waitFor(() => expect(end.writableLength).toBeGreaterThan(0), PATIENCE);
    expect(begun).toBeLessThan(20);
    end.emit('timeout');
    expect(end.destroyed).toBe(true);
    client.resume();
    await closed;
    expect(begun).toBeLessThan(20);
  });
});

describe('OA-HTTP-08 an answer that is taken a few bytes at a time', () => {
  const answering = () => {
    const mayEnd = Promise.withResolvers<void>();
    const seen = Promise.withResolvers<void>();
    const listener: RequestListener = async (_request, response) => {
      seen.resolve();
      await mayEnd.promise;
      response.end(Buffer.alloc(16 * 1_048_576));
    };
    return { mayEnd, seen: seen.promise, listener };
  };
  const periods = (count: number) => vi.advanceTimersByTime(count * 60_000);

  afterEach(() => void vi.useRealTimers());

  test('is given up after two minutes, however long it took to be made', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { mayEnd, seen, listener } = answering();
    const { client, end, closed } = await connected(listener);
    client.pause();
    client.write(REQUEST);
    await seen;
    periods(10);
    expect(end.destroyed).toBe(false);
    mayEnd.resolve();
    await once(client, 'readable');
    periods(1);
    expect(end.destroyed).toBe(false);
    periods(1);
    expect(end.destroyed).toBe(true);
    client.resume();
    await closed;
  });

  test('is not given up once all of it has left', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const gone = Promise.withResolvers<void>();
    const { client, end } = await connected((_request, response) => {
      response.once('close', gone.resolve);
      response.end('done');
    });
    client.write(REQUEST);
    client.resume();
    await gone.promise;
    periods(10);
    expect(end.destroyed).toBe(false);
  });
});

describe('OA-HTTP-08 a connection on which nothing moves', () => {
  test('is left alone while its answer is being made', async () => {
    const mayEnd = Promise.withResolvers<void>();
    const seen = Promise.withResolvers<void>();
    const { client, end, closed } = await connected(async (_request, response) => {
      seen.resolve();
      await mayEnd.promise;
      response.end();
    });
    client.write(LAST);
    await seen.promise;
    end.emit('timeout');
    expect(end.destroyed).toBe(false);
    mayEnd.resolve();
    expect(answersIn(await readAll(client, closed))).toBe(1);
  });

  test('ends when nothing is asked on it', async () => {
    const { client, end, closed } = await connected((_request, response) => response.end());
    client.resume();
    client.write(REQUEST);
    await once(client, 'data');
    await vi.waitFor(() => expect(end.writableLength).toBe(0), PATIENCE);
    await vi.waitFor(() => {
      end.emit('timeout');
      expect(end.destroyed).toBe(true);
    }, PATIENCE);
    await closed;
  });

  test.each(['ERR_HTTP_REQUEST_TIMEOUT', 'HPE_HEADER_OVERFLOW'])(
    'ends after the answer to what is no request, though the other side keeps its half: %s',
    async (code) => {
      const server = createSocketServer({ allowHalfOpen: true }, (socket) => {
        sockets.push(socket);
        answerUnreadable(Object.assign(new Error(code), { code }), socket);
      });
      const client = connect({ port: await portOf(server), host: '127.0.0.1', allowHalfOpen: true });
      client.on('error', () => undefined);
      sockets.push(client);
      let received = '';
      client.on('data', (chunk) => {
        received += String(chunk);
      });
      await once(client, 'end');
      expect(received).toContain('http_malformed');
      expect(client.writable).toBe(true);
      const connections = () =>
        new Promise<number>((resolve) => server.getConnections((_error, count) => resolve(count)));
      await vi.waitFor(async () => expect(await connections()).toBe(0), PATIENCE);
    },
  );
});
