import { beforeAll, expect, test } from 'vitest';
import { verifyQuote } from './index.ts';
import { createActors, IDS, WORLD_NOW } from './testing/actors.ts';
import { buildWorld, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld(await createActors());
});

async function codeWith(cart: unknown): Promise<string | undefined> {
  const context = { trustList: world.trustList, now: WORLD_NOW, agentId: IDS.agent };
  const input = { quote: world.quote, ...(cart === 'none' ? {} : { cart: cart as World['cart'] }) };
  return (await verifyQuote(input, context)).refusal?.code;
}

test.each([[0], [false], [''], [null], [[]], [{}]])(
  'OA-SCH-01 %j in the place of a cart is refused, and nothing in its place is no cart',
  async (cart) => {
    expect(await codeWith(cart)).toBe('schema_mismatch');
    expect(await codeWith('none')).toBeUndefined();
    expect(await codeWith(world.cart)).toBeUndefined();
  },
);
