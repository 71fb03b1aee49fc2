/**
 * An entry of an outbox, held to a model: PENDING until it is acknowledged, with a next time after each failure and each
 * time that it is put off, or set aside for people. Acknowledged is final; one that was set aside is acknowledged after all where another process had it
 * on its way. Nothing else moves it, and only what is pending and due is sent.
 */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Queries, Store } from '../index.ts';

/** The outbox of one role, by the functions that its worker calls. */
export interface TestedOutbox {
  /** How it calls what was acknowledged. */
  readonly acknowledged: string;
  /** The longest wait between two tries. */
  readonly longestSeconds: number;
  enqueue(tx: Queries, id: string, now: number): Promise<void>;
  acknowledge(tx: Queries, id: string): Promise<void>;
  /** @param nextAt Unix seconds; undefined: set aside */
  fail(tx: Queries, id: string, nextAt: number | undefined): Promise<void>;
  /** That nobody has looked at it: no try. @param nextAt Unix seconds */
  putOff(tx: Queries, id: string, nextAt: number): Promise<void>;
  due(queries: Queries, now: number): Promise<readonly string[]>;
  row(queries: Queries, id: string): Promise<{ readonly state: unknown; readonly attempts: unknown }>;
}

/** Late enough for the clock to go back by days. */
const START = 1_000_000_000;

type State = 'PENDING' | 'ACKNOWLEDGED' | 'SET_ASIDE';

interface Model {
  now: number;
  state: State;
  attempts: number;
  nextAt: number;
}

interface Real {
  readonly store: Store;
  readonly outbox: TestedOutbox;
  readonly id: string;
}

const DELAY_SECONDS = 5;
const CLOCKS_DIFFER_SECONDS = 60;
const DAY_SECONDS = 86_400;

class Step implements fc.AsyncCommand<Model, Real> {
  readonly name: string;
  readonly work: (real: Real, model: Model) => Promise<void>;
  readonly change: (model: Model) => void;
  constructor(name: string, work: Step['work'], change: Step['change']) {
    this.name = name;
    this.work = work;
    this.change = change;
  }
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    await this.work(real, model);
    this.change(model);
    const { outbox, store, id } = real;
    const { state, attempts } = await outbox.row(store.read, id);
    const shown = model.state === 'ACKNOWLEDGED' ? outbox.acknowledged : model.state;
    expect([state, Number(attempts)]).toEqual([shown, model.attempts]);
    // What is further off than any wait was written by a clock that was ahead.
    const isBeyond = model.nextAt > model.now + outbox.longestSeconds + CLOCKS_DIFFER_SECONDS;
    const isDue = model.state === 'PENDING' && (model.nextAt <= model.now || isBeyond);
    expect((await outbox.due(store.read, model.now)).includes(id)).toBe(isDue);
  }
  toString = () => this.name;
}

const acknowledged = new Step(
  'acknowledged',
  ({ store, outbox, id }) => store.transact((tx) => outbox.acknowledge(tx, id)),
  (model) => {
    model.state = 'ACKNOWLEDGED';
  },
);

const failed = (isForGood: boolean): Step =>
  new Step(
    isForGood ? 'refused for good' : 'not reached',
    ({ store, outbox, id }, { now }) =>
      store.transact((tx) => outbox.fail(tx, id, isForGood ? undefined : now + DELAY_SECONDS)),
    (model) => {
      if (model.state !== 'PENDING') return;
      model.attempts += 1;
      if (isForGood) model.state = 'SET_ASIDE';
      else model.nextAt = model.now + DELAY_SECONDS;
    },
  );

const putOff = new Step(
  'put off',
  ({ store, outbox, id }, { now }) => store.transact((tx) => outbox.putOff(tx, id, now + DELAY_SECONDS)),
  (model) => {
    if (model.state === 'PENDING') model.nextAt = model.now + DELAY_SECONDS;
  },
);

const wait = (seconds: number): Step =>
  new Step(
    `wait(${seconds})`,
    () => Promise.resolve(),
    (model) => {
      model.now += seconds;
    },
  );

const STEPS = [
  acknowledged,
  failed(false),
  failed(true),
  putOff,
  wait(DELAY_SECONDS - 1),
  wait(1),
  wait(-DAY_SECONDS),
];
const WAYS: Readonly<Record<State, readonly Step[]>> = {
  PENDING: [],
  ACKNOWLEDGED: [acknowledged],
  SET_ASIDE: [failed(true)],
};

async function play(
  store: Store,
  outbox: TestedOutbox,
  id: string,
  steps: Iterable<fc.AsyncCommand<Model, Real>>,
): Promise<State> {
  const model: Model = { now: START, state: 'PENDING', attempts: 0, nextAt: START };
  await store.transact((tx) => outbox.enqueue(tx, id, model.now));
  await fc.asyncModelRun(() => ({ model, real: { store, outbox, id } }), steps);
  return model.state;
}

/** Every step in every state, and then any number of them in any order; a failure prints the seed and the steps. */
export async function assertOutbox(store: Store, outbox: TestedOutbox): Promise<void> {
  let entries = 0;
  const next = () => {
    entries += 1;
    return `entry-${entries}`;
  };
  for (const [state, way] of Object.entries(WAYS)) {
    expect(await play(store, outbox, next(), way)).toBe(state);
    for (const step of STEPS) await play(store, outbox, next(), [...way, step, ...STEPS]);
  }
  const any = fc.commands<Model, Real, false>(
    STEPS.map((step) => fc.constant(step)),
    { maxCommands: 12 },
  );
  await fc.assert(
    fc.asyncProperty(any, async (steps) => {
      await play(store, outbox, next(), steps);
    }),
    { numRuns: 60 },
  );
}
