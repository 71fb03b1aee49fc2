/**
 * A record on its way into the log, held to a model: PENDING with a growing wait after each failure, which grows further
 * when the log refuses it than when the log is not there; ANCHORED once and for good, at its first position. What is not
 * due, or is there already, is not submitted.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ActError } from '../protocol/errors/index.ts';
import type { Store } from '../store/index.ts';
import { openPatiently } from '../store/testing/patient.ts';
import { sqlite, type TestDatabase } from '../store/testing/sqlite.ts';
import { deliverDue, recordMigrations } from './index.ts';

/** Late enough for the clock to go back by days. */
const START = 1_000_000_000;
const CLOCKS_DIFFER_SECONDS = 60;
const MAX_DELAY_SECONDS = 300;
const MAX_REFUSED_DELAY_SECONDS = 3_600;

interface Model {
  now: number;
  state: 'PENDING' | 'ANCHORED';
  attempts: number;
  nextAt: number;
  submitted: number;
  lastCode: string | null;
}

interface Real {
  readonly id: string;
  submitted: number;
}

let database: TestDatabase;
let store: Store;
let made = 0;
beforeAll(async () => {
  database = await sqlite.create();
  store = await openPatiently(database.location, recordMigrations);
});
afterAll(async () => {
  await store.close();
  await database.remove();
});

/** How the log is in a round of the worker: there, or what a call to it fails with. */
type Log = 'there' | 'peer_unreachable' | 'schema_mismatch';

class Round implements fc.AsyncCommand<Model, Real> {
  readonly log: Log;
  constructor(log: Log) {
    this.log = log;
  }
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    // What is further off than any wait was written by a clock that was ahead.
    const longest = model.attempts < 10 ? MAX_DELAY_SECONDS : MAX_REFUSED_DELAY_SECONDS;
    const isBeyond = model.nextAt > model.now + longest + CLOCKS_DIFFER_SECONDS;
    const isDue = model.state === 'PENDING' && (model.nextAt <= model.now || isBeyond);
    if (isDue) this.#move(model);
    await deliverDue({
      store,
      clock: () => model.now,
      sink: {
        submit: async () => {
          real.submitted += 1;
          if (this.log !== 'there') throw new ActError(this.log);
          return `{"at":${real.submitted}}`;
        },
      },
    });
    expect(real.submitted).toBe(model.submitted);
    const row = await store.read.get(
      'SELECT state, attempts, position, last_code FROM record_anchors WHERE record_id = $1',
      [real.id],
    );
    const isAnchored = model.state === 'ANCHORED';
    expect({ ...row, attempts: Number(row?.attempts) }).toEqual({
      state: model.state,
      attempts: model.attempts,
      position: isAnchored ? `{"at":${model.submitted}}` : null,
      last_code: model.lastCode,
    });
  }
  #move(model: Model): void {
    model.submitted += 1;
    if (this.log === 'there') {
      model.state = 'ANCHORED';
      model.lastCode = null;
      return;
    }
    const longest = this.log === 'peer_unreachable' ? MAX_DELAY_SECONDS : MAX_REFUSED_DELAY_SECONDS;
    model.nextAt = model.now + Math.min(longest, 2 ** model.attempts);
    model.attempts += 1;
    model.lastCode = this.log;
  }
  toString = () => `round(${this.log})`;
}

class Wait implements fc.AsyncCommand<Model, Real> {
  readonly seconds: number;
  constructor(seconds: number) {
    this.seconds = seconds;
  }
  check = () => true;
  async run(model: Model): Promise<void> {
    model.now += this.seconds;
  }
  toString = () => `wait(${this.seconds})`;
}

async function play(steps: Iterable<fc.AsyncCommand<Model, Real>>): Promise<Model['state']> {
  made += 1;
  const id = `record-${made}`;
  await store.transact(async (tx) => {
    await tx.run('DELETE FROM record_anchors', []);
    await tx.run(
      `INSERT INTO records (record_id, event_type, event_time, intent_id, record) VALUES ($1, 'e', 't', 'i', $2)`,
      [id, JSON.stringify({ record_id: id })],
    );
    await tx.run(
      `INSERT INTO record_anchors (record_id, state, attempts, since, next_at) VALUES ($1, 'PENDING', 0, $2, $2)`,
      [id, START],
    );
  });
  const model: Model = {
    now: START,
    state: 'PENDING',
    attempts: 0,
    nextAt: START,
    submitted: 0,
    lastCode: null,
  };
  await fc.asyncModelRun(() => ({ model, real: { id, submitted: 0 } }), steps);
  return model.state;
}

describe('OA-REC-05 the way of a record into the log', () => {
  test('goes both ways out of PENDING, and none out of ANCHORED', async () => {
    const [there, gone] = [new Round('there'), new Round('peer_unreachable')];
    const refused = new Round('schema_mismatch');
    expect(await play([gone, there, new Wait(1), gone, new Wait(1), there])).toBe('PENDING');
    expect(await play([gone, there, new Wait(1), gone, new Wait(2), there])).toBe('ANCHORED');
    expect(await play([refused, there, new Wait(1), refused, new Wait(1), there])).toBe('PENDING');
    expect(await play([refused, there, new Wait(1), refused, new Wait(2), there])).toBe('ANCHORED');
    expect(await play([there, new Wait(MAX_DELAY_SECONDS), gone, there])).toBe('ANCHORED');
    expect(await play([gone, new Wait(-86_400), there])).toBe('ANCHORED');
  });

  test('behaves as its model in every order of events', async () => {
    const steps = fc.commands<Model, Real, false>(
      [
        fc.constantFrom<Log>('there', 'peer_unreachable', 'schema_mismatch').map((log) => new Round(log)),
        fc
          .constantFrom(1, 2, 4, 299, MAX_DELAY_SECONDS, MAX_REFUSED_DELAY_SECONDS, -86_400)
          .map((seconds) => new Wait(seconds)),
      ],
      { maxCommands: 30, size: 'max' },
    );
    // A failure prints the seed and the shortest sequence.
    const property = fc.asyncProperty(steps, async (all) => {
      await play(all);
    });
    await expect(fc.assert(property, { numRuns: 60 })).resolves.toBeUndefined();
  });
});
