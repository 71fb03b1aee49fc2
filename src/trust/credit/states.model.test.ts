import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ActError } from '../../protocol/errors/index.ts';
import type { CreditState } from '../../protocol/generated/types.ts';
import type { Store } from '../../store/index.ts';
import { engines, type TestDatabase } from '../../store/testing/engines.ts';
import { openPatiently } from '../../store/testing/patient.ts';
import { creditMigrations } from './migrations.ts';
import {
  activate,
  beginState,
  endForGood,
  findState,
  heldNow,
  lockOf,
  resume,
  revoke,
  stateNow,
  suspend,
} from './states.ts';
import { mayMove } from './transitions.ts';

const STATES: readonly CreditState[] = ['PENDING', 'ACTIVE', 'SUSPENDED', 'REVOKED', 'EXPIRED'];

/** ACT's list, once more and by hand. */
const LISTED = [
  'PENDING ACTIVE',
  'PENDING REVOKED',
  'PENDING EXPIRED',
  'ACTIVE SUSPENDED',
  'ACTIVE REVOKED',
  'ACTIVE EXPIRED',
  'SUSPENDED ACTIVE',
  'SUSPENDED REVOKED',
  'SUSPENDED EXPIRED',
];

test('TSD-CRD-LCM-18 the nine transitions of the list, and none of the other sixteen', () => {
  const pairs = STATES.flatMap((from) => STATES.map((to) => `${from} ${to}`));
  const allowed = pairs.filter((pair) => {
    const [from, to] = pair.split(' ') as [CreditState, CreditState];
    return mayMove(from, to);
  });
  expect(pairs).toHaveLength(25);
  expect(allowed.toSorted()).toEqual(LISTED.toSorted());
});

const END = 1_000;

type Asked =
  | { readonly do: 'activate' }
  | { readonly do: 'suspend' | 'resume' | 'revoke'; readonly by: 'subject' | 'service' }
  | { readonly do: 'reassess' }
  | { readonly do: 'conclude' };

type Step = Asked | { readonly do: 'wait'; readonly seconds: number };

const by = fc.constantFrom('subject', 'service');
const steps = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('activate') }),
    fc.record({ do: fc.constantFrom('suspend', 'resume', 'revoke'), by }),
    fc.record({ do: fc.constantFrom('reassess', 'conclude') }),
    fc.record({ do: fc.constant('wait'), seconds: fc.integer({ min: 1, max: 300 }) }),
  ),
  { maxLength: 14 },
) as fc.Arbitrary<Step[]>;

/** What the service should come to, without any of its code. */
class Model {
  state: CreditState = 'PENDING';
  holds = new Set<string>();
  review = false;
  now = 1;

  lift(by: string): CreditState | undefined {
    if (this.state !== 'SUSPENDED' || !this.holds.delete(by)) return undefined;
    if (by === 'service') this.review = false;
    return this.holds.size === 0 ? 'ACTIVE' : 'SUSPENDED';
  }

  /** undefined: refused. */
  next(step: Asked): CreditState | undefined {
    if (this.state === 'REVOKED' || this.state === 'EXPIRED') return undefined;
    switch (step.do) {
      case 'activate':
        return this.state === 'PENDING' ? 'ACTIVE' : undefined;
      case 'revoke':
        this.review = false;
        return 'REVOKED';
      case 'suspend':
        if (this.state === 'PENDING' || this.holds.has(step.by)) return undefined;
        this.holds.add(step.by);
        return 'SUSPENDED';
      case 'reassess':
        if (this.state === 'PENDING' || this.review) return undefined;
        this.holds.add('service');
        this.review = true;
        return 'SUSPENDED';
      case 'resume':
        // What is looked at again comes back by a conclusion, and not by an order.
        return step.by === 'service' && this.review ? undefined : this.lift(step.by);
      case 'conclude':
        return this.lift('service');
    }
  }
}

describe.each(engines)('TSD-CRD-LCM on $name', (engine) => {
  let database: TestDatabase;
  let store: Store;
  let made = 0;
  beforeAll(async () => {
    await engine.start();
    database = await engine.create();
    store = await openPatiently(
      database.location.startsWith('postgres') ? database.location : `${database.folder}/model.db`,
      creditMigrations,
    );
  });
  afterAll(async () => {
    await store.close();
    await database.remove();
    await engine.stop();
  });

  function carryOut(id: string, step: Asked, now: number): Promise<void> {
    return store.transact(async (tx) => {
      await tx.lock(lockOf(id));
      if (step.do === 'activate') await activate(tx, id, { endsAt: END, reverifyAt: END }, now);
      else if (step.do === 'reassess') {
        await suspend(tx, id, { cause: 'REASSESSMENT', actor: 'service', now }, true);
      } else if (step.do === 'suspend') {
        await suspend(tx, id, { cause: 'RISK', actor: step.by, now });
      } else if (step.do === 'resume') await resume(tx, id, { cause: 'RESUMED', actor: step.by, now });
      else if (step.do === 'conclude') {
        await resume(tx, id, { cause: 'CONFIRMED_UNCHANGED', actor: 'service', now });
      } else await revoke(tx, id, { cause: 'RISK', actor: step.by, now });
    });
  }

  test('whatever is asked in whatever order: what the list allows happens, everything else is refused', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (asked) => {
        made += 1;
        const id = `crd-${made}`;
        const model = new Model();
        await store.transact((tx) => beginState(tx, id, { now: 1, endsAt: END, actor: 'subject' }));
        for (const step of asked) {
          if (step.do === 'wait') model.now += step.seconds;
          if (model.now >= END && !['REVOKED', 'EXPIRED'].includes(model.state)) model.state = 'EXPIRED';
          if (step.do === 'wait') continue;
          const wanted = model.next(step);
          const code = await carryOut(id, step, model.now).then(
            () => undefined,
            (error: unknown) => (error instanceof ActError ? error.code : String(error)),
          );
          expect(code).toBe(wanted === undefined ? 'credit_transition_illegal' : undefined);
          model.state = wanted ?? model.state;
          const held = await findState(store.read, id);
          expect(held && stateNow(held, model.now)).toBe(model.state);
        }
        await store.transact(async (tx) => {
          await tx.lock(lockOf(id));
          const held = await findState(tx, id);
          if (held === undefined) throw new Error('no state');
          const told = heldNow(held, model.now);
          expect(told.state).toBe(model.state);
          await endForGood(tx, held, model.now);
          // What is said of an end that nobody has written, and what is written of it, is the same.
          expect(await findState(tx, id)).toEqual(told);
        });
        const changes = await store.read.all(
          'SELECT from_state, to_state, cause FROM credit_state_changes WHERE credential_id = $1 ORDER BY version',
          [id],
        );
        // Every change that was written is one of the list, or a further hold on what is suspended.
        for (const { from_state, to_state } of changes) {
          const pair = `${from_state} ${to_state}`;
          expect([...LISTED, 'null PENDING', 'SUSPENDED SUSPENDED']).toContain(pair);
        }
        expect(changes.every(({ cause }) => typeof cause === 'string' && cause !== '')).toBe(true);
      }),
      { numRuns: 120 },
    );
  });
});
