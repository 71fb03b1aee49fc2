/**
 * A login code and the device that it enrols, held to a model: a code is open for a quarter of an hour and is used up by
 * one enrolment that succeeds; a device speaks until it is removed, and its key never comes back. What is refused leaves
 * both as they were.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, keyActor } from '../../verifier/testing/actors.ts';
import {
  createTestWorld,
  enrol,
  enrolmentBody,
  inbox,
  loginCode,
  newDelegator,
  post,
  type TestWorld,
} from '../testing/world.ts';
import { removeDevice } from './index.ts';

const LIFE_SECONDS = 900;

interface Model {
  age: number;
  readonly used: Set<number>;
  device: 'NONE' | 'ENROLLED' | 'REMOVED';
}

interface Real {
  readonly world: TestWorld;
  readonly delegator: string;
  readonly codes: readonly string[];
  readonly own: Actor;
  /** Of somebody else. */
  readonly taken: Actor;
  deviceId?: string;
}

type Step = fc.AsyncCommand<Model, Real>;

const rowsOf = async ({ world: { store }, delegator }: Real): Promise<unknown> => [
  await store.read.all('SELECT * FROM enrolment_codes WHERE delegator = $1 ORDER BY code_hash', [delegator]),
  await store.read.all('SELECT * FROM devices WHERE delegator = $1', [delegator]),
];

/** What is tried, what it answers in this state, and what it changes when it is legal. */
abstract class Tried implements Step {
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    const before = await rowsOf(real);
    const due = this.foretell(model);
    expect(await this.attempt(real)).toBe(due);
    if (due !== 'ok') expect(await rowsOf(real)).toEqual(before);
    const { deviceId = 'dev_none', delegator, own } = real;
    const shown = await inbox(real.world, { deviceId, delegator, signer: own.signer, enrolment: '' });
    expect(shown.status === 200 ? 'ENROLLED' : shown.body.code).toBe(
      model.device === 'ENROLLED' ? 'ENROLLED' : 'device_unknown',
    );
  }
  abstract attempt(real: Real): Promise<string>;
  abstract foretell(model: Model): string;
  abstract toString(): string;
}

class Enrol extends Tried {
  readonly which: number;
  constructor(which: number) {
    super();
    this.which = which;
  }
  async attempt(real: Real): Promise<string> {
    const { world, own, codes, deviceId } = real;
    const body = await enrolmentBody(world, own, codes[this.which] ?? '');
    const answer = await post(world, '/devices', body);
    if (answer.status !== 201) return answer.body.code;
    // The same key is the same device.
    expect(answer.body.device_id).toBe(deviceId ?? answer.body.device_id);
    real.deviceId = answer.body.device_id;
    return 'ok';
  }
  foretell(model: Model): string {
    const isOpen = model.age < LIFE_SECONDS && !model.used.has(this.which);
    if (!isOpen || model.device === 'REMOVED') return 'enrolment_refused';
    model.used.add(this.which);
    model.device = 'ENROLLED';
    return 'ok';
  }
  toString = () => `enrol(code ${this.which})`;
}

/** With a code that nobody gave, or with a key that is somebody else's. */
class EnrolWrongly extends Tried {
  readonly isOtherKey: boolean;
  constructor(isOtherKey: boolean) {
    super();
    this.isOtherKey = isOtherKey;
  }
  async attempt({ world, own, taken, codes: [code = ''] }: Real): Promise<string> {
    const body = await (this.isOtherKey
      ? enrolmentBody(world, taken, code)
      : enrolmentBody(world, own, 'A'.repeat(22)));
    const answer = await post(world, '/devices', body);
    return answer.status === 201 ? 'ok' : answer.body.code;
  }
  foretell = () => 'enrolment_refused';
  toString = () => (this.isOtherKey ? 'enrol a key of somebody else' : 'enrol with a wrong code');
}

class Remove extends Tried {
  attempt = async ({ world, deviceId = 'dev_none' }: Real) =>
    (await removeDevice(world.store, deviceId, world.time.now)) ? 'ok' : 'nothing';
  foretell(model: Model): string {
    if (model.device !== 'ENROLLED') return 'nothing';
    model.device = 'REMOVED';
    return 'ok';
  }
  toString = () => 'remove';
}

class Wait implements Step {
  readonly seconds: number;
  constructor(seconds: number) {
    this.seconds = seconds;
  }
  check = () => true;
  async run(model: Model, { world }: Real): Promise<void> {
    model.age += this.seconds;
    world.time.now += this.seconds;
  }
  toString = () => `wait(${this.seconds})`;
}

const EVENTS: readonly Step[] = [
  ...[new Enrol(0), new Enrol(1), new EnrolWrongly(true), new EnrolWrongly(false), new Remove()],
];

const WAYS: readonly (readonly [string, readonly Step[]])[] = [
  ['NONE', []],
  ['NONE', [new Wait(LIFE_SECONDS - 1)]],
  ['NONE', [new Wait(LIFE_SECONDS)]],
  ['ENROLLED', [new Enrol(0)]],
  ['ENROLLED', [new Enrol(0), new Wait(LIFE_SECONDS)]],
  ['REMOVED', [new Enrol(0), new Remove()]],
];

describe('OA-KEY-01, OA-KEY-02, OA-KEY-03 the life of a login code and of a device', () => {
  let world: TestWorld;
  let start: number;
  let taken: Actor;
  async function begin(): Promise<void> {
    world = await createTestWorld();
    start = world.time.now;
    taken = await keyActor();
    await enrol(world, taken);
  }
  beforeAll(begin);
  afterAll(() => world.close());

  async function play(steps: Iterable<Step>): Promise<string> {
    if (world.time.now !== start) {
      // Time goes forward only: after a life that let it pass, the next has a world of its own.
      await world.close();
      await begin();
    }
    const delegator = await newDelegator(world);
    const codes = [await loginCode(world, delegator), await loginCode(world, delegator)];
    const real: Real = { world, delegator, codes, taken, own: await keyActor() };
    const model: Model = { age: 0, used: new Set(), device: 'NONE' };
    await fc.asyncModelRun(() => ({ model, real }), steps);
    return model.device;
  }

  test.each(WAYS)('%s (way %#): every event', async (state, way) => {
    expect(await play(way)).toBe(state);
    for (const event of EVENTS) await play([...way, event]);
  });

  test('behave as their model in every order of events', async () => {
    const event = fc.constantFrom(...EVENTS);
    const wait = fc.constantFrom(1, LIFE_SECONDS - 1, LIFE_SECONDS).map((seconds) => new Wait(seconds));
    const steps = fc.commands<Model, Real, false>([event, event, wait], { maxCommands: 10, size: 'max' });
    const property = fc.asyncProperty(steps, async (all) => {
      await play(all);
    });
    // A failure prints the seed and the shortest sequence.
    await expect(fc.assert(property, { numRuns: 40 })).resolves.toBeUndefined();
  });
});
