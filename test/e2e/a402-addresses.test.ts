/** One resource, however its buyer writes the address: the same bill and one payment, or a refusal and none. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type A402World, createA402World, SHOP, SUB } from './a402-world.ts';

let world: A402World;
beforeEach(async () => {
  world = await createA402World();
});
afterEach(() => world.close());

const left = () => world.balance(`sub:${SUB}`);

// OA-A402-02
test.each([
  ['in capitals', SHOP.toUpperCase()],
  ['with the default port', `${SHOP}:443`],
  ['with a step back', `${SHOP}/elsewhere/..`],
])('an address %s is the one that everybody has', async (_, base) => {
  const before = await left();
  const bought = await world.buy(`${base}/market/trend`, { purchaseId: 'one' });
  expect(bought.status).toBe(200);
  const again = await world.buy(`${SHOP}/market/trend#top`, { purchaseId: 'one' });
  expect(await again.text()).toBe(await bought.text());
  expect(before - (await left())).toBe(1n);
});

test('OA-A402-02 a host with a dot at its end is another one, at which nobody sells', async () => {
  const before = await left();
  const bought = world.buy(`${SHOP}./market/trend`, { purchaseId: 'one' });
  await expect(bought).rejects.toMatchObject({ code: 'a402_bill_mismatch' });
  expect(await left()).toBe(before);
  expect((await world.buy(`${SHOP}/market/trend`, { purchaseId: 'two' })).status).toBe(200);
  expect(before - (await left())).toBe(1n);
});
