import { expect, test } from 'vitest';
import { createApp, createLogger } from '../../http/index.ts';
import { MESSAGE_MAX_BYTES } from '../../protocol/limits.ts';
import { readAsked } from './asked.ts';

const BASE = 'https://market.example';
const app = createApp({ name: 'seller', log: createLogger('seller', 'silent'), checks: [] });
app.post('/goods', async (c) => {
  const asked = await readAsked(c, BASE);
  return c.json({ asked, body: await c.req.text() });
});

async function post(...parts: readonly (string | Error)[]) {
  const left = [...parts];
  const body = new ReadableStream({
    pull(controller) {
      const part = left.shift();
      if (part === undefined) controller.close();
      else if (typeof part === 'string') controller.enqueue(new TextEncoder().encode(part));
      else controller.error(part);
    },
  });
  const answer = await app.request(
    new Request(`${BASE}/goods?b=2&a=1&a=1`, { method: 'POST', body, duplex: 'half' } as RequestInit),
  );
  return { status: answer.status, json: await answer.json() };
}

test('a body is read whole and left for whoever sells, and the address is as it was written', async () => {
  const { status, json } = await post('half', ' and half');
  expect([status, json.body, json.asked.uri]).toEqual([200, 'half and half', `${BASE}/goods?b=2&a=1&a=1`]);
});

test('OA-HTTP-03, OA-HTTP-05 a body that breaks off, or is too long, is its sender’s affair', async () => {
  expect(await post('half', new Error('gone'))).toMatchObject({
    status: 400,
    json: { code: 'http_malformed' },
  });
  const long = 'a'.repeat(MESSAGE_MAX_BYTES);
  expect(await post(long, 'a')).toMatchObject({ status: 413, json: { code: 'json_too_large' } });
  expect((await post(long)).status).toBe(200);
});
