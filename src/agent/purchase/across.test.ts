import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { QuoteClaims } from '../../protocol/generated/types.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { IDS, WORLD_NOW } from '../../verifier/testing/actors.ts';
import { OTHER_PSP } from '../testing/bank.ts';
import {
  type AgentWorld,
  authorisedTask,
  callsTo,
  createAgentWorld,
  OTHER_URL,
  RAIL_URL,
  stateOf,
} from '../testing/world.ts';

const TERMS = 'GET https://bank.example/interconnection';
const PROMOTION = {
  promotion_id: 'instant-30',
  amount: '30.00',
  min_amount: '100.00',
  currency: 'CNY',
  valid_until: formatUtcSeconds(WORLD_NOW + 3_600),
};

let world: AgentWorld;
beforeEach(async () => {
  world = await createAgentWorld();
  const { settings } = world.rail;
  const psp = { psp_id: OTHER_PSP, endpoint: OTHER_URL, method_schema_url: `${OTHER_URL}/method.json` };
  settings.capability = {
    ...settings.capability,
    supported_methods: [{ method_id: IDS.method, psps: [psp] }],
  };
  settings.quote = keptThere;
  world.bank.settings.terms = { partners: [OTHER_PSP], promotions: [] };
});
afterEach(() => world.close());

function keptThere(claims: QuoteClaims): void {
  claims.payee = { account: 'acct', psp_id: OTHER_PSP };
  claims.accepted = [{ method_id: IDS.method, psp_id: OTHER_PSP }];
}

const lastRequest = () => readMessage('paymentRequest', world.bank.requests.at(-1) ?? '').claims;

async function bought() {
  const taskId = await authorisedTask(world);
  const task = await world.agent.buy(taskId);
  return { taskId, end: stateOf(task), shown: task.result?.amount };
}

describe('a seller whose account is at another payment service', () => {
  test('is paid through the agent’s own, which clears with that one (OA-ICN-14)', async () => {
    const { end } = await bought();
    expect(end).toEqual(['DONE', undefined]);
    expect(lastRequest()).toMatchObject({ aud: IDS.psp, amount: '553.50', payer_amount: '553.50' });
    expect(lastRequest()).not.toHaveProperty('discounts');
    expect(world.network.calls.some((call) => call.includes(OTHER_URL))).toBe(false);
    expect(world.rail.released.size).toBe(1);
  });

  test('is not paid where the own service does not clear with it: nothing is ordered (OA-ICN-14)', async () => {
    world.bank.settings.terms = { partners: ['did:act:third.example/psp'], promotions: [PROMOTION] };
    expect((await bought()).end).toEqual(['PAUSED', 'no_common_method']);
    expect(world.rail.ordered).toEqual([]);
    expect(world.bank.requests).toEqual([]);
  });

  test('is not paid by a quote into an account with whose service the own one does not clear: the order is given up (OA-ICN-14)', async () => {
    world.bank.settings.terms = { partners: [OTHER_PSP], promotions: [] };
    world.rail.settings.quote = (claims) => {
      keptThere(claims);
      claims.payee = { account: 'acct', psp_id: 'did:act:third.example/psp' };
    };
    expect((await bought()).end).toEqual(['PAUSED', 'quote_payee_mismatch']);
    expect(world.bank.requests).toEqual([]);
    expect(world.network.calls.filter((call) => call.endsWith('/cancel'))).toHaveLength(1);
  });

  test('whose account is here costs no question', async () => {
    world.rail.settings.capability = world.voyage.settings.capability;
    world.rail.settings.capability = { ...world.rail.settings.capability, agent_id: IDS.merchant };
    world.rail.settings.quote = () => {};
    expect((await bought()).end).toEqual(['DONE', undefined]);
    expect(callsTo(world, TERMS)).toBe(0);
  });

  test.each([
    ['the one that is held out', [PROMOTION], '523.50', ['instant-30']],
    [
      'the largest',
      [PROMOTION, { ...PROMOTION, promotion_id: 'forty', amount: '40.00' }],
      '513.50',
      ['forty'],
    ],
    [
      'none that has ended',
      [{ ...PROMOTION, valid_until: formatUtcSeconds(WORLD_NOW) }],
      '553.50',
      undefined,
    ],
    ['none of another currency', [{ ...PROMOTION, currency: 'EUR' }], '553.50', undefined],
    ['none of larger orders', [{ ...PROMOTION, min_amount: '553.51' }], '553.50', undefined],
    ['none that leaves nothing to pay', [{ ...PROMOTION, amount: '553.50' }], '553.50', undefined],
  ] as const)(
    'with a discount of the own service: %s (OA-ICN-14)',
    async (_name, promotions, payer, names) => {
      world.bank.settings.terms = { partners: [OTHER_PSP], promotions: [...promotions] };
      const { end, shown } = await bought();
      expect(end).toEqual(['DONE', undefined]);
      expect(shown).toBe(payer);
      const { payer_amount, amount, discounts } = lastRequest();
      expect({ payer_amount, amount }).toEqual({ payer_amount: payer, amount: '553.50' });
      expect(discounts?.map(({ promotion_id }) => promotion_id)).toEqual(names);
      expect(discounts?.every(({ funder }) => funder === IDS.psp) ?? true).toBe(true);
    },
  );

  test('a discount that was used up meanwhile is not asked for again', async () => {
    world.bank.settings.terms = { partners: [OTHER_PSP], promotions: [PROMOTION] };
    world.bank.settings.refusal = 'promotion_not_granted';
    const { taskId, end } = await bought();
    expect(end).toEqual(['REFUSED', 'promotion_not_granted']);
    world.bank.settings.refusal = undefined;
    expect(stateOf(await world.agent.buy(taskId))).toEqual(['DONE', undefined]);
    expect(lastRequest()).toMatchObject({ payer_amount: '553.50' });
  });

  test.each([
    ['without the other service’s trade', undefined],
    ['through a third service', { psp_id: 'did:act:third.example/psp', trade_no: 'trd_1' }],
  ])('a receipt %s is no payment (OA-ICN-09)', async (_name, peer) => {
    world.bank.settings.receipt = (claims) => {
      delete claims.peer;
      Object.assign(claims, peer === undefined ? {} : { peer });
    };
    expect((await bought()).end).toEqual(['UNKNOWN', 'receipt_order_mismatch']);
    expect(callsTo(world, `POST ${RAIL_URL}/orders`)).toBe(0);
  });

  test('a receipt over another amount than was asked for is no payment', async () => {
    world.bank.settings.terms = { partners: [OTHER_PSP], promotions: [PROMOTION] };
    world.bank.settings.receipt = (claims) => {
      claims.payer_amount = '553.50';
    };
    expect((await bought()).end).toEqual(['UNKNOWN', 'receipt_order_mismatch']);
  });
});
