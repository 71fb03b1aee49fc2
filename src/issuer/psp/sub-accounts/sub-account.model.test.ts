import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatUtcSeconds } from '../../../protocol/time/index.ts';
import type { Queries } from '../../../store/index.ts';
import { type Actors, createActors, DAY_SECONDS, IDS } from '../../../verifier/testing/actors.ts';
import { type Bench, booksBalance, createBench, fresh, outcomeOf, PAYER_ACCOUNT } from '../testing/bench.ts';
import { type SubAccountStatus, useSubAccount } from './index.ts';

/** What PSD-AGT-SUB says of one sub-account. */
interface Model {
  state: SubAccountStatus;
  minor: bigint;
  /** Every key that it ever had, the last one last. */
  readonly keys: string[];
}

interface Real {
  readonly bench: Bench;
  readonly id: string;
}

/** A step, what it has to answer in this state, and what it changes when it is legal. */
class Move implements fc.AsyncCommand<Model, Real> {
  readonly name: string;
  readonly step: (tx: Queries, real: Real, model: Model) => Promise<unknown>;
  readonly expected: (model: Model) => string;
  readonly change: (model: Model) => void;
  constructor(name: string, step: Move['step'], expected: Move['expected'], change: Move['change']) {
    this.name = name;
    this.step = step;
    this.expected = expected;
    this.change = change;
  }

  check(): boolean {
    return true;
  }

  async run(model: Model, real: Real): Promise<void> {
    const { bench, id } = real;
    const wanted = this.expected(model);
    expect(await outcomeOf(bench.store.transact((tx) => this.step(tx, real, model)))).toBe(wanted);
    if (wanted === 'ok') this.change(model);
    const seen = await bench.psp.subAccounts.find(bench.store.read, id);
    expect(seen?.state).toBe(model.state);
    const holdsMoney = model.state !== 'PENDING' && model.state !== 'DENIED';
    if (holdsMoney && seen)
      expect(await bench.psp.subAccounts.balance(bench.store.read, seen)).toBe(model.minor);
  }

  toString(): string {
    return this.name;
  }
}

const ILLEGAL = 'sub_account_transition_illegal';
const UNKNOWN = 'sub_account_unknown';
const isUndecided = ({ state }: Model): boolean => state === 'PENDING' || state === 'DENIED';

/** What only an open sub-account takes: one that was never opened is unknown, one that is closed says so. */
const openOr =
  (otherwise: (model: Model) => string) =>
  (model: Model): string => {
    if (isUndecided(model)) return UNKNOWN;
    return model.state === 'CLOSED' ? 'sub_account_closed' : otherwise(model);
  };

const order = ({ bench, id }: Real) => ({ subAccountId: id, delegator: IDS.delegator, now: bench.now });

const approve = new Move(
  'approve',
  (tx, real) => real.bench.psp.subAccounts.activate(tx, order(real)),
  ({ state }) => (state === 'PENDING' ? 'ok' : ILLEGAL),
  (model) => {
    model.state = 'ACTIVE';
  },
);

const deny = new Move(
  'deny',
  (tx, real) => real.bench.psp.subAccounts.decline(tx, order(real)),
  ({ state }) => (state === 'PENDING' ? 'ok' : ILLEGAL),
  (model) => {
    model.state = 'DENIED';
  },
);

const FUNDING_MINOR = 7n;
const fund = new Move(
  'fund',
  (tx, real) =>
    real.bench.psp.subAccounts.fund(tx, {
      ...order(real),
      money: { currency: 'CNY', minor: FUNDING_MINOR },
      transferId: fresh('fund'),
    }),
  openOr(({ state }) => (state === 'FROZEN' ? 'sub_account_frozen' : 'ok')),
  (model) => {
    model.minor += FUNDING_MINOR;
  },
);

/** By its owner, or by the service's own risk control. */
const freeze = (by: 'owner' | 'risk'): Move =>
  new Move(
    `freeze by ${by}`,
    (tx, real) => {
      const { delegator, ...rest } = order(real);
      return real.bench.psp.subAccounts.freeze(tx, by === 'owner' ? { ...rest, delegator } : rest);
    },
    openOr(() => 'ok'),
    (model) => {
      model.state = 'FROZEN';
    },
  );

/** A key that was never taken, or the first that this one had. */
const unfreeze = (which: 'new' | 'old'): Move => {
  let tried = '';
  return new Move(
    `unfreeze with ${which} key`,
    (tx, real, { keys }) => {
      tried = which === 'new' ? fresh('jkt') : (keys[0] ?? '');
      const { publicJwk: keyJwk } = real.bench.actors.agent;
      return real.bench.psp.subAccounts.unfreeze(tx, { ...order(real), keyJkt: tried, keyJwk });
    },
    openOr(({ state }) => {
      if (which === 'old') return 'sub_account_key_reused';
      return state === 'FROZEN' ? 'ok' : ILLEGAL;
    }),
    (model) => {
      model.state = 'ACTIVE';
      model.keys.push(tried);
    },
  );
};

const close = new Move(
  'close',
  (tx, real) => real.bench.psp.subAccounts.close(tx, { ...order(real), transferId: fresh('close') }),
  (model) => (isUndecided(model) ? UNKNOWN : 'ok'),
  (model) => {
    model.state = 'CLOSED';
    model.minor = 0n;
  },
);

/** What a payment does first. */
const proveKey = (which: 'last' | 'first'): Move =>
  new Move(
    `pay with its ${which} key`,
    (tx, { id }, { keys }) =>
      useSubAccount(tx, { subAccountId: id, keyJkt: which === 'last' ? keys.at(-1) : keys[0] }),
    ({ state, keys }) => {
      if (state === 'CLOSED') return 'sub_account_closed';
      if (state === 'FROZEN') return 'sub_account_frozen';
      return state === 'ACTIVE' && (which === 'last' || keys.length === 1) ? 'ok' : 'sub_account_key_invalid';
    },
    () => undefined,
  );

const foreign = (verb: 'freeze' | 'close'): Move =>
  new Move(
    `${verb} by somebody else`,
    (tx, real) => {
      const theirs = {
        ...order(real),
        delegator: 'did:act:bank.example/u-somebody-else',
        transferId: fresh('theirs'),
      };
      return real.bench.psp.subAccounts[verb](tx, theirs);
    },
    () => UNKNOWN,
    () => undefined,
  );

const MOVES = [
  approve,
  deny,
  fund,
  freeze('owner'),
  freeze('risk'),
  unfreeze('new'),
  unfreeze('old'),
  close,
  proveKey('last'),
  proveKey('first'),
  foreign('freeze'),
  foreign('close'),
];

describe('the life of a sub-account, as a model says it', () => {
  let actors: Actors;
  let bench: Bench;
  beforeAll(async () => {
    actors = await createActors();
    bench = await createBench(actors);
  });
  afterAll(() => bench.close());

  async function prepared(): Promise<{ real: Real; model: Model }> {
    const id = fresh('sub');
    const keyJkt = fresh('jkt');
    const { jkt: agentJkt, publicJwk } = actors.agent;
    const valid_until = formatUtcSeconds(bench.now + DAY_SECONDS);
    const request = {
      subAccountId: id,
      delegator: IDS.delegator,
      agentId: IDS.agent,
      agentJkt,
      agentJwk: publicJwk,
      keyJkt,
      keyJwk: publicJwk,
      limits: { currency: 'CNY', max_amount: '10.00', valid_until },
      now: bench.now,
    };
    await bench.store.transact((tx) => bench.psp.subAccounts.prepare(tx, request));
    return { real: { bench, id }, model: { state: 'PENDING', minor: 0n, keys: [keyJkt] } };
  }

  test('PSD-AGT-SUB-01 to -08, OA-SUB-01, OA-SUB-02: whoever does whatever, in any order', async () => {
    const before = await bench.balance(PAYER_ACCOUNT);
    const lives = fc.asyncProperty(
      fc.commands(
        MOVES.map((move) => fc.constant(move)),
        { maxCommands: 20 },
      ),
      async (steps) => {
        const life = await prepared();
        await fc.asyncModelRun(() => life, steps);
        // Whatever is left goes back with it.
        if (!isUndecided(life.model))
          await bench.store.transact((tx) => close.step(tx, life.real, life.model));
      },
    );
    // A failure prints the seed and the steps.
    await expect(fc.assert(lives, { numRuns: 60 })).resolves.toBeUndefined();
    expect(await bench.balance(PAYER_ACCOUNT)).toBe(before);
    expect(await booksBalance(bench)).toBe(true);
  });
});
