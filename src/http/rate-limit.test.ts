import { describe, expect, test } from 'vitest';
import { ActError } from '../protocol/errors/index.ts';
import { callerAddress } from './caller-address.ts';
import { createApp, createLogger, createRateLimit, listen } from './index.ts';

function outcome(take: () => void): string | number {
  try {
    take();
    return 'ok';
  } catch (error) {
    return error instanceof ActError && error.code === 'request_rate_exceeded'
      ? Number(error.evidence.retry_after_seconds)
      : String(error);
  }
}

describe('OA-OPS-02 a limit', () => {
  test('lets a burst through, then the even pace, for each caller alone', () => {
    let now = 0;
    const limit = createRateLimit({ perSecond: 2, burst: 3 }, () => now);
    const ask = (caller: string) => outcome(() => limit.take(caller));
    expect([1, 2, 3, 4].map(() => ask('a'))).toEqual(['ok', 'ok', 'ok', 1]);
    expect(ask('b')).toBe('ok');
    now = 500;
    expect([ask('a'), ask('a')]).toEqual(['ok', 1]);
    now = 1_000_000;
    expect([1, 2, 3, 4].map(() => ask('a'))).toEqual(['ok', 'ok', 'ok', 1]);
  });

  test('says how long to wait', () => {
    const limit = createRateLimit({ perSecond: 0.1, burst: 1 }, () => 0);
    expect([outcome(() => limit.take('a')), outcome(() => limit.take('a'))]).toEqual(['ok', 10]);
  });

  test('keeps a bounded memory, and forgets who asked least recently', () => {
    const limit = createRateLimit({ perSecond: 1, burst: 1 }, () => 0);
    limit.take('often');
    for (let caller = 0; caller < 30_000; caller += 1) {
      limit.take(`caller ${caller}`);
      expect(outcome(() => limit.take('often'))).toBe(1);
    }
    expect(limit.size).toBe(10_000);
  });
});

test('OA-OPS-02 a server refuses an address that asks too often, with Retry-After, and does nothing for it', async () => {
  const app = createApp({ name: 'test', log: createLogger('test', 'silent'), checks: [] });
  let done = 0;
  app.get('/work', (c) => {
    done += 1;
    return c.json({ done });
  });
  const addressLimit = createRateLimit({ perSecond: 1, burst: 2 }, () => 0);
  const server = await listen(app, { host: '127.0.0.1', port: 0, addressLimit });
  const statuses: number[] = [];
  for (let call = 0; call < 3; call += 1) statuses.push((await fetch(`${server.url}/work`)).status);
  expect([statuses, done]).toEqual([[200, 200, 429], 2]);
  const refused = await fetch(`${server.url}/work`);
  expect(refused.headers.get('retry-after')).toBe('1');
  expect(await refused.json()).toMatchObject({ code: 'request_rate_exceeded', requirement: 'OA-OPS-02' });
  expect((await fetch(`${server.url}/livez`)).status).toBe(200);
  await server.close();
});

test.each([
  ['the connection', '192.0.2.1', null, 0, '192.0.2.1'],
  ['what anybody wrote is not looked at', '192.0.2.1', '198.51.100.7', 0, '192.0.2.1'],
  ['what the trusted proxy wrote', '10.0.0.1', '1.2.3.4, 198.51.100.7', 1, '198.51.100.7'],
  ['two proxies', '10.0.0.1', '1.2.3.4, 198.51.100.7, 10.0.0.2', 2, '198.51.100.7'],
  ['a proxy that says nothing', '10.0.0.1', null, 1, '10.0.0.1'],
  ['no port that a proxy wrote', '10.0.0.1', '198.51.100.7:4711', 1, '198.51.100.7'],
  ['none in brackets', '10.0.0.1', '[2001:db8:1:2::9]:4711', 1, '2001:db8:1:2::/64'],
  ['a proxy that writes a word', '10.0.0.1', 'unknown', 1, '10.0.0.1'],
  ['a proxy that writes too much', '10.0.0.1', '198.51.100.7; for=1.2.3.4', 1, '10.0.0.1'],
  ['a mapped address', '::ffff:192.0.2.1', null, 0, '192.0.2.1'],
  ['one network of IPv6', '2001:db8:1:2:aaaa::1', null, 0, '2001:db8:1:2::/64'],
  ['the same, shortened', '2001:db8::1', null, 0, '2001:db8:0:0::/64'],
  ['nothing', undefined, null, 0, 'unknown'],
])('OA-OPS-02 counts %s', (_what, connection, forwarded, proxies, expected) => {
  expect(callerAddress(connection, forwarded, proxies)).toBe(expected);
});
