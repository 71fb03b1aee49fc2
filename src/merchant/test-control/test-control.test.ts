import { expect, test } from 'vitest';
import { createLogger, movableClock } from '../../http/index.ts';
import { createMerchantWorld, orderOf, post, quoteBody } from '../testing/world.ts';
import { createTestControl } from './index.ts';

const TOKEN = 'a token of length';

test('a clock that was moved past the end of a quote gives its stock back; without the token nothing is there', async () => {
  const world = await createMerchantWorld();
  const time = movableClock(() => world.time.now);
  const log = createLogger('merchant', 'silent');
  const control = createTestControl({ token: TOKEN, store: world.store, time, log });
  const ask = async (token: string, seconds: number) => {
    const body = JSON.stringify({ advance_seconds: seconds });
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    return (await control.request('/control/clock', { method: 'POST', headers, body })).status;
  };
  const locked = async () => {
    const row = await world.store.read.get("SELECT locked FROM merchant_items WHERE item_id = 'G123-2'");
    return Number(row?.locked);
  };
  try {
    expect((await post(world, '/quotes', await quoteBody(world, orderOf()))).status).toBe(201);
    expect(await locked()).toBe(1);
    expect(await ask('another token xyz', 900)).toBe(404);
    expect(await ask(TOKEN, 899)).toBe(200);
    expect(await locked()).toBe(1);
    expect(await ask(TOKEN, 1)).toBe(200);
    expect(await locked()).toBe(0);
  } finally {
    await world.close();
  }
});
