import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Cart, QuoteClaims } from '../../protocol/generated/types.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { type Actor, IDS } from '../../verifier/testing/actors.ts';
import { OTHER_PSP, PAYER_CODE } from '../testing/bank.ts';
import { offerAtTill } from '../testing/till.ts';
import { type AgentWorld, authorisedTask, createAgentWorld, RAIL_URL, stateOf } from '../testing/world.ts';

let world: AgentWorld;
let taskId: string;
beforeEach(async () => {
  world = await createAgentWorld();
  taskId = await authorisedTask(world);
});
afterEach(() => world.close());

const offer = (change: Partial<QuoteClaims> = {}, by?: Actor): Promise<string> =>
  offerAtTill(world, change, by);

async function scanned(change: Partial<QuoteClaims> = {}): Promise<string> {
  world.bank.settings.offered = await offer(change);
  return world.bank.settings.offered;
}

const pay = () => world.agent.payCode(taskId, PAYER_CODE);

describe('a code that the agent shows (OA-ICN-24)', () => {
  test('is of the tool of its task; what a till offers for it is bought under the mandate', async () => {
    expect(await world.agent.showCode(taskId)).toMatchObject({ payer_code: PAYER_CODE, status: 'OPEN' });
    await expect(pay()).rejects.toMatchObject({ code: 'no_match' });
    const quote = await scanned();
    expect(await world.agent.readCode(taskId, PAYER_CODE)).toMatchObject({ status: 'PRESENTED', quote });
    const task = await pay();
    expect(stateOf(task)).toEqual(['DONE', undefined]);
    expect(task.result).toMatchObject({ merchant: IDS.merchant, amount: '553.50', verdict: 'accepted' });
    expect(world.bank.paid.size).toBe(1);
    // The cart was had from the seller, and is what is confirmed (CID-CART-CFM-16, CID-CART-CFM-18).
    expect(task.result?.confirmation).toMatchObject({
      counterparty: IDS.merchant,
      lines: [{ item_id: 'G123-2', amount: '553.50' }],
      payer_amount: '553.50',
      correlation: { payer_code: PAYER_CODE },
    });
    expect(readMessage('paymentRequest', world.bank.requests[0] ?? '').claims.payment_tool_ref).toBe(
      'tool-1',
    );
    // The same code is the same purchase.
    expect(stateOf(await pay())).toEqual(['DONE', undefined]);
    expect(world.bank.requests).toHaveLength(1);
    // Nobody was asked for offers: the till made the only one.
    expect(world.rail.asked).toEqual([]);
  });

  test.each([
    ['over the mandate', { amount: '600.01', payer_amount: '600.01' }, 'amount_over_single_limit'],
    ['of another kind of goods', { categories: ['food/drink'] }, 'category_not_allowed'],
    ['in another currency', { currency: 'EUR' }, 'currency_mismatch'],
  ] satisfies [string, Partial<QuoteClaims>, string][])(
    'an offer %s pauses the purchase, and nothing is asked of the bank',
    async (_what, change, code) => {
      await scanned(change);
      expect(stateOf(await pay())).toEqual(['PAUSED', code]);
      expect(world.bank.requests).toEqual([]);
      // A good offer on the same code is taken.
      await scanned();
      expect(stateOf(await pay())).toEqual(['DONE', undefined]);
    },
  );

  test('what is no good offer is not even a purchase: forged, for another agent, late, or unpayable', async () => {
    const offers: readonly [string, string][] = [
      ['jws_signature_invalid', await offer({}, world.actors.otherMerchant)],
      ['quote_agent_mismatch', await offer({ aud: IDS.otherAgent })],
      ['quote_expired', await offer({ exp: world.time.now - 1, iat: world.time.now - 900 })],
      [
        'no_common_method',
        await offer({ accepted: [{ method_id: IDS.method, psp_id: 'did:act:third.example/psp' }] }),
      ],
    ];
    for (const [code, quote] of offers) {
      world.bank.settings.offered = quote;
      const outcome = await pay().catch((error: { readonly code: string }) => error.code);
      if (code === 'jws_signature_invalid') expect(typeof outcome).toBe('string');
      else expect(outcome).toBe(code);
    }
    world.bank.settings.offered = 'late';
    await expect(pay()).rejects.toMatchObject({ code: 'payer_code_expired' });
    await expect(world.agent.payCode(taskId, '110000000000000000')).rejects.toMatchObject({
      code: 'payer_code_unknown',
    });
    expect(world.bank.requests).toEqual([]);
    await scanned();
    expect(stateOf(await pay())).toEqual(['DONE', undefined]);
  });

  test.each([
    ['is of something else', 'cart_digest_mismatch', (cart: Cart) => ({ ...cart, salt: 'A'.repeat(22) })],
    ['is not shown', 'order_unknown', undefined],
  ] as const)('an offer whose cart %s is not bought (CID-CART-CFM-18)', async (_what, code, spoil) => {
    const quote = await scanned();
    const no = readMessage('quote', quote).claims.out_trade_no;
    const honest = world.rail.offers.get(no);
    if (honest === undefined) throw new Error('no offer');
    world.rail.offers.delete(no);
    if (spoil !== undefined) world.rail.offers.set(no, { quote, cart: spoil(honest.cart) });
    await expect(pay()).rejects.toMatchObject({ code });
    expect(world.bank.requests).toEqual([]);
    world.rail.offers.set(no, honest);
    expect(stateOf(await pay())).toEqual(['DONE', undefined]);
  });

  test('an offer whose cart does not sum up to it is not bought', async () => {
    await scanned({ discounts: [{ funder: IDS.merchant, amount: '3.50' }], payer_amount: '551.00' });
    await expect(pay()).rejects.toMatchObject({ code: expect.stringMatching(/^(?:cart|quote)_/) });
    await scanned({ discounts: [{ funder: IDS.merchant, amount: '3.50' }], payer_amount: '550.00' });
    expect(stateOf(await pay())).toEqual(['DONE', undefined]);
  });

  test('a shop whose account is elsewhere is paid across, with the discount of the own service', async () => {
    world.bank.settings.terms = {
      partners: [OTHER_PSP],
      promotions: [
        {
          promotion_id: 'instant-30',
          amount: '30.00',
          min_amount: '100.00',
          currency: 'CNY',
          valid_until: formatUtcSeconds(world.time.now + 3_600),
        },
      ],
    };
    await scanned({
      payee: { account: 'acct', psp_id: OTHER_PSP },
      accepted: [{ method_id: IDS.method, psp_id: OTHER_PSP }],
    });
    const paid = await pay();
    expect(stateOf(paid)).toEqual(['DONE', undefined]);
    expect(paid.result).toMatchObject({ amount: '523.50', currency: 'CNY' });
    expect(readMessage('paymentRequest', world.bank.requests[0] ?? '').claims).toMatchObject({
      payer_amount: '523.50',
      amount: '553.50',
    });
  });

  test('nothing else is bought in its place once the offer has run out', async () => {
    await scanned();
    world.bank.settings.refusal = 'balance_insufficient';
    expect(stateOf(await pay())).toEqual(['REFUSED', 'balance_insufficient']);
    world.bank.settings.refusal = undefined;
    world.time.now += 3_600;
    const late = await pay();
    expect(late.result?.status).not.toBe('DONE');
    expect(world.rail.asked).toEqual([]);
    expect(world.network.calls.some((call) => call === `POST ${RAIL_URL}/quotes`)).toBe(false);
    expect(world.bank.paid.size).toBe(0);
  });

  test('at act:L1 the user is asked at the cashier before anything is paid', async () => {
    const { task_id } = await world.agent.draft(
      'Buy one second class train ticket G123 from rail, at most 600 yuan',
      {
        level: 'act:L1',
      },
    );
    await world.agent.confirm(task_id);
    await world.agent.read(task_id);
    world.bank.settings.atCashier = { decision: 'DENY', looks: 1 };
    await scanned();
    expect(stateOf(await world.agent.payCode(task_id, PAYER_CODE))).toEqual([
      'REFUSED',
      'confirmation_denied',
    ]);
    expect(world.bank.requests).toEqual([]);
    world.bank.settings.atCashier = { decision: 'APPROVE', looks: 1 };
    expect(stateOf(await world.agent.payCode(task_id, PAYER_CODE))).toEqual(['DONE', undefined]);
  });

  test('is shown only for a task that the user has authorised', async () => {
    const { task_id } = await world.agent.draft('Buy one second class train ticket G123 from rail');
    await expect(world.agent.showCode(task_id)).rejects.toMatchObject({ code: 'intent_incomplete' });
    await expect(world.agent.showCode('tsk_none')).rejects.toMatchObject({ code: 'not_found' });
    expect(world.network.calls.some((call) => call.includes('/payer-codes'))).toBe(false);
  });
});
