import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { type Actors, createActors, IDS } from '../../verifier/testing/actors.ts';
import { type Bench, createBench, fresh, outcomeOf } from './testing/bench.ts';
import { useTool } from './tools.ts';

const LIFE_SECONDS = 100;
const AMOUNT_MINOR = 100n;

/** What PSD-PMT-BND says of one binding. */
interface Model {
  request: 'PENDING' | 'APPROVED' | 'DENIED';
  isRevoked: boolean;
  isOver: boolean;
  uses: bigint;
}

interface Real {
  readonly bench: Bench;
  readonly toolRequestId: string;
  paymentToolRef?: string;
}

function statusOf({ request, isRevoked, isOver }: Model): string {
  if (request === 'DENIED') return 'DENIED';
  if (isRevoked) return 'REVOKED';
  if (isOver) return 'EXPIRED';
  return request === 'APPROVED' ? 'ACTIVE' : 'PENDING_CONFIRMATION';
}

const isUsable = (model: Model): boolean => statusOf(model) === 'ACTIVE';

/** A step, whether it is legal in this state, and what it changes when it is. What is illegal is tool_invalid. */
class Move implements fc.AsyncCommand<Model, Real> {
  readonly name: string;
  readonly step: (real: Real) => Promise<unknown>;
  readonly isLegal: (model: Model) => boolean;
  readonly change: (model: Model) => void;
  constructor(name: string, step: Move['step'], isLegal: Move['isLegal'], change: Move['change']) {
    this.name = name;
    this.step = step;
    this.isLegal = isLegal;
    this.change = change;
  }

  check(): boolean {
    return true;
  }

  async run(model: Model, real: Real): Promise<void> {
    const { bench, toolRequestId } = real;
    const isLegal = this.isLegal(model);
    expect(await outcomeOf(this.step(real))).toBe(isLegal ? 'ok' : 'tool_invalid');
    if (isLegal) this.change(model);
    const read = await bench.psp.toolBindings.read(bench.store.read, toolRequestId, bench.now);
    expect(read?.status).toBe(statusOf(model));
    expect(read?.paymentToolRef !== undefined).toBe(model.request === 'APPROVED');
    const rows = await bench.store.read.all('SELECT uses FROM tools WHERE tool_request_id = $1', [
      toolRequestId,
    ]);
    expect(rows).toEqual(model.request === 'APPROVED' ? [{ uses: model.uses }] : []);
  }

  toString(): string {
    return this.name;
  }
}

const inStore = <T>({ bench }: Real, work: Parameters<Bench['store']['transact']>[0]): Promise<T> =>
  bench.store.transact(work) as Promise<T>;

const approve = new Move(
  'the user approves',
  async (real) => {
    const { bench, toolRequestId } = real;
    const { paymentToolRef } = await inStore<{ paymentToolRef: string }>(real, (tx) =>
      bench.psp.toolBindings.activate(tx, { toolRequestId, now: bench.now }),
    );
    real.paymentToolRef = paymentToolRef;
  },
  ({ request, isOver }) => request === 'PENDING' && !isOver,
  (model) => {
    model.request = 'APPROVED';
  },
);

const decline = new Move(
  'the user declines',
  (real) =>
    inStore(real, (tx) => real.bench.psp.toolBindings.decline(tx, { toolRequestId: real.toolRequestId })),
  ({ request }) => request === 'PENDING',
  (model) => {
    model.request = 'DENIED';
  },
);

const revoke = (delegator: string): Move =>
  new Move(
    `${delegator} revokes`,
    (real) =>
      inStore(real, (tx) =>
        real.bench.psp.toolBindings.revoke(tx, {
          paymentToolRef: real.paymentToolRef ?? real.toolRequestId,
          delegator,
        }),
      ),
    ({ request }) => request === 'APPROVED' && delegator === IDS.delegator,
    (model) => {
      model.isRevoked = true;
    },
  );

const pay = (who: 'otherAgent' | 'agent', amountMinor: bigint): Move =>
  new Move(
    `${who} pays ${amountMinor}`,
    (real) =>
      inStore(real, (tx) =>
        useTool(tx, {
          paymentToolRef: real.paymentToolRef ?? real.toolRequestId,
          agentJkt: real.bench.actors[who].jkt,
          amountMinor,
          now: real.bench.now,
        }),
      ),
    (model) => isUsable(model) && who === 'otherAgent' && amountMinor <= AMOUNT_MINOR,
    (model) => {
      model.uses += 1n;
    },
  );

const wait = new Move(
  'its time passes',
  async ({ bench }) => {
    bench.now += LIFE_SECONDS;
  },
  () => true,
  (model) => {
    model.isOver = true;
  },
);

const MOVES = [
  approve,
  decline,
  revoke(IDS.delegator),
  revoke('did:act:bank.example/u-other'),
  pay('otherAgent', AMOUNT_MINOR),
  pay('otherAgent', AMOUNT_MINOR + 1n),
  pay('agent', AMOUNT_MINOR),
  wait,
];

describe('the life of a payment tool, as a model says it', () => {
  let actors: Actors;
  let bench: Bench;
  let start: number;
  beforeAll(async () => {
    actors = await createActors();
    bench = await createBench(actors);
    start = bench.now;
  });
  afterAll(() => bench.close());

  async function asked(): Promise<string> {
    const toolRequestId = fresh('toolreq');
    await bench.store.transact((tx) =>
      bench.psp.toolBindings.prepare(tx, {
        toolRequestId,
        delegator: IDS.delegator,
        agentId: IDS.otherAgent,
        agentJkt: actors.otherAgent.jkt,
        agentJwk: actors.otherAgent.publicJwk,
        limits: {
          currency: 'CNY',
          max_amount: '1.00',
          valid_until: formatUtcSeconds(start + LIFE_SECONDS),
        },
        now: start,
      }),
    );
    return toolRequestId;
  }

  test('PSD-PMT-BND-06, PSD-PMT-BND-08, P20: whoever does whatever, in any order', async () => {
    const lives = fc.asyncProperty(
      fc.commands(
        MOVES.map((move) => fc.constant(move)),
        { maxCommands: 12 },
      ),
      async (steps) => {
        bench.now = start;
        const real: Real = { bench, toolRequestId: await asked() };
        const model: Model = { request: 'PENDING', isRevoked: false, isOver: false, uses: 0n };
        await fc.asyncModelRun(() => ({ model, real }), steps);
      },
    );
    // A failure prints the seed and the steps.
    await expect(fc.assert(lives, { numRuns: 150 })).resolves.toBeUndefined();
  });
});
