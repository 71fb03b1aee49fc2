/** Payment on access where platforms have it: proxies before the seller, and whatever handlers answer. */
import { connect } from 'node:net';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listen, readJson } from '../../src/http/index.ts';
import {
  A402_HEADERS,
  bodyDigestOf,
  decodePaymentNeeded,
  fingerprintOf,
} from '../../src/protocol/a402/index.ts';
import { ActError } from '../../src/protocol/errors/index.ts';
import { IDS } from '../../src/verifier/testing/actors.ts';
import { type A402World, createA402World, SHOP, SUB, shopExchange } from './a402-world.ts';

const TREND = `${SHOP}/market/trend`;
const NOTHING = new Uint8Array();

let world: A402World;
beforeEach(async () => {
  world = await createA402World();
});
afterEach(() => world.close());

const spent = async (): Promise<bigint> => 200n - (await world.balance(`sub:${SUB}`));
const states = async () => {
  const rows = await world.agentStore.read.all('SELECT state FROM agent_a402_purchases ORDER BY created_at');
  return rows.map(({ state }) => state);
};
const outcome = (work: Promise<Response>): Promise<string> =>
  work.then(
    ({ status }) => String(status),
    (error: unknown) => (error instanceof ActError ? error.code : String(error)),
  );

/** Something between buyer and seller that does as it likes with the requests that carry a proof. */
function between(meet: (count: number) => 'taken off' | 'sent twice' | 'page' | 'passed on'): void {
  const { shop } = world.network;
  let count = 0;
  world.network.shop = async (request) => {
    if (!(A402_HEADERS.proof in request.headers)) return shop(request);
    count += 1;
    const fate = meet(count);
    if (fate === 'page') return { status: 200, headers: new Headers(), body: NOTHING };
    if (fate === 'sent twice') await shop(request);
    const { [A402_HEADERS.proof]: _proof, ...bare } = request.headers;
    return shop(fate === 'taken off' ? { ...request, headers: bare } : request);
  };
}

describe('OA-A402-15 a proof on which the seller has said no word stays good', () => {
  test('where something takes it off for good, one payment is made, however often it is called', async () => {
    let isInTheWay = true as boolean;
    between(() => (isInTheWay ? 'taken off' : 'passed on'));
    for (const call of [1, 2, 3]) {
      expect([call, await outcome(world.buy(TREND))]).toEqual([call, 'payment_proof_invalid']);
      expect([await spent(), world.handler.runs, await states()]).toEqual([1n, 0, ['PAID']]);
    }
    isInTheWay = false;
    expect(await outcome(world.buy(TREND))).toBe('200');
    expect([await spent(), world.handler.runs, await states()]).toEqual([1n, 1, ['DELIVERED']]);
  });

  test('where a page stands in the way, what was paid is fetched the next time', async () => {
    between((count) => (count === 1 ? 'page' : 'passed on'));
    expect(await (await world.buy(TREND)).text()).toBe('');
    expect(await (await world.buy(TREND)).json()).toEqual({ trend: 'up', run: 1 });
    expect([await spent(), await states()]).toEqual([1n, ['DELIVERED']]);
  });

  test('what a proxy sends twice is signed again, and delivered once (OA-A402-08)', async () => {
    between((count) => (count === 1 ? 'sent twice' : 'passed on'));
    expect(await (await world.buy(TREND)).json()).toEqual({ trend: 'up', run: 1 });
    expect([await spent(), world.handler.runs]).toEqual([1n, 1]);
  });

  test('the answer that somebody got before is not taken for this payment’s', async () => {
    const { shop } = world.network;
    let kept: Awaited<ReturnType<typeof shop>> | undefined;
    world.network.shop = async (request) => {
      if (!(A402_HEADERS.proof in request.headers)) return shop(request);
      if (kept !== undefined) return kept;
      kept = await shop(request);
      return kept;
    };
    for (const call of [1, 2, 3]) expect([call, await outcome(world.buy(TREND))]).toEqual([call, '200']);
    expect([await spent(), new Set(await states())]).toEqual([2n, new Set(['DELIVERED', 'PAID'])]);
  });
});

describe('what a handler answers after the payment', () => {
  test.each([
    ['200', 'x'],
    ['200', ''],
    ['204', null],
    ['205', null],
    ['302', null],
    ['304', null],
  ] as const)('%s is delivered, stored and over (PSD-PAY-A402-11, OA-A402-10)', async (status, body) => {
    const headers = { location: '/elsewhere', 'set-cookie': 'a=1', etag: '"1"' };
    world.handler.answer = () => new Response(body, { status: Number(status), headers });
    const named = { purchaseId: 'once' };
    for (const call of ['first', 'again']) {
      const response = await world.buy(TREND, named);
      expect([call, String(response.status), await response.text()]).toEqual([call, status, body ?? '']);
      expect(response.headers.getSetCookie()).toEqual(['a=1']);
    }
    expect([world.handler.runs, await spent(), await states()]).toEqual([1, 1n, ['DELIVERED']]);
    expect(await outcome(world.buy(TREND))).toBe(status);
    expect([world.handler.runs, await spent()]).toEqual([2, 2n]);
  });

  test.each([
    ['404', () => new Response('none', { status: 404, headers: { 'cache-control': 'public, max-age=60' } })],
    [
      '500',
      () => {
        throw new Error('broken');
      },
    ],
    ['500', () => new Response('x'.repeat(1_048_577))],
  ] as const)(
    '%s is a failure: the money stays good, and nothing keeps the answer (OA-A402-11)',
    async (status, fail) => {
      const good = world.handler.answer;
      world.handler.answer = fail;
      const failed = await world.buy(TREND);
      expect([String(failed.status), failed.headers.get('cache-control')]).toEqual([status, 'no-store']);
      expect([await spent(), await states()]).toEqual([1n, ['PAID']]);
      world.handler.answer = good;
      expect(await outcome(world.buy(TREND))).toBe('200');
      expect([await spent(), await states()]).toEqual([1n, ['DELIVERED']]);
    },
  );

  test('an answer without an end is given up, and no more of it is made', async () => {
    let isCancelled = false as boolean;
    const endless = () =>
      new ReadableStream({
        pull: (controller) => controller.enqueue(new Uint8Array(65_536)),
        cancel() {
          isCancelled = true;
        },
      });
    world.handler.answer = () => new Response(endless());
    expect(await outcome(world.buy(TREND))).toBe('500');
    expect([isCancelled, await states()]).toEqual([true, ['PAID']]);
  });

  test('nothing keeps it, whatever was said of it before and after (OA-A402-11)', async () => {
    const lasting = { 'cache-control': 'public, max-age=60', 'cdn-cache-control': 'max-age=60' };
    world.handler.answer = () => new Response('x', { headers: { ...lasting, 'x-of': 'handler' } });
    const app = new Hono();
    app.use(async (c, next) => {
      for (const [name, value] of Object.entries(lasting)) c.res.headers.set(name, value);
      c.res.headers.set('access-control-allow-origin', '*');
      await next();
    });
    app.route('/', world.shop);
    const seen: (string | null)[][] = [];
    world.network.shop = async (request) => {
      const answer = await shopExchange(app)(request);
      const names = ['cache-control', 'cdn-cache-control', 'access-control-allow-origin'];
      seen.push(names.map((name) => answer.headers.get(name)));
      return answer;
    };
    for (const _ of ['first', 'again'])
      expect(await outcome(world.buy(TREND, { purchaseId: 'once' }))).toBe('200');
    expect(seen).toEqual([1, 2, 3].map(() => ['no-store', null, '*']));
  });
});

/** Sends what stands there and nothing else; resolves with all that comes back until the connection ends. */
function sendRaw(url: string, text: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let answered = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.setEncoding('utf8').on('data', (part) => {
      answered += part;
    });
    socket.on('error', reject).on('close', () => resolve(answered));
  });
}

async function billOver(url: string, method: string, target: string, rest: readonly string[], body = '') {
  const head = [`${method} ${target} HTTP/1.1`, ...rest, `Act-Agent: ${IDS.agent}`, 'Connection: close'];
  const answered = await sendRaw(url, `${head.join('\r\n')}\r\n\r\n${body}`);
  const [, bill = ''] = /payment-needed: (\S+)/i.exec(answered) ?? [];
  return decodePaymentNeeded(bill).protocol.resource_id;
}

const fingerprint = async (method: string, target: string, body = '') =>
  fingerprintOf({
    method,
    uri: `${SHOP}${target}`,
    body_digest: await bodyDigestOf(new TextEncoder().encode(body)),
  });

describe('OA-A402-02 the fingerprint is of the public address and of what was sent', () => {
  test('path and query as they were sent, whoever the caller says the host is', async () => {
    const server = await listen(world.shop, { host: '127.0.0.1', port: 0 });
    const targets = [
      '/market/a?b=2&a=1&b=2&c=',
      '/market/a?',
      "/market/a?name='x'",
      '/market/%7Ea/~a/%2F/%2f',
      '/market/a;v=1//b/.hidden',
      '/market/a?at=12:00+08:00&%E4%BB%B7',
    ];
    const hosts = [
      ['Host: rail.example'],
      ['Host: Evil.Example:81'],
      [
        ...['Host: evil.example', 'X-Forwarded-Host: worse.example', 'X-Forwarded-Prefix: /other'],
        ...['X-Forwarded-Proto: http', 'Forwarded: host=worst.example;proto=http'],
      ],
    ];
    for (const target of targets) {
      for (const host of hosts) {
        const bill = await billOver(server.url, 'GET', target, host);
        expect([target, host, bill]).toEqual([target, host, await fingerprint('GET', target)]);
      }
    }
    const whole = await billOver(server.url, 'GET', 'http://evil.example/market/a?x', ['Host: evil.example']);
    expect(whole).toBe(await fingerprint('GET', '/market/a?x'));
    await server.close();
  });

  test('a body is what was said, however it was cut up', async () => {
    const server = await listen(world.shop, { host: '127.0.0.1', port: 0 });
    const expected = await fingerprint('POST', '/market/a', 'half and half');
    const host = 'Host: rail.example';
    const plain = [host, 'Content-Length: 13', 'Expect: 100-continue'];
    expect(await billOver(server.url, 'POST', '/market/a', plain, 'half and half')).toBe(expected);
    const chunked = '4\r\nhalf\r\n9;x=1\r\n and half\r\n0\r\n\r\n';
    expect(
      await billOver(server.url, 'POST', '/market/a', [host, 'Transfer-Encoding: chunked'], chunked),
    ).toBe(expected);
    await server.close();
  });

  test('a buyer writes an address as it sends it', async () => {
    for (const end of ['?', '#', '?#', '?a#b', "?q='x'", '/../b/./c', '/%2e%2e/d', '//e;f', '/é?ü'])
      expect([end, await outcome(world.buy(`${SHOP}/market/x${end}`))]).toEqual([end, '200']);
    expect(await spent()).toBe(9n);
  });
});

describe('a body that others have to read, too', () => {
  /** A shop whose price is in the body, before a handler that reads it as our own handlers do. */
  function priced() {
    const app = new Hono();
    app.use('/market/*', async (c, next) => {
      const { price } = await c.req.json();
      const offer = { name: 'By the body', price, currency: 'CNY', category: 'data/market' };
      await world.seller.sells(offer)(c, next);
    });
    app.post('/market/*', async (c) => c.json({ got: await c.req.json() }));
    return app;
  }

  test('a price may be set by it: it is read before, and the handler reads it again', async () => {
    world.network.shop = shopExchange(priced());
    const body = '{"price":"0.03"}';
    const response = await world.buy(TREND, { method: 'POST', body });
    expect([response.status, await response.json()]).toEqual([200, { got: { price: '0.03' } }]);
    expect(await spent()).toBe(3n);
  });

  test('over a connection of Node, as well, and by the reader of our own servers', async () => {
    const app = priced();
    app.post('/free', async (c) => c.json(await c.req.text()));
    const sold = new Hono();
    const offer = { name: 'Read twice', price: '0.01', currency: 'CNY', category: 'data/market' };
    sold.use('/market/*', world.seller.sells(offer));
    sold.post('/market/*', async (c) =>
      c.json(await readJson(c, Object.assign(() => true, { errors: null }) as never)),
    );
    for (const [shop, price] of [
      [app, 3n],
      [sold, 1n],
    ] as const) {
      const before = await spent();
      const server = await listen(shop, { host: '127.0.0.1', port: 0 });
      world.network.shop = async ({ url, method, headers, body }) => {
        const at = `${server.url}${url.slice(SHOP.length)}`;
        const type = { 'content-type': 'application/json' };
        const answer = await fetch(at, {
          method,
          headers: { ...headers, ...type },
          body: new Uint8Array(body),
        });
        return {
          status: answer.status,
          headers: answer.headers,
          body: new Uint8Array(await answer.arrayBuffer()),
        };
      };
      const response = await world.buy(TREND, { method: 'POST', body: '{"price":"0.03"}' });
      expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('"0.03"')]);
      expect((await spent()) - before).toBe(price);
      await server.close();
    }
  });
});

describe('how a buyer is asked', () => {
  test('headers in any form, and who buys is not the caller’s to say', async () => {
    const seen: Record<string, string>[] = [];
    const { shop } = world.network;
    world.network.shop = (request) => {
      seen.push({ ...request.headers });
      return shop(request);
    };
    const given = { 'act-agent': 'did:act:x.example/y', 'payment-proof': 'x', accept: 'text/csv' };
    for (const headers of [given, new Headers(given)])
      expect((await world.buy(TREND, { headers })).status).toBe(200);
    expect(seen.map(({ accept }) => accept)).toEqual(Array.from({ length: 4 }, () => 'text/csv'));
    expect(seen.map((headers) => headers['act-agent'])).toEqual(Array.from({ length: 4 }, () => undefined));
  });

  test('what it does not take is a mistake that is told before anything is asked', async () => {
    const asked = () => world.network.shop;
    let calls = 0;
    const shop = asked();
    world.network.shop = (request) => {
      calls += 1;
      return shop(request);
    };
    const wishes = [
      { signal: AbortSignal.abort() },
      { redirect: 'follow' },
      ...[new FormData(), new URLSearchParams('a=1'), new Blob(['x']), new ReadableStream()].map((body) => ({
        method: 'POST',
        body,
      })),
    ];
    for (const wish of wishes) await expect(world.buy(TREND, wish as never)).rejects.toThrow(TypeError);
    await expect(world.buy(new Request(TREND) as never)).rejects.toThrow(TypeError);
    expect([calls, await spent()]).toEqual([0, 0n]);
    expect((await world.buy(TREND)).status).toBe(200);
  });
});
