import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createRateLimit, listen, type RateLimit } from '../../http/index.ts';
import { createLogWorld, ID, type LogWorld, NOW } from '../testing/log-world.ts';

let limit: RateLimit;
let world: LogWorld;
beforeAll(async () => {
  world = await createLogWorld(undefined, NOW, [], { take: (caller) => limit.take(caller) });
});
beforeEach(() => {
  limit = createRateLimit({ perSecond: 1, burst: 2 }, () => 0);
});
afterAll(() => world.close());

async function codeOf(answer: Response): Promise<string> {
  if (answer.ok) return 'accepted';
  return ((await answer.json()) as { code: string }).code;
}

/** The signature of another anchor of the same signer. */
async function forged(): Promise<string> {
  const [one, other] = [await world.anchor('psp'), await world.anchor('psp')];
  return one.slice(0, one.lastIndexOf('.') + 1) + other.split('.')[2];
}

describe('OA-OPS-02 the log counts', () => {
  test('who has signed an anchor: too many are refused, and nobody else is', async () => {
    const anchors = [await world.anchor('psp'), await world.anchor('psp')];
    for (const anchor of anchors) expect(await codeOf(await world.submit(anchor))).toBe('accepted');
    const third = await world.anchor('psp');
    const refused = await world.submit(third);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
    expect(await codeOf(refused)).toBe('request_rate_exceeded');
    expect(await codeOf(await world.submit(await world.anchor('merchant')))).toBe('accepted');
    expect(await codeOf(await world.submit(await world.anchor('agent'), world.attestation))).toBe('accepted');
    limit = createRateLimit({ perSecond: 1, burst: 1 }, () => 0);
    expect(await codeOf(await world.submit(third))).toBe('accepted');
  });

  test('nobody for what they have not signed', async () => {
    for (const _ of [1, 2, 3, 4]) {
      expect(await codeOf(await world.submit(await forged()))).toBe('jws_signature_invalid');
    }
    const stranger = await world.anchor('merchant', { iss: ID.psp });
    for (const _ of [1, 2, 3, 4]) expect(await codeOf(await world.submit(stranger))).toMatch(/^x509_/);
    for (const _ of [1, 2])
      expect(await codeOf(await world.submit(await world.anchor('psp')))).toBe('accepted');
  });

  test('nobody for what others send again: an anchor that has its place is counted for its record', async () => {
    const anchor = await world.anchor('psp');
    expect(await codeOf(await world.submit(anchor))).toBe('accepted');
    const again = [await world.submit(anchor), await world.submit(anchor), await world.submit(anchor)];
    expect(await Promise.all(again.map(codeOf))).toEqual([
      'anchor_duplicate',
      'anchor_duplicate',
      'request_rate_exceeded',
    ]);
    expect(await codeOf(await world.submit(await world.anchor('psp')))).toBe('accepted');
  });

  test('each caller of one address for itself, beside the address', async () => {
    const addressLimit = createRateLimit({ perSecond: 1, burst: 8 }, () => 0);
    const server = await listen(world.app, { host: '127.0.0.1', port: 0, addressLimit });
    const send = async (anchor: string): Promise<string> => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ anchor });
      return codeOf(await fetch(`${server.url}/anchors`, { method: 'POST', headers, body }));
    };
    const flood: string[] = [];
    for (const _ of [1, 2, 3, 4]) flood.push(await send(await world.anchor('psp')));
    expect(flood).toEqual(['accepted', 'accepted', 'request_rate_exceeded', 'request_rate_exceeded']);
    expect(await send(await world.anchor('merchant'))).toBe('accepted');
    for (const _ of [1, 2, 3]) expect(await send(await forged())).toBe('jws_signature_invalid');
    // What the address may send is used up: nothing of a request is looked at any more.
    expect(await send('no anchor')).toBe('request_rate_exceeded');
    await server.close();
  });

  test('nobody who reads what is public', async () => {
    for (const _ of [1, 2, 3, 4]) expect((await world.get('/checkpoint')).status).toBe(200);
  });
});
