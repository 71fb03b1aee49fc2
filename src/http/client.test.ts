import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MESSAGE_MAX_BYTES } from '../protocol/limits.ts';
import { type ClosableHttpClient, createHttpClient, deadlineIn } from './index.ts';

const MAX_ANSWER_BYTES = 8 * MESSAGE_MAX_BYTES;
const A_DATE = 'Tue, 01 Dec 2026 12:00:00 GMT';

let server: Server;
let client: ClosableHttpClient;
let base: string;
let asked: string[];

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const location = request.url === '/moved' ? { location: '/there' } : {};
    const after = { '/busy': { 'retry-after': '7' }, '/later': { 'retry-after': A_DATE } }[request.url ?? ''];
    response.writeHead(request.url === '/moved' ? 307 : 200, { ...location, ...after });
    if (request.url === '/long') response.end('x'.repeat(MAX_ANSWER_BYTES));
    else if (request.url === '/longer') response.end('x'.repeat(MAX_ANSWER_BYTES + 1));
    else if (request.url === '/cut') response.write('{', () => response.destroy());
    else if (request.url === '/silent') response.write('{');
    else response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  client = createHttpClient((origin) => origin === base);
});

afterEach(async () => {
  await client.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test('OA-NET-20 a redirect is an answer like any other and is not followed, not even to an allowed origin', async () => {
  expect((await client.get(`${base}/moved`)).status).toBe(307);
  expect((await client.post(`${base}/moved`, {})).status).toBe(307);
  expect(asked).toEqual(['/moved', '/moved']);
  expect((await client.get(`${base}/there`)).status).toBe(200);
});

test('OA-NET-01 only allowed origins are asked', async () => {
  await expect(client.get('http://127.0.0.1:9/there')).rejects.toMatchObject({ code: 'address_forbidden' });
  await expect(client.get('there')).rejects.toMatchObject({ code: 'address_forbidden' });
  expect((await client.get(`${base}/there`)).status).toBe(200);
});

test('the seconds of a Retry-After are told with the answer', async () => {
  expect((await client.get(`${base}/busy`)).retryAfterSeconds).toBe(7);
  expect((await client.post(`${base}/busy`, {})).retryAfterSeconds).toBe(7);
  expect((await client.get(`${base}/later`)).retryAfterSeconds).toBeUndefined();
  expect((await client.get(`${base}/there`)).retryAfterSeconds).toBeUndefined();
});

test('an answer is taken up to its limit, and no further', async () => {
  expect((await client.get(`${base}/long`)).body).toHaveLength(MAX_ANSWER_BYTES);
  await expect(client.get(`${base}/longer`)).rejects.toMatchObject({ code: 'peer_answer_invalid' });
});

test('OA-NET-02 an answer that stops in the middle is none, whether its connection ends or only falls silent', async () => {
  await expect(client.get(`${base}/cut`)).rejects.toMatchObject({ code: 'peer_unreachable' });
  const silent = client.get(`${base}/silent`, { timeoutMilliseconds: 200 });
  await expect(silent).rejects.toMatchObject({ code: 'peer_unreachable' });
  expect((await client.get(`${base}/there`, { timeoutMilliseconds: 60_000 })).status).toBe(200);
});

test('OA-NET-02 the time for an answer includes the wait for a connection', async () => {
  const busy = Array.from({ length: 64 }, () => client.get(`${base}/silent`, { timeoutMilliseconds: 1_500 }));
  const waits = client.get(`${base}/there`, { timeoutMilliseconds: 100 });
  await expect(waits).rejects.toMatchObject({ code: 'peer_unreachable' });
  const ends = await Promise.allSettled(busy);
  expect(ends.every(({ status }) => status === 'rejected')).toBe(true);
});

test('OA-NET-02 calls share a deadline: one takes no more than what is left, and none is made when nothing is', async () => {
  const left = { remaining: () => 150.5 };
  await expect(client.get(`${base}/silent`, { deadline: left })).rejects.toMatchObject({
    code: 'peer_unreachable',
  });
  const over = { timeoutMilliseconds: 60_000, deadline: deadlineIn(0) };
  await expect(client.get(`${base}/there`, over)).rejects.toMatchObject({ code: 'peer_unreachable' });
  // Whether the first was read by the server before its time was up depends on the machine.
  expect(asked).not.toContain('/there');
  expect((await client.get(`${base}/there`, { deadline: deadlineIn(60_000) })).status).toBe(200);
});
