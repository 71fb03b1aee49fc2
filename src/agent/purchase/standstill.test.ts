import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { digestOfJws } from '../../protocol/digest/index.ts';
import { validateTransactionConfirmation } from '../../protocol/generated/validators.js';
import { readMessage } from '../../protocol/messages/index.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { IDS } from '../../verifier/testing/actors.ts';
import { createAgent } from '../index.ts';
import { refuse } from '../testing/reply.ts';
import {
  type AgentWorld,
  authorisedTask,
  callsTo,
  createAgentWorld,
  failing,
  stateOf,
  trainItem,
  UTTERANCE,
} from '../testing/world.ts';

let world: AgentWorld;
beforeEach(async () => {
  world = await createAgentWorld();
});
afterEach(() => world.close());

const PAYMENTS = 'POST https://bank.example/payments';
const tolerant = `${UTTERANCE}, 5% tolerance around 550 yuan`;

async function refusalOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'none',
    (error: { code: string }) => error.code,
  );
}

/** A purchase that stands still because the price is 6% over. */
async function paused(words: string = tolerant): Promise<string> {
  const taskId = await authorisedTask(world, words);
  world.rail.settings.items = [trainItem('583.00')];
  expect(stateOf(await world.agent.buy(taskId))).toEqual(['PAUSED', 'price_out_of_tolerance']);
  return taskId;
}

describe('CID-CART-CFM-09 a purchase that stands still', () => {
  test('is looked at again when the user says so, and stands still again at the same price', async () => {
    const taskId = await paused();
    expect(stateOf(await world.agent.resume(taskId))).toEqual(['PAUSED', 'price_out_of_tolerance']);
    world.rail.settings.items = [trainItem('577.50')];
    expect(stateOf(await world.agent.resume(taskId, '1'))[0]).toBe('DONE');
    expect(await refusalOf(world.agent.resume(taskId))).toBe('purchase_transition_illegal');
    expect(await refusalOf(world.agent.resume(taskId, '7'))).toBe('not_found');
    expect(world.bank.paid.size).toBe(1);
  });

  test('OA-CART-02 is cancelled when the user says so, for good, with the reason it stood still for', async () => {
    const taskId = await paused();
    expect(stateOf(await world.agent.cancel(taskId))).toEqual(['CANCELLED', 'price_out_of_tolerance']);
    world.rail.settings.items = [trainItem('553.50')];
    expect(stateOf(await world.agent.cancel(taskId))[0]).toBe('CANCELLED');
    expect(stateOf(await world.agent.buy(taskId))[0]).toBe('CANCELLED');
    expect(await refusalOf(world.agent.resume(taskId))).toBe('purchase_transition_illegal');
    expect(callsTo(world, PAYMENTS)).toBe(0);
    expect(stateOf(await world.agent.buy(taskId, '2'))[0]).toBe('DONE');
  });

  test('OA-CART-03 goes on under constraints that the user changes: the former mandate is revoked, then another asked for', async () => {
    const taskId = await paused();
    const [former] = world.bank.asked;
    const changed = await world.agent.answer(taskId, { price_deviation_tolerance: 10 });
    expect(changed.status).toBe('READY');
    expect(await refusalOf(world.agent.resume(taskId))).toBe('intent_incomplete');
    await world.agent.confirm(taskId);
    await world.agent.read(taskId);
    expect(world.bank.revoked).toEqual([former?.delegation_id]);
    const revoke = world.network.calls.findIndex((call) => call.endsWith('/revoke'));
    expect(world.network.calls.lastIndexOf('POST https://bank.example/mandates')).toBeGreaterThan(revoke);
    const { result, delegation_id: delegationId } = await world.agent.resume(taskId);
    expect(result?.status).toBe('DONE');
    expect(delegationId).not.toBe(former?.delegation_id);
    expect(result?.confirmation?.correlation.delegation_id).toBe(delegationId);
    const row = await world.store.read.get('SELECT delegation_id FROM agent_purchases');
    expect(row?.delegation_id).toBe(delegationId);
  });

  test('OA-CART-03 without an answer to the revocation no second mandate is asked for', async () => {
    const taskId = await paused();
    await world.agent.answer(taskId, { price_deviation_tolerance: 10 });
    world.network.fault = (_method, url) => (url.endsWith('/revoke') ? 'before' : undefined);
    expect(await refusalOf(world.agent.confirm(taskId))).toBe('peer_unreachable');
    expect(world.bank.asked).toHaveLength(1);
    world.network.fault = (_method, url) => (url.endsWith('/revoke') ? refuse('mandate_revoked') : undefined);
    await world.agent.confirm(taskId);
    expect(world.bank.asked).toHaveLength(2);
  });

  test('only a purchase that stands still opens the constraints again', async () => {
    const taskId = await authorisedTask(world);
    expect(await refusalOf(world.agent.answer(taskId, { times_limit: 9 }))).toBe(
      'mandate_transition_illegal',
    );
    await world.agent.buy(taskId);
    expect(await refusalOf(world.agent.answer(taskId, { times_limit: 9 }))).toBe(
      'mandate_transition_illegal',
    );
  });
});

describe('CID-PCA-NEG-13, CID-PCA-NEG-14 nothing in common', () => {
  const nothing = { endpoint: 'https://rail.example/negotiate', answer: { supported_methods: [] } };

  test('stops before an order and tells the user', async () => {
    const taskId = await authorisedTask(world);
    world.rail.settings.negotiated = nothing;
    const view = await world.agent.buy(taskId);
    expect(stateOf(view)).toEqual(['PAUSED', 'no_common_method']);
    expect(stateOf(await world.agent.read(taskId))).toEqual(['PAUSED', 'no_common_method']);
    expect([callsTo(world, PAYMENTS), world.rail.quotes.size]).toEqual([0, 0]);
    expect(world.trace.at(-1)).toMatchObject({
      to: 'user',
      message: 'PAUSE_AND_NOTIFY',
      code: 'no_common_method',
    });
    world.rail.settings.negotiated = undefined;
    expect(stateOf(await world.agent.resume(taskId))[0]).toBe('DONE');
  });

  test('or cancels, where that is preset', async () => {
    const taskId = await authorisedTask(world, `${tolerant}, cancel automatically`);
    world.rail.settings.negotiated = nothing;
    expect(stateOf(await world.agent.buy(taskId))).toEqual(['CANCELLED', 'no_common_method']);
  });
});

describe('OA-OPS-02 a server that says when to come again', () => {
  const busy = refuse('request_rate_exceeded', { retry_after_seconds: 1 });
  const requests = () => world.store.read.all('SELECT request_id FROM agent_payment_requests');

  test.each([
    ['/quotes', UTTERANCE],
    ['/quotes', `${tolerant}, cancel automatically`],
    ['/payments', UTTERANCE],
    ['/payments', `${tolerant}, cancel automatically`],
  ])('at %s stops nothing: one order, one request and one payment (%s)', async (path, words) => {
    const taskId = await authorisedTask(world, words);
    world.network.fault = failing(path, 3, busy);
    expect(stateOf(await world.agent.buy(taskId))[0]).toBe('DONE');
    expect([world.rail.quotes.size, world.bank.paid.size, (await requests()).length]).toEqual([1, 1, 1]);
    expect(
      world.network.calls.filter((call) => new URL(call.split(' ')[1] ?? '').pathname === path),
    ).toHaveLength(4);
  });

  test('every time stops an order, and leaves a payment refused, until later', async () => {
    const taskId = await authorisedTask(world);
    world.network.fault = failing('/quotes', 4, busy);
    expect(stateOf(await world.agent.buy(taskId))).toEqual(['PAUSED', 'request_rate_exceeded']);
    world.network.fault = failing('/payments', 4, busy);
    expect(stateOf(await world.agent.resume(taskId))).toEqual(['REFUSED', 'request_rate_exceeded']);
    expect(world.bank.paid.size).toBe(0);
    world.network.fault = () => undefined;
    expect(stateOf(await world.agent.buy(taskId))[0]).toBe('DONE');
    expect(world.bank.paid.size).toBe(1);
  });

  test('is believed while the goods are fetched and while a mandate is asked for', async () => {
    world.network.fault = failing('/mandates', 2, busy);
    const taskId = await authorisedTask(world);
    expect(world.bank.asked).toHaveLength(1);
    let releases = 0;
    world.network.fault = (_method, url) => (url.endsWith('/release') && releases++ < 2 ? busy : undefined);
    expect(stateOf(await world.agent.buy(taskId))[0]).toBe('DONE');
    expect(releases).toBe(3);
  });
});

describe('a server that cannot work now, and says when to come again', () => {
  const full = refuse('connections_exceeded', { retry_after_seconds: 1 });
  const down = refuse('store_unavailable', { retry_after_seconds: 2 });
  const requests = () => world.store.read.all('SELECT request_id FROM agent_payment_requests');
  /** An agent that writes down for how long it waits. */
  const waiting = () => {
    const waits: number[] = [];
    const agent = createAgent({
      ...world.context,
      sleep: async (milliseconds) => void waits.push(milliseconds),
    });
    return { agent, waits };
  };
  const sentTo = (path: string) =>
    world.network.calls.filter((call) => new URL(call.split(' ')[1] ?? '').pathname === path).length;

  test.each([
    ['/quotes', full, [1_000, 1_000, 1_000], 4],
    ['/quotes', down, [2_000, 2_000, 2_000], 4],
    ['/payments', full, [1_000, 1_000, 1_000], 4],
  ] as const)(
    'at %s it is waited for: one order, one request, one payment',
    async (path, fault, waits, sent) => {
      const taskId = await authorisedTask(world, `${tolerant}, cancel automatically`);
      world.network.fault = failing(path, 3, fault);
      const patient = waiting();
      expect(stateOf(await patient.agent.buy(taskId))[0]).toBe('DONE');
      expect([world.rail.quotes.size, world.bank.paid.size, (await requests()).length]).toEqual([1, 1, 1]);
      expect([patient.waits, sentTo(path)]).toEqual([waits, sent]);
    },
  );

  test('after a payment that may have been made it is asked first, when it has said, and never paid twice', async () => {
    const taskId = await authorisedTask(world);
    let questions = 0;
    world.network.fault = (_method, url) => {
      if (url.endsWith('/payments') && world.bank.paid.size === 0) return { done: down };
      return url.endsWith('/payments/query') && questions++ < 2 ? down : undefined;
    };
    const patient = waiting();
    expect(stateOf(await patient.agent.buy(taskId))[0]).toBe('DONE');
    expect([sentTo('/payments'), world.bank.paid.size, questions > 2]).toEqual([1, 1, true]);
    expect(patient.waits).toEqual([2_000, 2_000, 2_000]);
  });

  test('before a payment was made a new request follows the question, for the one order', async () => {
    const taskId = await authorisedTask(world);
    world.network.fault = failing('/payments', 1, down);
    const patient = waiting();
    expect(stateOf(await patient.agent.buy(taskId))[0]).toBe('DONE');
    expect([sentTo('/payments'), sentTo('/payments/query') > 0, world.bank.paid.size]).toEqual([2, true, 1]);
    expect(patient.waits[0]).toBe(2_000);
  });

  test('one that wants to be left alone for long is not asked on and on: it stays unknown until later', async () => {
    const taskId = await authorisedTask(world);
    const long = refuse('store_unavailable', { retry_after_seconds: 60 });
    world.network.fault = (_method, url) => (url.includes('/payments') ? long : undefined);
    const patient = waiting();
    expect(stateOf(await patient.agent.buy(taskId))).toEqual(['UNKNOWN', 'store_unavailable']);
    expect([patient.waits, sentTo('/payments'), sentTo('/payments/query')]).toEqual([[], 1, 1]);
    world.network.fault = () => undefined;
    expect(stateOf(await world.agent.buy(taskId))[0]).toBe('DONE');
    expect(world.bank.paid.size).toBe(1);
  });

  test('the goods are fetched when it has said', async () => {
    const taskId = await authorisedTask(world);
    let releases = 0;
    world.network.fault = (_method, url) => (url.endsWith('/release') && releases++ < 2 ? down : undefined);
    const patient = waiting();
    expect(stateOf(await patient.agent.buy(taskId))[0]).toBe('DONE');
    expect([releases, patient.waits]).toEqual([3, [2_000, 2_000]]);
  });
});

describe('OA-CART-02 cancelling', () => {
  test('an order that was refused payment gives it up at the seller', async () => {
    const taskId = await authorisedTask(world);
    world.bank.settings.refusal = 'balance_insufficient';
    const { result } = await world.agent.buy(taskId);
    expect(stateOf(await world.agent.cancel(taskId))).toEqual(['CANCELLED', 'balance_insufficient']);
    expect(world.rail.cancelled).toEqual([result?.out_trade_no]);
  });

  test('works while the seller cannot be reached: the lock ends by itself', async () => {
    const taskId = await authorisedTask(world);
    world.bank.settings.refusal = 'balance_insufficient';
    await world.agent.buy(taskId);
    world.network.fault = (_method, url) => (url.endsWith('/cancel') ? 'before' : undefined);
    expect(stateOf(await world.agent.cancel(taskId))[0]).toBe('CANCELLED');
  });

  test('is refused once a request is on its way, and once it is paid', async () => {
    const taskId = await authorisedTask(world);
    world.network.fault = (_method, url) =>
      url.endsWith('/payments') ? 'after' : url.endsWith('/query') ? 'before' : undefined;
    expect(stateOf(await world.agent.buy(taskId))[0]).toBe('UNKNOWN');
    expect(await refusalOf(world.agent.cancel(taskId))).toBe('purchase_transition_illegal');
    world.network.fault = () => undefined;
    expect(stateOf(await world.agent.buy(taskId))[0]).toBe('DONE');
    expect(await refusalOf(world.agent.cancel(taskId))).toBe('purchase_transition_illegal');
    expect(world.rail.cancelled).toEqual([]);
  });

  test('CID-CART-CFM-15 a quote that is not taken is given up at the seller that gave it', async () => {
    const taskId = await authorisedTask(world);
    world.rail.settings.quote = (quote) => {
      quote.amount = '599.00';
    };
    expect(stateOf(await world.agent.buy(taskId))).toEqual(['PAUSED', 'quote_totals_wrong']);
    expect(world.rail.cancelled).toHaveLength(1);
    const { result } = await world.agent.read(taskId);
    expect([result?.out_trade_no, result?.confirmation]).toEqual([undefined, undefined]);
  });
});

describe('CID-CART-CFM-16, CID-CART-CFM-17, CID-CART-CFM-19 the transaction confirmation', () => {
  test('has lines, amount, counterparty, order, time and what it came from', async () => {
    const taskId = await authorisedTask(world);
    world.bank.settings.refusal = 'balance_insufficient';
    const { result, delegation_id } = await world.agent.buy(taskId);
    const confirmation = result?.confirmation;
    expect(validateTransactionConfirmation(confirmation)).toBe(true);
    const [stored] = [...world.rail.quotes.values()] as { quote: string; cart: { lines: object[] } }[];
    const intent = await world.store.read.get('SELECT intent_id FROM agent_intents');
    expect(confirmation).toMatchObject({
      confirmed_at: formatUtcSeconds(world.time.now),
      counterparty: IDS.merchant,
      out_trade_no: readMessage('quote', stored?.quote ?? '').claims.out_trade_no,
      lines: stored?.cart.lines,
      amount: '553.50',
      payer_amount: '553.50',
      currency: 'CNY',
      correlation: {
        intent_id: intent?.intent_id,
        delegation_id,
        quote_digest: await digestOfJws(stored?.quote ?? ''),
      },
    });
  });

  test('CID-CART-CFM-18 is asked for with everything that the user set, and not without a candidate', async () => {
    const taskId = await authorisedTask(world, `${UTTERANCE}, by 2026-11-30`);
    await world.agent.buy(taskId);
    expect(world.rail.ordered.at(-1)).toMatchObject({
      lines: [{ item_id: 'G123-2', quantity: 1 }],
      currency: 'CNY',
      expected_amount: '553.50',
      deliver_by: '2026-11-30T15:59:59Z',
      intent_id: expect.stringMatching(/^int_/),
    });
    world.rail.settings.items = [];
    world.voyage.settings.items = [];
    expect(stateOf(await world.agent.buy(taskId, '2'))).toEqual(['PAUSED', 'no_match']);
    expect(world.rail.ordered).toHaveLength(1);
  });

  test('is there before anything is paid, and the same afterwards', async () => {
    const taskId = await authorisedTask(world);
    world.network.fault = failing('/payments', 1, refuse('balance_insufficient'));
    const before = (await world.agent.buy(taskId)).result?.confirmation;
    expect(callsTo(world, PAYMENTS)).toBe(1);
    const { result } = await world.agent.buy(taskId);
    expect([result?.status, result?.confirmation]).toEqual(['DONE', before]);
  });
});
