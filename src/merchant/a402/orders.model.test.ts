/**
 * The delivery of a bill that was paid on access, held to a model: OFFERED, DELIVERING under a lease, DELIVERED with what
 * was delivered. Of any number of proofs at any time one delivers, and what is delivered stays as it was.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beyondEveryWait, openStore, type Store } from '../../store/index.ts';
import { merchantMigrations } from '../migrations.ts';
import { claimDelivery, insertBill, readBilled, releaseDelivery, storeDelivery } from './orders.ts';

const LEASE_SECONDS = 30;
const DAY_SECONDS = 86_400;
const PAY_BEFORE = 2_000;
const ORDER = 'order-1';
const PSP = 'did:act:bank.example/psp';
const BILL = {
  agentId: 'did:act:agents.example/a',
  resourceId: 'r',
  quote: 'q',
  cart: { salt: 'A'.repeat(22), lines: [] } as never,
};
const HOLDER = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) } as const;

interface Model {
  now: number;
  state: 'OFFERED' | 'DELIVERING' | 'DELIVERED';
  leaseUntil: number;
  /** All that were given, oldest first. */
  readonly leases: number[];
  trade?: string;
  /** What was delivered, by its status. */
  delivered?: number;
}

type Step = fc.AsyncCommand<Model, Store>;

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'ok',
    (error: { readonly code?: string }) => error.code ?? String(error),
  );

async function assertSame(model: Model, store: Store): Promise<void> {
  const { state, tradeNo, stored } = await readBilled(store.read, ORDER);
  expect({ state, tradeNo, status: stored?.status }).toEqual({
    state: model.state,
    tradeNo: model.trade,
    status: model.delivered,
  });
}

class Claim implements Step {
  readonly #trade: string;
  constructor(trade: string) {
    this.#trade = trade;
  }
  check = () => true;
  async run(model: Model, store: Store): Promise<void> {
    const claim = {
      outTradeNo: ORDER,
      pspId: PSP,
      holderJwk: HOLDER,
      tradeNo: this.#trade,
      leaseSeconds: LEASE_SECONDS,
      now: model.now,
    };
    const due = this.#foretell(model);
    expect(await codeOf(store.transact((tx) => claimDelivery(tx, claim)))).toBe(due);
    await assertSame(model, store);
  }
  #foretell(model: Model): string {
    // A lease from a clock that was ahead is longer than any that is given now.
    const isLeased =
      model.leaseUntil > model.now && model.leaseUntil <= beyondEveryWait(model.now, LEASE_SECONDS);
    if (model.state === 'OFFERED' || (model.state === 'DELIVERING' && !isLeased)) {
      model.leases.push(model.now + LEASE_SECONDS);
      Object.assign(model, {
        state: 'DELIVERING',
        leaseUntil: model.now + LEASE_SECONDS,
        trade: this.#trade,
      });
      return 'ok';
    }
    if (model.state !== 'DELIVERED') return 'a402_delivery_running';
    return model.trade === this.#trade ? 'ok' : 'order_already_released';
  }
  toString = () => `claim(${this.#trade})`;
}

class Deliver implements Step {
  readonly #status: number;
  readonly #trade: string;
  constructor(status: number, trade = 'trade-1') {
    this.#status = status;
    this.#trade = trade;
  }
  check = () => true;
  async run(model: Model, store: Store): Promise<void> {
    const response = { status: this.#status, headers: [], body: new Uint8Array([1]) };
    const delivery = { outTradeNo: ORDER, pspId: PSP, tradeNo: this.#trade, response, now: model.now };
    const isIts = model.state === 'DELIVERING' && model.trade === this.#trade;
    const due = isIts ? 'ok' : 'a402_delivery_running';
    if (isIts) Object.assign(model, { state: 'DELIVERED', delivered: this.#status });
    expect(await codeOf(store.transact((tx) => storeDelivery(tx, delivery)))).toBe(due);
    await assertSame(model, store);
  }
  toString = () => `deliver(${this.#status}, ${this.#trade})`;
}

/** The first to deliver gives back, or the last one: after the other has taken over, it is not its own any more. */
class GiveBack implements Step {
  readonly #whose: 'first' | 'last';
  constructor(whose: 'first' | 'last') {
    this.#whose = whose;
  }
  check = () => true;
  async run(model: Model, store: Store): Promise<void> {
    const leaseUntil = model.leases.at(this.#whose === 'first' ? 0 : -1) ?? 0;
    if (model.state === 'DELIVERING' && model.leaseUntil === leaseUntil) {
      Object.assign(model, { state: 'OFFERED', leaseUntil: 0 });
    }
    await store.transact((tx) => releaseDelivery(tx, { outTradeNo: ORDER, leaseUntil }));
    await assertSame(model, store);
  }
  toString = () => `give back(${this.#whose})`;
}

/** Somebody else asks. Among the latest bills none is forgotten, whatever the clock shows. */
class Bill implements Step {
  check = () => true;
  async run(model: Model, store: Store): Promise<void> {
    const other = { ...BILL, outTradeNo: `other-${randomUUID()}`, payBefore: model.now, now: model.now };
    await store.transact((tx) => insertBill(tx, other));
    await assertSame(model, store);
  }
  toString = () => 'bill';
}

class Wait implements Step {
  readonly #seconds: number;
  constructor(seconds: number) {
    this.#seconds = seconds;
  }
  check = () => true;
  async run(model: Model): Promise<void> {
    model.now += this.#seconds;
  }
  toString = () => `wait(${this.#seconds})`;
}

const steps = fc.commands(
  [
    fc.constantFrom('trade-1', 'trade-2').map((trade) => new Claim(trade)),
    fc
      .tuple(fc.constantFrom(200, 204), fc.constantFrom('trade-1', 'trade-2'))
      .map(([status, trade]) => new Deliver(status, trade)),
    fc.constantFrom('first' as const, 'last' as const).map((whose) => new GiveBack(whose)),
    fc.constant(new Bill()),
    // The clock goes ahead and comes back too.
    fc
      .constantFrom(1, -1, LEASE_SECONDS - 1, LEASE_SECONDS, 2 * DAY_SECONDS, -DAY_SECONDS)
      .map((seconds) => new Wait(seconds)),
  ],
  { maxCommands: 20, size: 'max' },
);

function insertOwn({ now }: Model, store: Store): Promise<void> {
  return store.transact((tx) => insertBill(tx, { ...BILL, outTradeNo: ORDER, payBefore: PAY_BEFORE, now }));
}

async function play(all: Iterable<Step>): Promise<Model['state']> {
  const folder = await mkdtemp(join(tmpdir(), 'openact-a402-model-'));
  const store = await openStore(join(folder, 'seller.db'), merchantMigrations);
  const model: Model = { now: 1_000, state: 'OFFERED', leaseUntil: 0, leases: [] };
  try {
    await insertOwn(model, store);
    await fc.asyncModelRun(() => ({ model, real: store }), all);
    return model.state;
  } finally {
    await store.close();
    await rm(folder, { recursive: true });
  }
}

describe('PSD-PAY-A402-08, OA-A402-10 the delivery of what was paid on access', () => {
  test('reaches every state, and refuses every way out that there is not', async () => {
    expect(await play([new Deliver(200), new GiveBack('last')])).toBe('OFFERED');
    const running = [new Claim('trade-1'), new Claim('trade-1'), new Claim('trade-2')];
    expect(await play(running)).toBe('DELIVERING');
    const done = [...running, new Deliver(200), new Deliver(204), new GiveBack('last')];
    expect(await play([...done, new Claim('trade-1'), new Claim('trade-2')])).toBe('DELIVERED');
    // One that has died is taken over when its lease has run out, and not before.
    const over = [new Wait(LEASE_SECONDS - 1), new Claim('trade-1'), new Wait(1), new Claim('trade-1')];
    expect(await play([new Claim('trade-1'), ...over, new Deliver(200)])).toBe('DELIVERED');
  });

  test('one that was taken over is not given back by whoever had it before', async () => {
    const over = [new Claim('trade-1'), new Wait(LEASE_SECONDS), new Claim('trade-1')];
    expect(await play([...over, new GiveBack('first'), new Claim('trade-1')])).toBe('DELIVERING');
    expect(await play([...over, new GiveBack('last')])).toBe('OFFERED');
  });

  test('one for another payment that was taken over stores nothing', async () => {
    const over = [new Claim('trade-1'), new Wait(LEASE_SECONDS), new Claim('trade-2'), new Deliver(200)];
    expect(await play(over)).toBe('DELIVERING');
    expect(await play([...over, new Deliver(200, 'trade-2'), new Claim('trade-1')])).toBe('DELIVERED');
  });

  test('a lease from a clock that was ahead holds nobody up when it has come back', async () => {
    const ahead = [new Wait(DAY_SECONDS), new Claim('trade-1'), new Wait(-DAY_SECONDS)];
    expect(await play([...ahead, new Claim('trade-1'), new Claim('trade-1')])).toBe('DELIVERING');
  });

  test('a lease from another process whose clock is a little ahead is kept', async () => {
    const running = [new Wait(1), new Claim('trade-1'), new Wait(-1)];
    expect(await play([...running, new Claim('trade-1'), new GiveBack('first')])).toBe('OFFERED');
  });

  test('what was paid and could not be delivered is still to be had after any time', async () => {
    const later = [new Wait(2 * DAY_SECONDS), new Bill()];
    const failed = [new Claim('trade-1'), new GiveBack('last')];
    expect(await play([...failed, ...later, new Claim('trade-1'), new Deliver(200)])).toBe('DELIVERED');
  });

  test('behaves as its model in every order of calls', async () => {
    // fast-check prints the seed and the shortest sequence when it finds a difference.
    const property = fc.asyncProperty(steps, async (all) => {
      await play(all);
    });
    await expect(fc.assert(property, { numRuns: 40 })).resolves.toBeUndefined();
  });
});
