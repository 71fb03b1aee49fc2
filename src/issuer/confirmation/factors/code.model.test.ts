/**
 * The codes of a confirmation, held to a model: each is open for two minutes, until it is used, until the next is made, or
 * until it was guessed at three times; three are made at most. Nothing brings one back.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createTestWorld,
  iacFor,
  mandateBody,
  newDelegator,
  post,
  random,
  type TestWorld,
} from '../../testing/world.ts';
import { findConfirmation, type StoredConfirmation } from '../question.ts';
import { createCode, proveCode } from './codes.ts';

const LIFE_SECONDS = 120;
/** How long the question itself waits. */
const QUESTION_SECONDS = 600;
const MAX_TRIES = 3;
const MAX_CODES = 3;

interface ModelCode {
  openUntil: number;
  tries: number;
}

interface Model {
  age: number;
  readonly codes: ModelCode[];
}

interface Real {
  readonly world: TestWorld;
  readonly asked: StoredConfirmation;
  readonly method: 'OTP' | 'QR';
  readonly codes: { readonly codeId: string; readonly code: string }[];
}

type Step = fc.AsyncCommand<Model, Real>;

const outcomeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'ok',
    (error: { readonly code?: string }) => error.code ?? String(error),
  );

/** Every code as it is stored, oldest first. */
async function rowsOf({ world, asked, codes }: Real): Promise<readonly (readonly [number, number])[]> {
  const rows = await world.store.read.all('SELECT * FROM confirmation_codes WHERE confirmation_id = $1', [
    asked.confirmationId,
  ]);
  return codes.map(({ codeId }) => {
    const row = rows.find(({ code_id }) => code_id === codeId);
    return [Number(row?.expires_at), Number(row?.tries)] as const;
  });
}

abstract class Tried implements Step {
  check(_model: Readonly<Model>): boolean {
    return true;
  }
  async run(model: Model, real: Real): Promise<void> {
    const start = real.world.time.now - model.age;
    const due = this.foretell(model);
    expect(await outcomeOf(this.attempt(real))).toBe(due);
    expect(await rowsOf(real)).toEqual(model.codes.map(({ openUntil, tries }) => [start + openUntil, tries]));
  }
  abstract attempt(real: Real): Promise<unknown>;
  abstract foretell(model: Model): string;
  abstract toString(): string;
}

class Make extends Tried {
  async attempt({ world, asked, method, codes }: Real): Promise<void> {
    const sent: string[] = [];
    const codeDelivery = { deliver: async ({ code }: { readonly code: string }) => void sent.push(code) };
    const deps = { store: world.store, random, codeDelivery };
    const made = await createCode(deps, asked, method, world.time.now, () => Promise.resolve());
    codes.push({ codeId: made.codeId, code: made.code ?? sent[0] ?? '' });
  }
  foretell(model: Model): string {
    if (model.codes.length === MAX_CODES) return 'too_many_requests';
    for (const code of model.codes) code.openUntil = Math.min(code.openUntil, model.age);
    model.codes.push({ openUntil: Math.min(model.age + LIFE_SECONDS, QUESTION_SECONDS), tries: 0 });
    return 'ok';
  }
  toString = () => 'make';
}

/** Shows one of the codes there are; a right one is used up by it. */
class Show extends Tried {
  readonly which: number;
  readonly isRight: boolean;
  constructor(which: number, isRight: boolean) {
    super();
    this.which = which;
    this.isRight = isRight;
  }
  override check({ codes }: Readonly<Model>): boolean {
    return codes[this.which] !== undefined;
  }
  async attempt({ world, asked, method, codes }: Real): Promise<void> {
    const { codeId = '', code = '' } = codes[this.which] ?? {};
    const { confirmationId, delegator } = asked;
    const secret = this.isRight ? code : 'A'.repeat(22);
    const now = world.time.now;
    const proven = await proveCode(world.store, { confirmationId, delegator, method, codeId, secret, now });
    await world.store.transact((tx) => proven.consume(tx));
  }
  foretell({ age, codes }: Model): string {
    const code = codes[this.which];
    if (code === undefined) throw new Error('no such code');
    if (code.tries === MAX_TRIES) return 'confirmation_attempts_exceeded';
    code.tries += 1;
    if (age >= code.openUntil) return 'confirmation_code_expired';
    if (!this.isRight) return 'confirmation_code_wrong';
    code.openUntil = age;
    return 'ok';
  }
  toString = () => `show(${this.which}, ${this.isRight ? 'right' : 'wrong'})`;
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

const [make, right, wrong] = [new Make(), new Show(0, true), new Show(0, false)];
const WAYS: Readonly<Record<string, readonly Step[]>> = {
  open: [make],
  'open in its last second': [make, new Wait(LIFE_SECONDS - 1)],
  'over at the very second': [make, new Wait(LIFE_SECONDS)],
  used: [make, right],
  replaced: [make, make],
  'guessed at': [make, wrong, wrong, wrong],
  'the last of three': [make, make, make],
};

describe.each(['OTP', 'QR'] as const)('OA-CNF-24, OA-CNF-25 the life of a code, %s', (method) => {
  let world: TestWorld;
  let start: number;
  beforeAll(async () => {
    world = await createTestWorld();
    start = world.time.now;
  });
  afterAll(() => world.close());

  async function play(steps: Iterable<Step>): Promise<number> {
    world.time.now = start;
    const iac = await iacFor(await newDelegator(world));
    const { body } = await post(world, '/mandates', await mandateBody(world, iac));
    const asked = await findConfirmation(world.store.read, body.confirmation_id, start);
    if (asked === undefined) throw new Error('not asked');
    const model: Model = { age: 0, codes: [] };
    const real: Real = { world, asked, method, codes: [] };
    await fc.asyncModelRun(() => ({ model, real }), steps);
    return model.codes.length;
  }

  test.each(Object.entries(WAYS))('%s: every event', async (_state, way) => {
    const made = way.filter((step) => step === make).length;
    expect(await play(way)).toBe(made);
    for (const event of [right, wrong, make]) await play([...way, event, right]);
  });

  test('behaves as its model in every order of events', async () => {
    const steps = fc.commands<Model, Real, false>(
      [
        fc.constant(make),
        fc.tuple(fc.nat({ max: 2 }), fc.boolean()).map(([which, isRight]) => new Show(which, isRight)),
        fc.constantFrom(1, LIFE_SECONDS - 1, LIFE_SECONDS).map((seconds) => new Wait(seconds)),
      ],
      { maxCommands: 8 },
    );
    const property = fc.asyncProperty(steps, async (all) => {
      await play(all);
    });
    // A failure prints the seed and the shortest sequence.
    await expect(fc.assert(property, { numRuns: 40 })).resolves.toBeUndefined();
  });
});
