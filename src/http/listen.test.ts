import { Agent, request } from 'undici';
import { expect, test } from 'vitest';
import { createApp, createLogger, listen } from './index.ts';

test('OA-OPS-01 a server that closes finishes what it has and refuses what is new, on old connections too', async () => {
  const app = createApp({ name: 'test', log: createLogger('test', 'silent'), canWork: async () => {} });
  const begun = Promise.withResolvers<void>();
  const mayEnd = Promise.withResolvers<void>();
  app.post('/work', async (c) => {
    begun.resolve();
    await mayEnd.promise;
    return c.json({ done: true });
  });
  const server = await listen(app, { host: '127.0.0.1', port: 0 });
  const dispatcher = new Agent({ connections: 1 });
  const work = request(`${server.url}/work`, { method: 'POST', dispatcher });
  await begun.promise;
  let isClosed = false;
  const closed = server.close().then(() => {
    isClosed = true;
  });
  await expect(request(`${server.url}/healthz`, { dispatcher: new Agent() })).rejects.toMatchObject({
    code: 'ECONNREFUSED',
  });
  expect(isClosed).toBe(false);
  mayEnd.resolve();
  const answer = await work;
  expect([answer.statusCode, await answer.body.json()]).toEqual([200, { done: true }]);
  await expect(request(`${server.url}/healthz`, { dispatcher })).rejects.toMatchObject({
    code: 'ECONNREFUSED',
  });
  await closed;
  await dispatcher.close();
});
