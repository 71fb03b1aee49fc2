/**
 * The delivery of a bill that was paid on access, held to a model: OFFERED, DELIVERING under a lease, DELIVERED with what
 * was delivered. Of any number of proofs at any time one delivers, and what is delivered stays as it was.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openStore, type Store } from '../../store/index.ts';
import { merchantMigrations } from '../migrations.ts';
import { claimDelivery, insertBill, readBilled, releaseDelivery, storeDelivery } from './orders.ts';

const LEASE_SECONDS = 30;
const ORDER = 'order-1';
const HOLDER = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) } as const;

interface Model {
  now: number;
  state: 'OFFERED' | 'DELIVERING' | 'DELIVERED';
  leaseUntil: number;
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
      pspId: 'did:act:bank.example/psp',
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
    const isOpen =
      model.state === 'OFFERED' || (model.state === 'DELIVERING' && model.leaseUntil <= model.now);
    if (isOpen) {
      Object.assign(model, {
        state: 'DELIVERING',
        leaseUntil: model.now + LEASE_SECONDS,
        trade: this.#trade,
      });
      return 'ok';
    }
    if (model.trade !== this.#trade) return 'order_already_released';
    return model.state === 'DELIVERED' ? 'ok' : 'a402_delivery_running';
  }
  toString = () => `claim(${this.#trade})`;
}

class Deliver implements Step {
  readonly #status: number;
  constructor(status: number) {
    this.#status = status;
  }
  check = () => true;
  async run(model: Model, store: Store): Promise<void> {
    const response = { status: this.#status, headers: [], body: new Uint8Array([1]) };
    const delivery = { outTradeNo: ORDER, response, now: model.now };
    const due = model.state === 'DELIVERING' ? 'ok' : 'a402_delivery_running';
    if (model.state === 'DELIVERING') Object.assign(model, { state: 'DELIVERED', delivered: this.#status });
    expect(await codeOf(store.transact((tx) => storeDelivery(tx, delivery)))).toBe(due);
    await assertSame(model, store);
  }
  toString = () => `deliver(${this.#status})`;
}

class GiveBack implements Step {
  check = () => true;
  async run(model: Model, store: Store): Promise<void> {
    if (model.state === 'DELIVERING') Object.assign(model, { state: 'OFFERED', leaseUntil: 0 });
    await store.transact((tx) => releaseDelivery(tx, ORDER));
    await assertSame(model, store);
  }
  toString = () => 'give back';
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
    fc.constantFrom(200, 204).map((status) => new Deliver(status)),
    fc.constant(new GiveBack()),
    fc.constantFrom(1, LEASE_SECONDS - 1, LEASE_SECONDS).map((seconds) => new Wait(seconds)),
  ],
  { maxCommands: 20, size: 'max' },
);

async function play(all: Iterable<Step>): Promise<Model['state']> {
  const folder = await mkdtemp(join(tmpdir(), 'openact-a402-model-'));
  const store = await openStore(join(folder, 'seller.db'), merchantMigrations);
  const model: Model = { now: 1_000, state: 'OFFERED', leaseUntil: 0 };
  try {
    const bill = { outTradeNo: ORDER, agentId: 'did:act:agents.example/a', resourceId: 'r', quote: 'q' };
    const cart = { salt: 'A'.repeat(22), lines: [] } as never;
    await store.transact((tx) => insertBill(tx, { ...bill, cart, payBefore: 2_000, now: model.now }));
    await fc.asyncModelRun(() => ({ model, real: store }), all);
    return model.state;
  } finally {
    await store.close();
    await rm(folder, { recursive: true });
  }
}

describe('PSD-PAY-A402-08, OA-A402-10 the delivery of what was paid on access', () => {
  test('reaches every state, and refuses every way out that there is not', async () => {
    expect(await play([new Deliver(200), new GiveBack()])).toBe('OFFERED');
    const running = [new Claim('trade-1'), new Claim('trade-1'), new Claim('trade-2')];
    expect(await play(running)).toBe('DELIVERING');
    const done = [...running, new Deliver(200), new Deliver(204), new GiveBack()];
    expect(await play([...done, new Claim('trade-1'), new Claim('trade-2')])).toBe('DELIVERED');
    // One that has died is taken over when its lease has run out, and not before.
    const over = [new Wait(LEASE_SECONDS - 1), new Claim('trade-1'), new Wait(1), new Claim('trade-1')];
    expect(await play([new Claim('trade-1'), ...over, new Deliver(200)])).toBe('DELIVERED');
  });

  test('behaves as its model in every order of calls', async () => {
    // fast-check prints the seed and the shortest sequence when it finds a difference.
    const property = fc.asyncProperty(steps, async (all) => {
      await play(all);
    });
    await expect(fc.assert(property, { numRuns: 40 })).resolves.toBeUndefined();
  });
});
