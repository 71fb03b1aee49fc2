/** OA-CART-05 on access: a bill that the payment service has refused is tried again as the mandate says, and never twice paid. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createBuyingFetch } from '../../src/agent/index.ts';
import { refuse } from '../../src/agent/testing/reply.ts';
import type { HttpClient } from '../../src/http/index.ts';
import { issue, readMandate } from '../../src/issuer/testing/world.ts';
import { ActError } from '../../src/protocol/errors/index.ts';
import { type A402World, BANK, createA402World, SHOP, SUB } from './a402-world.ts';

const TREND = `${SHOP}/market/trend`;
const PAYMENTS = `${BANK}/payments`;
const POOR = refuse('balance_insufficient');

let world: A402World;
beforeEach(async () => {
  world = await createA402World();
});
afterEach(() => world.close());

type Fault = typeof POOR | 'lost on the way' | 'answer lost' | 'none';

/** How the payment service is reached: what becomes of each payment, in turn and then always, and of each question. */
function disturb(payments: (count: number) => Fault, questions: () => Fault = () => 'none') {
  const real = world.network.bank;
  const calls: string[] = [];
  const meet = async (fault: Fault, call: () => ReturnType<HttpClient['post']>) => {
    if (fault === 'lost on the way') throw new ActError('peer_unreachable');
    if (typeof fault !== 'string') {
      const body = new TextEncoder().encode(JSON.stringify(fault.body));
      return { status: fault.status, contentType: 'application/problem+json', body };
    }
    const answer = await call();
    if (fault === 'answer lost') throw new ActError('peer_unreachable');
    return answer;
  };
  world.network.bank = {
    ...real,
    post(url, body, options) {
      calls.push(url);
      const count = calls.filter((one) => one === url).length;
      const fault = url === PAYMENTS ? payments(count) : url === `${PAYMENTS}/query` ? questions() : 'none';
      return meet(fault, () => real.post(url, body, options));
    },
  };
  return { calls, paid: () => calls.filter((url) => url === PAYMENTS).length };
}

const failing =
  (times: number, how: Fault = POOR) =>
  (count: number): Fault =>
    count <= times ? how : 'none';

type Behaviour = { on_payment_failure: 'AUTO_RETRY' | 'CANCEL'; max_retry_count?: number };
const TWICE: Behaviour = { on_payment_failure: 'AUTO_RETRY', max_retry_count: 2 };

/** A buyer under a mandate that says what is to be done about a refusal. `restarted` begins from the same store. */
async function buyer(agent_behavior?: Behaviour) {
  const ext = {
    commerce: { max_single_amount: 0.1, allowed_categories: ['data/market'] },
    ...(agent_behavior === undefined ? {} : { agent_behavior }),
  };
  const terms = { delegation_mode: 'BOUNDED' as const, max_total_amount: 1, ext };
  const { mandate } = (await readMandate(world.issuer, await issue(world.issuer, world.device, terms))).body;
  const waits: number[] = [];
  const steps: unknown[] = [];
  const agent = {
    ...world.agent,
    config: { ...world.agent.config, max_attempts: 10, poll_milliseconds: 100 },
    sleep: async (milliseconds: number) => void waits.push(milliseconds),
    trace: (step: unknown) => void steps.push(step),
  };
  const wallet = { mandate, paymentToolRef: SUB, subAccountSigner: world.key.signer };
  const start = (changes: Partial<typeof agent> = {}) => {
    const buy = createBuyingFetch({ ...agent, ...changes }, wallet, (request) => world.network.shop(request));
    return () =>
      buy(TREND).then(
        ({ status }) => String(status),
        (error: { readonly code?: string }) => error.code ?? String(error),
      );
  };
  return { buy: start(), restarted: start, waits, steps };
}

const rows = () =>
  world.agentStore.read.all('SELECT state, retries, sent FROM agent_a402_purchases ORDER BY created_at');
const balance = () => world.balance(`sub:${SUB}`);

describe('OA-CART-05 a refused bill', () => {
  test.each([
    [0, '200', 1],
    [1, '200', 2],
    [2, '200', 3],
    [3, 'balance_insufficient', 3],
  ] as const)('%d refusals, of which two are forgiven: %s', async (refusals, outcome, asked) => {
    const bank = disturb(failing(refusals));
    const { buy } = await buyer(TWICE);
    expect(await buy()).toBe(outcome);
    expect([bank.paid(), await balance()]).toEqual([asked, outcome === '200' ? 199n : 200n]);
  });

  test('each try is a request of its own for the one bill, after a question, and the waits double', async () => {
    const bank = disturb(failing(2));
    const { buy, waits, steps } = await buyer(TWICE);
    await buy();
    const [row] = await rows();
    const sent = JSON.parse(String(row?.sent)) as { readonly requestId: string }[];
    expect([(await rows()).length, new Set(sent.map(({ requestId }) => requestId)).size]).toEqual([1, 3]);
    const roads = bank.calls.filter((url) => url.startsWith(PAYMENTS) && !url.endsWith('/validate'));
    expect(roads.filter((url, at) => url === PAYMENTS && roads[at - 1] === PAYMENTS)).toEqual([]);
    expect(waits).toEqual([100, 200]);
    const told = { to: 'user', message: 'AUTO_RETRY', code: 'balance_insufficient' };
    expect(steps).toContainEqual(expect.objectContaining({ ...told, note: '1 of 2' }));
    expect(steps).toContainEqual(expect.objectContaining({ ...told, note: '2 of 2' }));
  });

  test.each([
    ['nothing is said', undefined],
    ['there is no count', { on_payment_failure: 'AUTO_RETRY' }],
    ['the count is none', { on_payment_failure: 'AUTO_RETRY', max_retry_count: 0 }],
    ['it is to be given up', { on_payment_failure: 'CANCEL' }],
  ] as const)('is over where %s', async (_when, behaviour) => {
    const bank = disturb(failing(1));
    const { buy } = await buyer(behaviour);
    expect(await buy()).toBe('balance_insufficient');
    expect([bank.paid(), (await rows()).map(({ state }) => state)]).toEqual([1, ['REFUSED']]);
    // The next call is a purchase of its own.
    expect(await buy()).toBe('200');
    const states = (await rows()).map(({ state }) => state);
    expect([states.length, new Set(states)]).toEqual([2, new Set(['DELIVERED', 'REFUSED'])]);
  });

  test.each([
    ['by its code', refuse('tool_limit_exceeded')],
    ['whatever its code', { ...POOR, body: { ...(POOR.body as object), retryability: 'never' } }],
  ])('that advises against it is not tried again, %s', async (_how, refusal) => {
    const bank = disturb(failing(1, refusal));
    const { buy } = await buyer(TWICE);
    expect(await buy()).toBe((refusal.body as { readonly code: string }).code);
    expect([bank.paid(), await balance()]).toEqual([1, 200n]);
  });

  test('a try whose answer is lost is asked about, and what it paid is paid once', async () => {
    const bank = disturb((count) => (count === 1 ? POOR : 'answer lost'));
    const { buy } = await buyer(TWICE);
    expect(await buy()).toBe('200');
    expect([bank.paid(), await balance(), world.handler.runs]).toEqual([2, 199n, 1]);
  });

  test('an unknown outcome is no refusal: nothing is sent in its place', async () => {
    let silent = true as boolean;
    const bank = disturb(
      (count) => (count === 1 ? 'answer lost' : 'none'),
      () => (silent ? 'lost on the way' : 'none'),
    );
    const { buy } = await buyer(TWICE);
    expect([await buy(), await buy()]).toEqual(['peer_unreachable', 'peer_unreachable']);
    expect([bank.paid(), (await rows())[0]?.retries]).toEqual([1, 0n]);
    silent = false;
    expect(await buy()).toBe('200');
    expect([bank.paid(), await balance()]).toEqual([1, 199n]);
  });

  test('a question before a try that nobody answers ends the tries, and the bill stays open', async () => {
    let silent = true as boolean;
    const bank = disturb(failing(1), () => (silent ? 'lost on the way' : 'none'));
    const { buy } = await buyer(TWICE);
    expect(await buy()).toBe('peer_unreachable');
    expect([bank.paid(), (await rows()).map(({ state }) => state)]).toEqual([1, ['OPEN']]);
    silent = false;
    expect(await buy()).toBe('200');
    expect([bank.paid(), (await rows())[0]?.retries]).toEqual([2, 1n]);
  });

  test('a process that dies before a try has counted it, and the next does not begin anew', async () => {
    const bank = disturb(failing(1_000));
    const { restarted } = await buyer(TWICE);
    const dying = (at: number) => {
      let waited = 0;
      return restarted({
        async sleep() {
          waited += 1;
          if (waited === at) throw new Error('killed');
        },
      });
    };
    expect(await dying(1)()).toContain('killed');
    expect([bank.paid(), (await rows())[0]?.retries]).toEqual([1, 1n]);
    expect(await dying(1)()).toContain('killed');
    expect([bank.paid(), (await rows())[0]?.retries]).toEqual([2, 2n]);
    expect(await restarted()()).toBe('balance_insufficient');
    expect([bank.paid(), (await rows()).map(({ state }) => state)]).toEqual([3, ['REFUSED']]);
    expect(await balance()).toBe(200n);
  });

  test('of a call there are no more tries than the agent is set to, whatever the count', async () => {
    const bank = disturb(failing(1_000));
    const { restarted } = await buyer({ on_payment_failure: 'AUTO_RETRY', max_retry_count: 5 });
    expect(await restarted({ config: { ...world.agent.config, max_attempts: 3 } })()).toBe(
      'balance_insufficient',
    );
    expect(bank.paid()).toBe(4);
  });

  test('a bill that has run out meanwhile is over', async () => {
    const bank = disturb(failing(1_000));
    const { restarted } = await buyer(TWICE);
    const late = restarted({
      async sleep() {
        world.issuer.time.now += 3_600;
      },
    });
    expect(await late()).toBe('quote_expired');
    expect([bank.paid(), (await rows()).map(({ state }) => state)]).toEqual([1, ['REFUSED']]);
  });
});
