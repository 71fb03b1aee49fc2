/**
 * A payment between two services, and what goes back of it, as a state machine at both, held to a model: requests and
 * answers are lost, messages come late, twice and in another order, a service dies and time passes. Whatever happens, each
 * service is where the model foretells, both books balance at every step, and there is one debit for one credit.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines } from '../../../store/testing/engines.ts';
import type { TestEngine } from '../../../store/testing/sqlite.ts';
import { createActors, IDS } from '../../../verifier/testing/actors.ts';
import { fresh, outcomeOf } from '../testing/bench.ts';
import {
  type BankActors,
  bankActors,
  CLEARING,
  createTwoServices,
  type Fate,
  moneyOf,
  OTHER_PSP,
  orNothing,
  type TwoServices,
  WITH_DISCOUNT,
} from '../testing/two-services.ts';

const PATIENCE = 30;
/** A life costs two schemas there, and it is the same code. */
const RUNS = { SQLite: 20, PostgreSQL: 5 } as const;
/** How old a command may be. */
const COMMAND_SECONDS = 60;
const [OWED, PAYERS] = [10_000n, 7_000n];
const TRANSIT_AT_B = `transit:${IDS.psp}:CNY`;
/** Refunds that the merchant may ask for, by id. */
const REFUNDS = { most: 6_000n, rest: 4_000n, cent: 1n, third: 3_333n } as const;
type RefundId = keyof typeof REFUNDS;

/** One trade number of A. */
interface Attempt {
  a: 'SENT' | 'PAID' | 'REVERSED';
  b: 'NONE' | 'CREDITED' | 'REFUSED';
  /** Whether B would credit it. */
  readonly isGood: boolean;
  /** Whether the instruction has come to B. */
  hasArrived: boolean;
  readonly openedAt: number;
  askedAt: number;
}

/** A refund: at B, and whether A has given it back. */
interface Returned {
  b: 'SENT' | 'REFUNDED';
  isBack: boolean;
  readonly openedAt: number;
  /** When B last asked for it by itself. */
  askedAt: number;
}

interface Model {
  now: number;
  readonly attempts: Attempt[];
  /** By refund id. */
  readonly refunds: Map<RefundId, Returned>;
}

interface Real {
  readonly two: TwoServices;
  readonly order: string;
  /** What was sent for each attempt, and the last request. */
  readonly instructions: unknown[];
  request: Awaited<ReturnType<TwoServices['payment']>> | undefined;
}

type Step = fc.AsyncCommand<Model, Real>;

let actors: BankActors;
beforeAll(async () => {
  actors = await bankActors(await createActors());
});

const current = ({ attempts }: Model): Attempt | undefined => attempts.at(-1);
const isOpen = (attempt: Attempt | undefined): boolean => attempt !== undefined && attempt.a !== 'REVERSED';

/** Everything that goes back of it, by the refunds for which this holds. */
function sum({ refunds }: Model, holds: (one: { b: string; isBack: boolean }) => boolean): bigint {
  return [...refunds].reduce((total, [id, one]) => total + (holds(one) ? REFUNDS[id] : 0n), 0n);
}

const inOrder = (all: readonly unknown[]): string[] =>
  all.map(String).toSorted((left, right) => left.localeCompare(right));

/** Both services stand where the model does, and what moved is what had to. */
async function assertSame(model: Model, { two }: Real): Promise<void> {
  const { a, b } = two;
  const attempt = current(model);
  const [out, arrived] = [
    await a.store.read.all('SELECT state FROM interconnect_out'),
    await b.store.read.all('SELECT state FROM interconnect_in'),
  ];
  // No more than one of them is not REVERSED.
  expect(inOrder(out.map(({ state }) => state))).toEqual(inOrder(model.attempts.map(({ a }) => a)));
  expect(inOrder(arrived.map(({ state }) => state))).toEqual(
    inOrder(model.attempts.flatMap(({ b }) => (b === 'NONE' ? [] : [b]))),
  );
  const refunds = await b.store.read.all('SELECT refund_id, state FROM interconnect_refunds');
  expect(inOrder(refunds.map(({ refund_id, state }) => `${refund_id} ${state}`))).toEqual(
    inOrder([...model.refunds].map(([id, one]) => `${id} ${one.b}`)),
  );
  const taken = isOpen(attempt) ? OWED : 0n;
  const paid = attempt?.a === 'PAID' ? OWED : 0n;
  const credited = attempt?.b === 'CREDITED' ? OWED : 0n;
  const back = sum(model, ({ isBack }) => isBack);
  const payersBack = (PAYERS * back + OWED - 1n) / OWED;
  const payersTaken = taken === 0n ? 0n : PAYERS;
  expect({
    ...(await moneyOf(two)),
    transitAtA: await orNothing(a, CLEARING.transit),
    transitAtB: await orNothing(b, TRANSIT_AT_B),
  }).toEqual({
    payer: payersBack - payersTaken,
    promotion: back - payersBack - (taken - payersTaken),
    transitAtA: taken - paid,
    weOwe: paid - back,
    theyOwe: sum(model, (one) => one.b === 'REFUNDED') - credited,
    transitAtB: sum(model, (one) => one.b === 'SENT'),
    merchant: credited - sum(model, () => true),
    books: [true, true],
  });
  const used = await a.store.read.get(
    'SELECT SUM(spent_minor) AS spent, SUM(held_minor) AS held, SUM(times_used) AS times FROM usage',
  );
  expect([used?.spent, used?.held, used?.times].map((sum) => BigInt(String(sum ?? 0n)))).toEqual([
    paid,
    taken - paid,
    taken === 0n ? 0n : 1n,
  ]);
}

/** One call, with what becomes of the messages that it leads to. */
abstract class Said implements Step {
  readonly fates: readonly Fate[];
  constructor(fates: readonly Fate[]) {
    this.fates = fates;
  }
  check(_model: Readonly<Model>): boolean {
    return true;
  }
  async run(model: Model, real: Real): Promise<void> {
    const due = this.foretell(model);
    real.two.fates = [...this.fates];
    expect(await outcomeOf(this.say(real))).toBe(due);
    real.two.fates = [];
    await assertSame(model, real);
  }
  abstract say(real: Real): Promise<unknown>;
  /** Moves the model. @returns the outcome for the caller */
  abstract foretell(model: Model): string;
  abstract readonly name: string;
  toString = () => `${this.name}(${this.fates.join(', ')})`;
}

/** What B decides about an instruction that comes to it. */
function instructed(attempt: Attempt): void {
  attempt.hasArrived = true;
  if (attempt.b === 'NONE') attempt.b = attempt.isGood ? 'CREDITED' : 'REFUSED';
}

/** What B says when it is asked: a number that it does not know it gives up. */
function asked(attempt: Attempt): void {
  if (attempt.b === 'NONE') attempt.b = 'REFUSED';
}

/** What A makes of an answer. */
function answered(attempt: Attempt): void {
  attempt.a = attempt.b === 'CREDITED' ? 'PAID' : 'REVERSED';
}

/** A asks B: the instruction the first time, a question when the answer is lost, and afterwards. */
function advance(model: Model, attempt: Attempt, fates: readonly Fate[]): void {
  const isFirst = attempt.askedAt === 0 && attempt.openedAt + PATIENCE > model.now;
  attempt.askedAt = model.now;
  const left = [...fates];
  for (const reach of isFirst ? [instructed, asked] : [asked]) {
    const fate = left.shift() ?? 'arrives';
    if (fate === 'request_lost') continue;
    reach(attempt);
    if (fate === 'answer_lost') continue;
    answered(attempt);
    return;
  }
}

const isDue = ({ now }: Model, { a, askedAt, openedAt }: Attempt): boolean =>
  a === 'SENT' && askedAt + PATIENCE <= now && openedAt + PATIENCE <= now;

const endOf = ({ a }: Attempt): string =>
  ({ SENT: 'payment_pending', PAID: 'ok', REVERSED: 'interconnect_refused' })[a];

function opened(model: Model, isGood: boolean): Attempt {
  const attempt: Attempt = {
    ...{ a: 'SENT', b: 'NONE', isGood, hasArrived: false },
    ...{ openedAt: model.now, askedAt: 0 },
  };
  model.attempts.push(attempt);
  return attempt;
}

/** A new request for the order: of the quote that is being paid, or, where nothing is, of a new one. */
async function requested(real: Real, isGood: boolean) {
  const { two, order } = real;
  const state = await two.a.store.read.get('SELECT 1 AS found FROM payments WHERE out_trade_no = $1', [
    order,
  ]);
  if (state !== undefined && real.request !== undefined)
    return two.a.requestAgain(real.request, WITH_DISCOUNT);
  const nobody = { quote: { payee: { account: 'acct-nobody', psp_id: OTHER_PSP } } };
  real.request = await two.payment({ ...WITH_DISCOUNT, outTradeNo: order, ...(isGood ? {} : nobody) });
  return real.request;
}

/** Pays, and keeps the instruction that was sent for a new trade. */
async function paid(real: Real, isGood: boolean): Promise<void> {
  const { two, instructions } = real;
  const request = await requested(real, isGood);
  const before = two.sent.length;
  try {
    await two.a.psp.pay(request);
  } finally {
    const [first] = two.sent.slice(before).filter(({ path }) => path === '/interconnect/payments');
    if (first !== undefined) instructions.push(first.body);
  }
}

class Pay extends Said {
  readonly name: string;
  readonly isGood: boolean;
  constructor(isGood: boolean, fates: readonly Fate[]) {
    super(fates);
    this.isGood = isGood;
    this.name = isGood ? 'pay' : 'pay to nobody';
  }
  say = (real: Real) => paid(real, this.isGood);
  foretell(model: Model): string {
    const before = current(model);
    if (before === undefined || before.a === 'REVERSED') {
      const attempt = opened(model, this.isGood);
      advance(model, attempt, this.fates);
      return endOf(attempt);
    }
    if (before.a === 'SENT' && before.askedAt + PATIENCE <= model.now) advance(model, before, this.fates);
    return endOf(before);
  }
}

/** A dies with the instruction in its hand, and is started again. */
class Die extends Said {
  readonly name = 'die';
  override check = ({ attempts }: Readonly<Model>) => !isOpen(attempts.at(-1));
  async say(real: Real): Promise<void> {
    const { two } = real;
    two.onTheWay = () => Promise.reject(new Error('killed'));
    try {
      await paid(real, true);
    } finally {
      two.onTheWay = undefined;
      await two.restartA();
      await two.a.psp.start();
    }
  }
  foretell(model: Model): string {
    opened(model, true).askedAt = model.now;
    return 'Error: killed';
  }
}

/** The instruction is so slow that a question overtakes it. */
class Overtaken extends Said {
  readonly name = 'overtaken';
  override check = ({ attempts }: Readonly<Model>) => !isOpen(attempts.at(-1));
  async say(real: Real): Promise<void> {
    const { two } = real;
    two.onTheWay = async () => {
      two.onTheWay = undefined;
      two.advance(PATIENCE);
      await two.a.psp.advanceDue();
    };
    await paid(real, true);
  }
  foretell(model: Model): string {
    const attempt = opened(model, true);
    model.now += PATIENCE;
    attempt.askedAt = model.now;
    asked(attempt);
    answered(attempt);
    instructed(attempt);
    return endOf(attempt);
  }
}

/** The agent asks how it ended. */
class Query extends Said {
  readonly name = 'query';
  async say({ two, order }: Real): Promise<void> {
    await two.a.psp.query(await two.a.command({ target: order }, actors.agent.signer));
  }
  foretell(model: Model): string {
    const attempt = current(model);
    if (attempt === undefined || attempt.a === 'REVERSED') return 'payment_unknown';
    if (attempt.a === 'SENT' && attempt.askedAt + PATIENCE <= model.now) advance(model, attempt, this.fates);
    return endOf(attempt);
  }
}

/** The refunds that B asks for by itself, in their order. */
function inTurn({ refunds, now }: Model): Returned[] {
  const due = [...refunds].filter(
    ([, { b, askedAt, openedAt }]) => b === 'SENT' && askedAt + PATIENCE <= now && openedAt + PATIENCE <= now,
  );
  return due
    .toSorted(
      ([leftId, left], [rightId, right]) =>
        left.askedAt - right.askedAt || left.openedAt - right.openedAt || (leftId < rightId ? -1 : 1),
    )
    .map(([, one]) => one);
}

/** What the services do by themselves now and then. */
class Tend extends Said {
  readonly name = 'tend';
  constructor(fate: Fate) {
    // The order of several questions is nobody's business.
    super(Array.from({ length: 8 }, () => fate));
  }
  async say({ two }: Real): Promise<void> {
    await two.a.psp.advanceDue();
    await two.b.psp.advanceDue();
  }
  foretell(model: Model): string {
    const attempt = current(model);
    if (attempt !== undefined && isDue(model, attempt)) advance(model, attempt, this.fates);
    for (const one of inTurn(model)) {
      one.askedAt = model.now;
      giveBack(model, one, this.fates[0]);
      // B asks for no more in this round when A gives no answer at all.
      if (this.fates[0] !== 'arrives') break;
    }
    return 'ok';
  }
}

class Wait implements Step {
  check = () => true;
  async run(model: Model, { two }: Real): Promise<void> {
    model.now += PATIENCE;
    two.advance(PATIENCE);
  }
  toString = () => 'wait';
}

/** An instruction comes again, or for the first time after all: of this attempt or of one before. */
class Late implements Step {
  readonly which: number;
  constructor(which: number) {
    this.which = which;
  }
  check = ({ attempts, now }: Readonly<Model>) => {
    const attempt = attempts[this.which % Math.max(attempts.length, 1)];
    return attempt !== undefined && now - attempt.openedAt <= COMMAND_SECONDS;
  };
  async run(model: Model, real: Real): Promise<void> {
    const at = this.which % model.attempts.length;
    const attempt = model.attempts[at];
    if (attempt === undefined) throw new Error('no such attempt');
    const due = this.foretell(attempt);
    const answer = await real.two.deliver('/interconnect/payments', real.instructions[at]);
    const { code = 'ok' } = JSON.parse(new TextDecoder().decode(answer.body));
    expect(code).toBe(due);
    await assertSame(model, real);
  }
  private foretell(attempt: Attempt): string {
    if (attempt.hasArrived) return 'command_duplicate';
    const was = attempt.b;
    instructed(attempt);
    if (attempt.b === 'CREDITED') return 'ok';
    return was === 'NONE' ? 'quote_payee_mismatch' : 'interconnect_cancelled';
  }
  toString = () => `late(${this.which})`;
}

/** B asks A for a refund. @returns whether it has ended */
function giveBack(model: Model, one: Returned, fate: Fate = 'arrives'): boolean {
  // A gives nothing back before it has heard that the merchant was credited.
  if (fate === 'request_lost' || current(model)?.a !== 'PAID') return false;
  one.isBack = true;
  if (fate === 'answer_lost') return false;
  one.b = 'REFUNDED';
  return true;
}

/** The merchant asks B for a refund, or again for the same one. */
class Refund extends Said {
  readonly id: RefundId;
  readonly name: string;
  constructor(id: RefundId, fate: Fate) {
    super([fate]);
    this.id = id;
    this.name = `refund ${id}`;
  }
  override check = ({ attempts }: Readonly<Model>) => attempts.at(-1)?.b === 'CREDITED';
  async say({ two: { b } }: Real): Promise<void> {
    const trade = await b.store.read.get("SELECT trade_no FROM interconnect_in WHERE state = 'CREDITED'");
    const target = String(trade?.trade_no);
    const minor = REFUNDS[this.id].toString().padStart(3, '0');
    const amount = `${minor.slice(0, -2)}.${minor.slice(-2)}`;
    const params = { amount, currency: 'CNY', refund_id: this.id };
    const claims = { iss: IDS.merchant, aud: OTHER_PSP, action: 'payment.refund', target, params } as const;
    await b.psp.refund(target, await b.command(claims, actors.merchant.signer));
  }
  foretell(model: Model): string {
    const { refunds, now } = model;
    const known = refunds.get(this.id);
    if (known?.b === 'REFUNDED') return 'ok';
    if (known === undefined && sum(model, () => true) + REFUNDS[this.id] > OWED)
      return 'refund_over_captured';
    const one: Returned = known ?? { b: 'SENT', isBack: false, openedAt: now, askedAt: 0 };
    refunds.set(this.id, one);
    return giveBack(model, one, this.fates[0]) ? 'ok' : 'payment_pending';
  }
}

class Restart implements Step {
  check = () => true;
  async run(_model: Model, { two }: Real): Promise<void> {
    await two.restartA();
    await two.a.psp.start();
  }
  toString = () => 'restart';
}

const fate = fc.constantFrom<Fate>('arrives', 'arrives', 'request_lost', 'answer_lost');
const fates = fc.tuple(fate, fate);
const steps = fc.commands(
  [
    fc.tuple(fc.boolean(), fates).map(([isGood, both]) => new Pay(isGood, both)),
    fates.map((both) => new Pay(true, both)),
    fc.constant(new Die([])),
    fc.constant(new Overtaken([])),
    fates.map((both) => new Query(both)),
    fate.map((one) => new Tend(one)),
    fc.constant(new Wait()),
    fc.nat({ max: 3 }).map((which) => new Late(which)),
    fc
      .tuple(fc.constantFrom<RefundId>('most', 'rest', 'cent', 'third'), fate)
      .map(([id, one]) => new Refund(id, one)),
    fc.constant(new Restart()),
  ],
  { maxCommands: 14, size: 'max' },
);

/** @returns every pair of states that the last attempt was in */
async function play(engine: TestEngine, all: Iterable<Step>): Promise<string> {
  const two = await createTwoServices(actors, engine);
  const model: Model = { now: two.a.now, attempts: [], refunds: new Map() };
  const real: Real = { two, order: fresh('order'), instructions: [], request: undefined };
  try {
    await fc.asyncModelRun(() => ({ model, real }), all);
    const last = current(model);
    const back = [...model.refunds.values()].map((one) => one.b).join(' ');
    return `${last?.a ?? 'NONE'} ${last?.b ?? 'NONE'} ${back}`.trim();
  } finally {
    await two.close();
  }
}

describe.each(engines)('OA-ICN-06 to OA-ICN-10 a payment at both services, on $name', (engine) => {
  beforeAll(() => engine.start());
  afterAll(() => engine.stop());

  test.each<[string, string, readonly Step[]]>([
    ['the answer is lost and asked for', 'PAID CREDITED', [new Pay(true, ['answer_lost', 'arrives'])]],
    [
      'the instruction is lost and given up',
      'REVERSED REFUSED',
      [new Pay(true, ['request_lost', 'arrives'])],
    ],
    ['silence', 'SENT CREDITED', [new Pay(true, ['answer_lost', 'request_lost']), new Query([])]],
    [
      'silence, and the question later',
      'PAID CREDITED',
      [new Pay(true, ['answer_lost', 'request_lost']), new Wait(), new Query(['arrives'])],
    ],
    [
      'it comes late, after all',
      'PAID CREDITED',
      [new Pay(true, ['request_lost', 'request_lost']), new Late(0), new Wait(), new Tend('arrives')],
    ],
    [
      'it comes late, too late, and twice',
      'PAID CREDITED',
      [new Pay(true, ['request_lost', 'arrives']), new Late(0), new Pay(true, []), new Late(0), new Late(1)],
    ],
    ['a question overtakes it', 'REVERSED REFUSED', [new Overtaken([]), new Late(0)]],
    ['A dies', 'REVERSED REFUSED', [new Die([]), new Wait(), new Tend('arrives')]],
    ['nobody’s account, and then the merchant’s', 'PAID CREDITED', [new Pay(false, []), new Pay(true, [])]],
    [
      'it goes back before A has heard that it was credited',
      'PAID CREDITED REFUNDED REFUNDED',
      [
        new Pay(true, ['answer_lost', 'request_lost']),
        new Refund('most', 'arrives'),
        new Wait(),
        new Tend('arrives'),
        new Refund('rest', 'answer_lost'),
        new Refund('cent', 'arrives'),
        new Refund('rest', 'arrives'),
      ],
    ],
  ])('%s: %s', async (_what, end, all) => {
    expect(await play(engine, all)).toBe(end);
  });

  test('behaves as its model in every order of calls', async () => {
    // fast-check prints the seed and the shortest sequence when it finds a difference.
    const property = fc.asyncProperty(steps, async (all) => {
      await play(engine, all);
    });
    await expect(fc.assert(property, { numRuns: RUNS[engine.name] })).resolves.toBeUndefined();
  });
});
