/**
 * What two services owe each other as a state machine at both, held to a model: whatever is said in whatever order, with
 * whatever loss on the way, each is where the model foretells, every way out that there is not is refused, and the money
 * is booked once.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { engines } from '../../../store/testing/engines.ts';
import type { TestEngine } from '../../../store/testing/sqlite.ts';
import { createActors, IDS } from '../../../verifier/testing/actors.ts';
import { type Bench, booksBalance, outcomeOf } from '../testing/bench.ts';
import {
  type BankActors,
  bankActors,
  CLEARING,
  createTwoServices,
  type Fate,
  OTHER_PSP,
  type TwoServices,
} from '../testing/two-services.ts';
import type { NettingKey } from './netting.ts';

const HOUR = 3_600;
/** A life costs two schemas there, and it is the same code. */
const RUNS = { SQLite: 20, PostgreSQL: 5 } as const;
const OWED = 10_000n;

type State = 'NONE' | 'OPEN' | 'AGREED' | 'SETTLED';
type Side = 'a' | 'b';

interface Model {
  a: State;
  b: State;
  hasArrived: boolean;
}

interface Real {
  readonly two: TwoServices;
  readonly key: Omit<NettingKey, 'partner'>;
}

type Step = fc.AsyncCommand<Model, Real>;

const other = (side: Side): Side => (side === 'a' ? 'b' : 'a');
const partnerOf = (side: Side): string => (side === 'a' ? OTHER_PSP : IDS.psp);
const isBefore = (state: State): boolean => state === 'NONE' || state === 'OPEN';

let actors: BankActors;
beforeAll(async () => {
  actors = await bankActors(await createActors());
});

async function stateOf(bench: Bench): Promise<State> {
  const row = await bench.store.read.get('SELECT state FROM interconnect_settlements');
  return (row?.state ?? 'NONE') as State;
}

/** A call of one operator, with what becomes of the message that it leads to. */
abstract class Said implements Step {
  readonly side: Side;
  readonly fate: Fate;
  constructor(side: Side, fate: Fate) {
    this.side = side;
    this.fate = fate;
  }
  check = () => true;
  async run(model: Model, { two, key }: Real): Promise<void> {
    const due = this.foretell(model);
    two.fates = [...this.before, this.fate];
    const full = { ...key, partner: partnerOf(this.side) };
    expect(await outcomeOf(this.say(two[this.side], full))).toBe(due);
    two.fates = [];
    expect([await stateOf(two.a), await stateOf(two.b)]).toEqual([model.a, model.b]);
    const owed = [model.a === 'SETTLED' ? 0n : OWED, model.b === 'SETTLED' ? 0n : -OWED];
    expect([await two.a.balance(CLEARING.atA), await two.b.balance(CLEARING.atB)]).toEqual(owed);
    expect([await booksBalance(two.a), await booksBalance(two.b)]).toEqual([true, true]);
  }
  /** What else is said first, and arrives. */
  readonly before: readonly Fate[] = [];
  abstract say(bench: Bench, key: NettingKey): Promise<unknown>;
  /** Moves the model. @returns the outcome for the caller */
  abstract foretell(model: Model): string;
  abstract readonly name: string;
  toString = () => `${this.name}(${this.side}, ${this.fate})`;
}

class Agree extends Said {
  readonly name = 'agree';
  override readonly before = ['arrives'] as const;
  say = (bench: Bench, key: NettingKey) => bench.psp.agreeNetting(key);
  foretell(model: Model): string {
    const there = other(this.side);
    if (!isBefore(model[this.side])) return 'ok';
    model[this.side] = 'OPEN';
    if (this.fate === 'request_lost') return 'peer_unreachable';
    if (isBefore(model[there])) model[there] = 'AGREED';
    if (this.fate === 'answer_lost') return 'peer_unreachable';
    model[this.side] = 'AGREED';
    return 'ok';
  }
}

class Settle extends Said {
  readonly name = 'settle';
  say = (bench: Bench, key: NettingKey) => bench.psp.settleNetting(key, 'transfer-1');
  foretell(model: Model): string {
    if (model[this.side] === 'SETTLED') return 'ok';
    if (isBefore(model[this.side])) return 'netting_not_agreed';
    // B is owed: it cannot say that it has paid.
    if (this.side === 'b') return 'command_not_permitted';
    if (this.fate === 'request_lost') return 'peer_unreachable';
    const refused = this.refusedByB(model);
    if (refused !== undefined) return this.fate === 'answer_lost' ? 'peer_unreachable' : refused;
    model.b = 'SETTLED';
    if (this.fate === 'answer_lost') return 'peer_unreachable';
    model.a = 'SETTLED';
    return 'ok';
  }
  private refusedByB({ b, hasArrived }: Model): string | undefined {
    if (isBefore(b)) return 'netting_not_agreed';
    return b === 'SETTLED' || hasArrived ? undefined : 'netting_payment_missing';
  }
}

class Arrive implements Step {
  check = ({ hasArrived }: Readonly<Model>) => !hasArrived;
  async run(model: Model, { two }: Real): Promise<void> {
    two.arrived.add('transfer-1');
    model.hasArrived = true;
  }
  toString = () => 'arrive';
}

class Restart implements Step {
  check = () => true;
  run = (_model: Model, { two }: Real) => two.restartA();
  toString = () => 'restart';
}

const sides = fc.constantFrom<Side>('a', 'b');
const fates = fc.constantFrom<Fate>('arrives', 'arrives', 'request_lost', 'answer_lost');
const steps = fc.commands(
  [
    fc.tuple(sides, fates).map(([side, fate]) => new Agree(side, fate)),
    fc.tuple(sides, fates).map(([side, fate]) => new Settle(side, fate)),
    fc.constant(new Arrive()),
    fc.constant(new Restart()),
  ],
  { maxCommands: 12, size: 'max' },
);

/** An hour in which A has paid 100.00 into B. @returns every pair of states that was reached */
async function play(engine: TestEngine, all: Iterable<Step>): Promise<Set<string>> {
  const two = await createTwoServices(actors, engine);
  const from = two.a.now;
  await two.a.psp.pay(await two.payment());
  two.advance(HOUR);
  const key = { from, until: from + HOUR / 2, currency: 'CNY' };
  const model: Model = { a: 'NONE', b: 'NONE', hasArrived: false };
  const reached = new Set<string>();
  try {
    await fc.asyncModelRun(() => ({ model, real: { two, key } }), all);
    reached.add(`${model.a} ${model.b}`);
    return reached;
  } finally {
    await two.close();
  }
}

describe.each(engines)('OA-ICN-19, OA-ICN-20 netting at both services, on $name', (engine) => {
  beforeAll(() => engine.start());
  afterAll(() => engine.stop());

  test('goes every way that there is, and refuses every other', async () => {
    const lost = [new Agree('a', 'request_lost'), new Settle('a', 'arrives'), new Settle('b', 'arrives')];
    expect(await play(engine, lost)).toEqual(new Set(['OPEN NONE']));
    const half = [new Agree('b', 'answer_lost'), new Settle('a', 'arrives'), new Settle('b', 'arrives')];
    expect(await play(engine, half)).toEqual(new Set(['AGREED OPEN']));
    const unpaid = [new Agree('a', 'arrives'), new Settle('b', 'arrives'), new Settle('a', 'arrives')];
    expect(await play(engine, unpaid)).toEqual(new Set(['AGREED AGREED']));
    const torn = [...unpaid, new Arrive(), new Settle('a', 'answer_lost'), new Agree('b', 'arrives')];
    expect(await play(engine, torn)).toEqual(new Set(['AGREED SETTLED']));
    const done = [...torn, new Restart(), new Settle('a', 'arrives'), new Agree('a', 'arrives')];
    expect(await play(engine, [...done, new Settle('b', 'arrives')])).toEqual(new Set(['SETTLED SETTLED']));
  });

  test('behaves as its model in every order of calls', async () => {
    // fast-check prints the seed and the shortest sequence when it finds a difference.
    const property = fc.asyncProperty(steps, async (all) => {
      await play(engine, all);
    });
    await expect(fc.assert(property, { numRuns: RUNS[engine.name] })).resolves.toBeUndefined();
  });
});
