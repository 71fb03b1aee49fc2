import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, test } from 'vitest';
import { CONNECTION_BOUNDS } from './connections.ts';
import { createApp, createLogger, type Listening, listen } from './index.ts';
import { NEWCOMERS_MAX_TURNS, type Newcomers, newcomersFirst } from './newcomers.ts';

const CROWD = 50;
const PATIENCE_MILLISECONDS = 60_000;

const servers: Listening[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

/** Connects all of them and asks on each before anybody is let in, says so, and counts the answers. */
const CLIENTS = `
  const { connect } = require('node:net');
  const { parentPort, workerData } = require('node:worker_threads');
  const { port, crowd, all } = workerData;
  let [asked, answered] = [0, 0];
  for (let at = 0; at < crowd; at += 1) {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () =>
      socket.write('GET /work HTTP/1.1\\r\\nHost: test\\r\\nConnection: close\\r\\n\\r\\n', () => {
        asked += 1;
        if (asked < crowd) return;
        Atomics.store(all, 0, 1);
        Atomics.notify(all, 0);
      }),
    );
    socket.on('data', (part) => {
      answered += String(part).split('HTTP/1.1 200 ').length - 1;
    });
    socket.on('close', () => {
      if (socket.bytesRead > 0 && answered === crowd) parentPort.postMessage(answered);
    });
  }
`;

describe('a crowd that comes at once', () => {
  test('is let in before anything is begun that it asks, and all of it is answered', async () => {
    let letIn = 0;
    const inAtEach: number[] = [];
    const app = createApp({ name: 'test', log: createLogger('test', 'silent'), checks: [] });
    app.get('/work', (c) => {
      inAtEach.push(letIn);
      return c.text('done');
    });
    const connections = () => {
      letIn += 1;
      return CONNECTION_BOUNDS;
    };
    const server = await listen(app, { host: '127.0.0.1', port: 0, connections });
    servers.push(server);
    const all = new Int32Array(new SharedArrayBuffer(4));
    const port = Number(new URL(server.url).port);
    const clients = new Worker(CLIENTS, { eval: true, workerData: { port, crowd: CROWD, all } });
    const answered = new Promise((resolve, reject) => clients.on('message', resolve).on('error', reject));
    // The system has taken all of them; here nobody was let in yet.
    expect(Atomics.wait(all, 0, 0, PATIENCE_MILLISECONDS)).not.toBe('timed-out');
    expect(letIn).toBe(0);
    expect(await answered).toBe(CROWD);
    await clients.terminate();
    // Whoever was first could not know that it was a crowd.
    expect(inAtEach.slice(1)).toEqual(Array.from({ length: CROWD - 1 }, () => CROWD));
  });

  /** Somebody comes in one turn after the other, from now on. */
  function crowd(newcomers: Newcomers) {
    let isOver = false;
    let turns = 0;
    const oneMore = (): void => {
      if (isOver) return;
      turns += 1;
      newcomers.came();
      setImmediate(oneMore);
    };
    oneMore();
    return { turns: () => turns, end: () => (isOver = true) };
  }

  const turn = () => new Promise((resolve) => setImmediate(resolve));

  test('holds up nobody for good, though it never ends', async () => {
    const newcomers = newcomersFirst();
    const { turns, end } = crowd(newcomers);
    await turn();
    const begunAfter = await new Promise((begun) => {
      const incoming = new IncomingMessage(new Socket());
      newcomers.before(() => begun(turns()))(incoming, new ServerResponse(incoming));
    });
    end();
    expect(begunAfter).toBe(NEWCOMERS_MAX_TURNS);
  });

  test('is none where one comes by itself: what it asks begins before anything else happens', async () => {
    const newcomers = newcomersFirst();
    let begun = 0;
    const incoming = new IncomingMessage(new Socket());
    const ask = () => newcomers.before(() => (begun += 1))(incoming, new ServerResponse(incoming));
    newcomers.came();
    ask();
    expect(begun).toBe(1);
    await turn();
    ask();
    expect(begun).toBe(2);
    await turn();
    newcomers.came();
    ask();
    expect(begun).toBe(3);
  });
});
