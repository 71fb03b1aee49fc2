/**
 * The order and its lock as a state machine, held to a model: of every sequence of calls the answers are the ones
 * that the model foretells, and stock is neither lost nor sold twice.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMessage } from '../../protocol/messages/index.ts';
import {
  command,
  createMerchantWorld,
  type MerchantWorld,
  orderOf,
  post,
  quoteBody,
  receiptFor,
  release,
} from '../testing/world.ts';
import type { OrderState } from './order.ts';

const STOCK = 3;
const LIFETIME_SECONDS = 900;

interface ModelOrder {
  readonly quote: string;
  readonly quantity: number;
  readonly payBefore: number;
  state: OrderState;
  /** The receipt that was taken. */
  receipt?: string;
  /** The receipt that the payment service has told of: the lock does not lapse any more. */
  told?: string;
}

interface Model {
  free: number;
  sold: number;
  readonly orders: ModelOrder[];
  /** Receipts whose money goes back. */
  readonly back: Set<string>;
}

type Step = fc.AsyncCommand<Model, MerchantWorld>;

/** What time does to every order before any call is looked at. */
function lapse(model: Model, now: number): void {
  for (const order of model.orders) {
    if (order.state !== 'LOCKED' || order.told !== undefined || order.payBefore > now) continue;
    order.state = 'CLOSED';
    model.free += order.quantity;
  }
}

async function assertStock(model: Model, world: MerchantWorld): Promise<void> {
  const row = await world.store.read.get("SELECT stock, locked FROM merchant_items WHERE item_id = 'G123-2'");
  expect(Number(row?.stock)).toBe(STOCK - model.sold);
  expect(Number(row?.stock) - Number(row?.locked)).toBe(model.free);
}

async function assertRefunds({ back }: Model, world: MerchantWorld): Promise<void> {
  const rows = await world.store.read.all(
    "SELECT trade_no FROM merchant_outbox WHERE action = 'payment.refund'",
  );
  const due = [...back].map((receipt) => readMessage('receipt', receipt).claims.trade_no);
  expect(rows).toHaveLength(due.length);
  expect(new Set(rows.map(({ trade_no }) => trade_no))).toEqual(new Set(due));
}

async function assertState(order: ModelOrder, world: MerchantWorld): Promise<void> {
  const no = readMessage('quote', order.quote).claims.out_trade_no;
  const row = await world.store.read.get('SELECT state FROM merchant_orders WHERE out_trade_no = $1', [no]);
  expect(row?.state).toBe(order.state);
}

class Quote implements Step {
  readonly #quantity: number;
  constructor(quantity: number) {
    this.#quantity = quantity;
  }
  check = () => true;
  async run(model: Model, world: MerchantWorld): Promise<void> {
    const quantity = this.#quantity;
    lapse(model, world.time.now);
    const expected_amount = (553.5 * quantity).toFixed(2);
    const order = orderOf({ lines: [{ item_id: 'G123-2', quantity }], expected_amount });
    const { status, body } = await post(world, '/quotes', await quoteBody(world, order));
    if (quantity > model.free) {
      expect(body.code).toBe('stock_exhausted');
    } else {
      expect(status).toBe(201);
      model.free -= quantity;
      const payBefore = world.time.now + LIFETIME_SECONDS;
      model.orders.push({ quote: body.quote, quantity, payBefore, state: 'LOCKED' });
    }
    await assertStock(model, world);
  }
  toString = () => `quote(${this.#quantity})`;
}

class Wait implements Step {
  readonly #seconds: number;
  constructor(seconds: number) {
    this.#seconds = seconds;
  }
  check = () => true;
  async run(_model: Model, world: MerchantWorld): Promise<void> {
    world.time.now += this.#seconds;
  }
  toString = () => `wait(${this.#seconds})`;
}

/** A call about one of the orders there are. */
abstract class OnOrder implements Step {
  readonly #pick: number;
  constructor(pick: number) {
    this.#pick = pick;
  }
  check = ({ orders }: Readonly<Model>) => orders.length > 0;
  async run(model: Model, world: MerchantWorld): Promise<void> {
    const order = model.orders[this.#pick % model.orders.length];
    if (order === undefined) throw new Error('no order');
    await this.on(order, model, world);
    await assertState(order, world);
    await assertStock(model, world);
    await assertRefunds(model, world);
  }
  abstract on(order: ModelOrder, model: Model, world: MerchantWorld): Promise<void>;
  abstract readonly name: string;
  toString = () => `${this.name}(${this.#pick})`;
}

class Cancel extends OnOrder {
  readonly name = 'cancel';
  async on(order: ModelOrder, model: Model, world: MerchantWorld): Promise<void> {
    const no = readMessage('quote', order.quote).claims.out_trade_no;
    const signed = await command(world, { action: 'order.cancel', target: no });
    const { status, body } = await post(world, `/orders/${no}/cancel`, { command: signed });
    if (order.state === 'RELEASED' || order.state === 'REFUND_DUE') {
      expect(body.code).toBe('order_already_released');
      return;
    }
    expect([status, body.state]).toEqual([200, 'CLOSED']);
    if (order.state === 'LOCKED') model.free += order.quantity;
    order.state = 'CLOSED';
  }
}

class Release extends OnOrder {
  readonly name: string = 'release';
  receiptOf(order: ModelOrder, world: MerchantWorld): Promise<string> {
    const known = order.receipt ?? order.told;
    return known === undefined ? receiptFor(world, order.quote) : Promise.resolve(known);
  }
  async on(order: ModelOrder, model: Model, world: MerchantWorld): Promise<void> {
    const receipt = await this.receiptOf(order, world);
    const { status, body } = await release(world, order.quote, receipt);
    const isSame = order.receipt === receipt;
    if ((order.receipt ?? order.told ?? receipt) !== receipt) model.back.add(receipt);
    if (order.state === 'RELEASED' && isSame) expect(status).toBe(200);
    else if (order.state === 'RELEASED') expect(body.code).toBe('order_already_released');
    else if (order.state === 'REFUND_DUE')
      expect(body.code).toBe(isSame ? 'order_closed' : 'order_already_released');
    else this.#first(order, model, receipt, status, body.code);
  }
  #first(order: ModelOrder, model: Model, receipt: string, status: number, code?: string): void {
    // The order is bought by the payment that the merchant was told of.
    if (order.told !== undefined && order.told !== receipt) {
      expect(code).toBe('receipt_order_mismatch');
      return;
    }
    const isHad = order.state === 'LOCKED' || order.quantity <= model.free;
    if (order.state === 'CLOSED' && isHad) model.free -= order.quantity;
    order.state = isHad ? 'RELEASED' : 'REFUND_DUE';
    order.receipt = receipt;
    if (isHad) model.sold += order.quantity;
    else model.back.add(receipt);
    expect(isHad ? status : code).toBe(isHad ? 200 : 'order_closed');
  }
}

class ReleaseAnew extends Release {
  override readonly name = 'releaseWithNewReceipt';
  override receiptOf(order: ModelOrder, world: MerchantWorld): Promise<string> {
    return receiptFor(world, order.quote);
  }
}

class Tell extends OnOrder {
  readonly name: string = 'tell';
  receiptOf(order: ModelOrder, world: MerchantWorld): Promise<string> {
    const known = order.told ?? order.receipt;
    return known === undefined ? receiptFor(world, order.quote) : Promise.resolve(known);
  }
  async on(order: ModelOrder, model: Model, world: MerchantWorld): Promise<void> {
    const receipt = await this.receiptOf(order, world);
    const { status, body } = await post(world, '/payment-results', { receipt });
    const buyer = order.told ?? order.receipt ?? receipt;
    expect(buyer === receipt ? status : body.code).toBe(buyer === receipt ? 200 : 'receipt_order_mismatch');
    if (buyer === receipt) order.told = receipt;
    else model.back.add(receipt);
  }
}

class TellAnew extends Tell {
  override readonly name = 'tellOfNewPayment';
  override receiptOf(order: ModelOrder, world: MerchantWorld): Promise<string> {
    return receiptFor(world, order.quote);
  }
}

class ReleaseForeign extends OnOrder {
  readonly name = 'releaseWithForeignReceipt';
  async on(order: ModelOrder, _model: Model, world: MerchantWorld): Promise<void> {
    const receipt = await receiptFor(world, order.quote, { out_trade_no: 'ord-other' });
    expect((await release(world, order.quote, receipt)).body.code).toBe('receipt_order_mismatch');
  }
}

const pick = fc.nat(7);
const steps = fc.commands(
  [
    fc.integer({ min: 1, max: STOCK + 1 }).map((quantity) => new Quote(quantity)),
    fc.constantFrom(1, LIFETIME_SECONDS - 1, LIFETIME_SECONDS).map((seconds) => new Wait(seconds)),
    pick.map((at) => new Cancel(at)),
    pick.map((at) => new Release(at)),
    pick.map((at) => new ReleaseAnew(at)),
    pick.map((at) => new ReleaseForeign(at)),
    pick.map((at) => new Tell(at)),
    pick.map((at) => new TellAnew(at)),
  ],
  { maxCommands: 24, size: 'max' },
);

async function play(all: Iterable<Step>): Promise<Set<OrderState>> {
  const world = await createMerchantWorld();
  const model: Model = { free: STOCK, sold: 0, orders: [], back: new Set() };
  try {
    await fc.asyncModelRun(() => ({ model, real: world }), all);
    return new Set(model.orders.map(({ state }) => state));
  } finally {
    await world.close();
  }
}

describe('CID-CART-CFM-13, CID-CART-CFM-15, OA-ORD-01, OA-ORD-02, OA-ORD-20, OA-ORD-21, OA-ORD-22, OA-ORD-23 orders and locks', () => {
  test('reach every state, and refuse every way out that there is not', async () => {
    const lost = [new Quote(3), new Wait(LIFETIME_SECONDS), new Quote(3), new Release(1), new Release(0)];
    const after = [0, 1].flatMap((at) => [
      new Cancel(at),
      new ReleaseAnew(at),
      new ReleaseForeign(at),
      new Release(at),
      new TellAnew(at),
    ]);
    expect(await play([...lost, ...after])).toEqual(new Set(['REFUND_DUE', 'RELEASED']));
    const told = [new Quote(3), new Tell(0), new Wait(LIFETIME_SECONDS), new Quote(1), new Release(0)];
    expect(await play([...told, new Cancel(0)])).toEqual(new Set(['RELEASED']));
    const left = [new Quote(1), new Cancel(0), new Quote(3), new Quote(1), new Cancel(0)];
    expect(await play(left)).toEqual(new Set(['CLOSED', 'LOCKED']));
  });

  test('behave as their model in every order of calls', async () => {
    // fast-check prints the seed and the shortest sequence when it finds a difference.
    const property = fc.asyncProperty(steps, async (all) => {
      await play(all);
    });
    await expect(fc.assert(property, { numRuns: 30 })).resolves.toBeUndefined();
  });
});
