import { expect, test } from 'vitest';
import type { CallOptions, HttpAnswer, HttpClient } from '../http/index.ts';
import { heedingPauses } from './heeding-pauses.ts';
import { ok, type Reply, refuse } from './testing/reply.ts';

const URL = 'https://shop.example/quotes';

/** A server that gives these answers in turn, and what it was sent and how long the caller slept. */
function server(answers: readonly Partial<HttpAnswer>[]) {
  const sent: unknown[] = [];
  const slept: number[] = [];
  const left = answers.values();
  async function answer(...call: unknown[]): Promise<HttpAnswer> {
    sent.push(call);
    const next = left.next();
    if (next.done) throw new Error('asked too often');
    return { status: 200, contentType: 'application/json', body: new Uint8Array(), ...next.value };
  }
  const http: HttpClient = { get: answer, post: answer };
  const client = heedingPauses(http, async (milliseconds) => {
    slept.push(milliseconds);
  });
  return { client, sent, slept };
}

const busy = (retryAfterSeconds?: number): Partial<HttpAnswer> => ({
  status: 429,
  ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
});

/** A server that cannot take it now. */
function down({ status, body }: Reply, retryAfterSeconds?: number): Partial<HttpAnswer> {
  return {
    status,
    contentType: 'application/problem+json',
    body: new TextEncoder().encode(JSON.stringify(body)),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  };
}

test('OA-OPS-02 what meets a 429 is sent again as it was, when the server has said', async () => {
  const { client, sent, slept } = server([busy(2), busy(0), {}]);
  const body = { command: 'signed-once' };
  expect((await client.post(URL, body, { timeoutMilliseconds: 7 })).status).toBe(200);
  expect(sent).toEqual(Array.from({ length: 3 }, () => [URL, body, { timeoutMilliseconds: 7 }]));
  expect(slept).toEqual([2_000, 1_000]);
});

test('a few times, and then its answer is taken', async () => {
  const { client, sent, slept } = server(Array.from({ length: 4 }, () => busy(10)));
  expect((await client.get(URL)).status).toBe(429);
  expect([sent.length, slept]).toEqual([4, [10_000, 10_000, 10_000]]);
});

test.each<[string, Partial<HttpAnswer>, CallOptions]>([
  ['without a time', busy(), {}],
  ['with a long time', busy(11), {}],
  ['with a time beyond the deadline of the call', busy(2), { deadline: { remaining: () => 2_000 } }],
  ['that says to ask first', down(refuse('store_unavailable'), 1), {}],
  ['that says later, and not when', down(refuse('shutting_down')), {}],
  ['of something before the server', { status: 503, retryAfterSeconds: 1 }, {}],
  ['that is no problem of ours', { ...down(ok({ retryability: 'later' }), 1), status: 503 }, {}],
  ['of another kind', { status: 502, retryAfterSeconds: 1 }, {}],
])('an answer %s is taken at once', async (_name, answer, options) => {
  const { client, sent, slept } = server([answer]);
  expect((await client.post(URL, {}, options)).status).toBe(answer.status);
  expect([sent.length, slept]).toEqual([1, []]);
});

test('a time within the deadline of the call is waited for', async () => {
  const { client, slept } = server([busy(2), {}]);
  expect((await client.get(URL, { deadline: { remaining: () => 2_001 } })).status).toBe(200);
  expect(slept).toEqual([2_000]);
});

test('what meets a 503 that says that nothing was done is sent again as it was', async () => {
  const { client, sent, slept } = server([down(refuse('connections_exceeded'), 1), busy(2), {}]);
  const body = { command: 'signed-once' };
  expect((await client.post(URL, body)).status).toBe(200);
  expect(sent).toEqual(Array.from({ length: 3 }, () => [URL, body, {}]));
  expect(slept).toEqual([1_000, 2_000]);
});

test('what is public is read again whatever the 503 says; with a command only where nothing was done', async () => {
  const answers = [down(refuse('store_unavailable'), 1), { status: 503, retryAfterSeconds: 3 }, {}];
  const open = server(answers);
  expect((await open.client.get(URL)).status).toBe(200);
  expect(open.slept).toEqual([1_000, 3_000]);
  const signed = server(answers);
  expect((await signed.client.get(URL, { command: 'signed-once' })).status).toBe(503);
  expect([signed.sent.length, signed.slept]).toEqual([1, []]);
  const again = server([down(refuse('connections_exceeded'), 1), {}]);
  expect((await again.client.get(URL, { command: 'signed-once' })).status).toBe(200);
});
