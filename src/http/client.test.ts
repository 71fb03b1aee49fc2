import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ClosableHttpClient, createHttpClient } from './index.ts';

let server: Server;
let client: ClosableHttpClient;
let base: string;
let asked: string[];

beforeEach(async () => {
  asked = [];
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const location = request.url === '/moved' ? { location: '/there' } : {};
    response.writeHead(request.url === '/moved' ? 307 : 200, location).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  client = createHttpClient((origin) => origin === base);
});

afterEach(async () => {
  await client.close();
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
