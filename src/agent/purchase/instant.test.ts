import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readMessage } from '../../protocol/messages/index.ts';
import { verifyInstantPurchase } from '../../verifier/index.ts';
import { IDS } from '../../verifier/testing/actors.ts';
import { BANK_URL } from '../testing/bank.ts';
import {
  type AgentWorld,
  callsTo,
  createAgentWorld,
  failing,
  stateOf,
  trainItem,
  VOYAGE_URL,
} from '../testing/world.ts';

const UTTERANCE = 'Buy one cup of tea, at most 20 yuan';
const TEA = { item_id: 'TEA-1', name: 'Bubble tea', category: 'food/drink' };
const COUPON = { merchant: IDS.otherMerchant, code: 'TEA3', amount: '3.00', currency: 'CNY' };

let world: AgentWorld;

beforeEach(async () => {
  world = await createAgentWorld({ coupons: [COUPON] });
  world.rail.settings.items = [trainItem('17.00', TEA)];
  world.voyage.settings.items = [trainItem('18.00', TEA)];
  world.voyage.settings.quote = (claims) => {
    claims.amount = '18.00';
    claims.discounts = [{ funder: IDS.otherMerchant, amount: '3.00' }];
  };
  world.voyage.settings.lines = (lines) => lines.map((line) => ({ ...line, amount: '18.00' }));
});

afterEach(() => world.close());

async function readyTask(): Promise<string> {
  const task = await world.agent.draft(UTTERANCE, { level: 'act:L1' });
  expect(task.questions).toEqual([]);
  expect(task.level).toBe('act:L1');
  await world.agent.confirm(task.task_id);
  expect((await world.agent.read(task.task_id)).status).toBe('AUTHORISED');
  return task.task_id;
}

describe('a purchase with the user present (PSD-PAY-INS)', () => {
  test('asks both sellers, redeems the coupon, and pays what the user confirmed', async () => {
    const taskId = await readyTask();
    const done = await world.agent.buy(taskId);
    expect(done.result).toMatchObject({ status: 'DONE', amount: '15.00', verdict: 'accepted' });
    expect(done.decision?.candidates).toMatchObject([
      { merchant: IDS.otherMerchant, amount: '15.00', coupon: 'TEA3', outcome: 'chosen' },
      { merchant: IDS.merchant, amount: '17.00', outcome: 'accepted' },
    ]);
    const [entered] = world.bank.cashier.entered;
    const { claims } = readMessage('paymentRequest', entered?.body.payment_request ?? '');
    expect(claims).toMatchObject({ level: 'act:L1', amount: '18.00', payer_amount: '15.00' });
    expect(claims.intent_id).toBeDefined();
    expect(claims.mandate_digest).toBeUndefined();
  });

  test('CID-PCA-NEG-16 negotiates about the whole order, of which the coupon is a part', async () => {
    const { supported_methods: methods } = world.voyage.settings.capability;
    const supported = methods.flatMap(({ method_id, psps }) => psps.map((psp) => ({ method_id, ...psp })));
    const endpoint = `${VOYAGE_URL}/negotiate`;
    world.voyage.settings.negotiated = { endpoint, answer: { supported_methods: supported } };
    const done = await world.agent.buy(await readyTask());
    expect(done.result).toMatchObject({ status: 'DONE', amount: '15.00' });
    expect(world.voyage.negotiations).toMatchObject([{ currency: 'CNY', estimated_amount: 18 }]);
  });

  test('no mandate is asked for, and the evidence holds without one', async () => {
    const taskId = await readyTask();
    await world.agent.buy(taskId);
    expect(callsTo(world, `POST ${BANK_URL}/mandates`)).toBe(0);
    const bundle = await world.agent.bundle(taskId);
    const context = { trustListKey: world.actors.trustList.publicJwk, now: world.time.now };
    const judgement = await verifyInstantPurchase(new TextEncoder().encode(bundle), context);
    expect(judgement.verdict).toBe('accepted');
    expect(bundle).not.toContain(UTTERANCE);
  });

  test('waits for the user, and a later call takes up where this one stopped', async () => {
    world.bank.settings.atCashier = { decision: 'APPROVE', looks: 6 };
    const taskId = await readyTask();
    const first = (await world.agent.buy(taskId)).result;
    // Where the user sees it, at the address that the trust list has.
    expect(first).toMatchObject({ status: 'WAIT_BUYER_PAY', cashier_url: `${BANK_URL}/cashier/cnf-1` });
    const again = await world.restart({ coupons: [COUPON] }).buy(taskId);
    expect(again.result?.status).toBe('DONE');
    expect(again.result?.cashier_url).toBeUndefined();
    expect(world.bank.cashier.entered).toHaveLength(1);
  });

  test.each([
    ['DENY', 'confirmation_denied'],
    ['LATE', 'confirmation_expired'],
  ] as const)(
    '%s at the cashier: nothing is paid; a new call asks the user again',
    async (decision, code) => {
      world.bank.settings.atCashier = { decision, looks: 1 };
      const taskId = await readyTask();
      expect(stateOf(await world.agent.buy(taskId))).toEqual(['REFUSED', code]);
      world.bank.settings.atCashier = { decision: 'APPROVE', looks: 1 };
      expect((await world.agent.buy(taskId)).result?.status).toBe('DONE');
      expect(world.bank.cashier.entered).toHaveLength(2);
    },
  );

  test('an answer that got lost is asked for, not paid for again', async () => {
    world.network.fault = failing('/instant-payments', 1, 'after');
    const taskId = await readyTask();
    expect((await world.agent.buy(taskId)).result?.status).toBe('DONE');
    expect(world.bank.cashier.entered).toHaveLength(1);
  });

  test('a request that never arrived is sent anew by the next call', async () => {
    world.network.fault = failing('/instant-payments', 1, 'before');
    const taskId = await readyTask();
    expect((await world.agent.buy(taskId)).result?.status).toBe('UNKNOWN');
    expect((await world.agent.buy(taskId)).result?.status).toBe('DONE');
    expect(world.bank.cashier.entered).toHaveLength(1);
  });

  test('a refusal of the service stands with its code', async () => {
    world.bank.settings.refusal = 'tool_limit_exceeded';
    const taskId = await readyTask();
    expect(stateOf(await world.agent.buy(taskId))).toEqual(['REFUSED', 'tool_limit_exceeded']);
    world.bank.settings.refusal = undefined;
    expect((await world.agent.buy(taskId)).result?.status).toBe('DONE');
  });

  test('OA-RCP-10 a receipt that names another confirmation proves nothing', async () => {
    world.bank.settings.receipt = (claims) => {
      claims.confirmation_digest = 'A'.repeat(43);
    };
    const taskId = await readyTask();
    expect(stateOf(await world.agent.buy(taskId))).toEqual(['UNKNOWN', 'receipt_confirmation_mismatch']);
  });

  test('a quote that is dearer than what was compared is not taken to the cashier', async () => {
    world.voyage.settings.quote = (claims) => {
      claims.amount = '16.00';
      claims.payer_amount = '16.00';
    };
    const taskId = await readyTask();
    const view = await world.agent.buy(taskId);
    expect(view.result?.status).toBe('PAUSED');
    expect(world.bank.cashier.entered).toEqual([]);
  });

  test('an offer over what the user said is not taken', async () => {
    world.rail.settings.items = [trainItem('20.01', TEA)];
    world.voyage.settings.items = [trainItem('23.00', TEA)];
    const taskId = await readyTask();
    expect(stateOf(await world.agent.buy(taskId))).toEqual(['PAUSED', 'amount_over_single_limit']);
    expect(world.bank.cashier.entered).toEqual([]);
  });
});

describe('CID-CART-CFM-09 a purchase at act:L1 that stands still', () => {
  test('goes on when the user changes the constraints; there is no mandate to revoke', async () => {
    world.rail.settings.items = [trainItem('21.00', TEA)];
    world.voyage.settings.items = [];
    const taskId = await readyTask();
    expect(stateOf(await world.agent.buy(taskId))).toEqual(['PAUSED', 'amount_over_single_limit']);
    await world.agent.answer(taskId, { max_single_amount: '25.00', max_total_amount: '25.00' });
    await world.agent.confirm(taskId);
    expect((await world.agent.read(taskId)).status).toBe('PAUSED');
    const { result } = await world.agent.resume(taskId);
    expect(result).toMatchObject({ status: 'DONE', amount: '21.00' });
    expect(result?.confirmation?.correlation.delegation_id).toBeUndefined();
    expect(world.bank.revoked).toEqual([]);
  });

  test('OA-CART-02 is cancelled before the cashier, not while the user is asked', async () => {
    world.rail.settings.items = [trainItem('21.00', TEA)];
    world.voyage.settings.items = [];
    const taskId = await readyTask();
    await world.agent.buy(taskId);
    expect(stateOf(await world.agent.cancel(taskId))).toEqual(['CANCELLED', 'amount_over_single_limit']);
    expect(world.bank.cashier.entered).toEqual([]);
  });
});
