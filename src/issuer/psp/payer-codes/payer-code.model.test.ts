/**
 * A payer code as a state machine, held to a model: OPEN for a minute and not at its last second any more, PRESENTED with
 * the one offer that it took, EXPIRED for good. Whatever is tried in whichever state is either what the model foretells or
 * refused, and a refusal leaves everything as it was.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digestOfJws } from '../../../protocol/digest/index.ts';
import type { PayerCode } from '../../../protocol/generated/types.ts';
import { engines } from '../../../store/testing/engines.ts';
import { createActors, DAY_SECONDS, IDS } from '../../../verifier/testing/actors.ts';
import { outcomeOf } from '../testing/bench.ts';
import {
  type BankActors,
  bankActors,
  createTwoServices,
  moneyOf,
  OTHER_PSP,
  type TwoServices,
} from '../testing/two-services.ts';

const LIFE_SECONDS = 60;
/** Two offers that fit, one for another agent, and one into an account of the payer's own service. */
const OFFERS = ['one', 'two', 'for another agent', 'into an account elsewhere'] as const;
type Offer = (typeof OFFERS)[number];
const WRONG: Readonly<Partial<Record<Offer, string>>> = {
  'for another agent': 'quote_agent_mismatch',
  'into an account elsewhere': 'quote_payee_mismatch',
};

interface Model {
  age: number;
  /** What it has taken. */
  offer?: Offer;
}

interface Real {
  readonly two: TwoServices;
  readonly payerCode: string;
  readonly quotes: Readonly<Record<Offer, string>>;
}

type Step = fc.AsyncCommand<Model, Real>;

const stateOf = ({ age, offer }: Model): PayerCode['status'] => {
  if (offer !== undefined) return 'PRESENTED';
  return age < LIFE_SECONDS ? 'OPEN' : 'EXPIRED';
};

let actors: BankActors;
beforeAll(async () => {
  actors = await bankActors(await createActors());
});

async function readBy(who: 'agent' | 'otherAgent', { two: { a }, payerCode }: Real): Promise<PayerCode> {
  const claims = { iss: IDS[who], action: 'payer_code.read', target: payerCode } as const;
  return a.psp.payerCodes.read(payerCode, await a.command(claims, actors[who].signer));
}

async function rowOf({ two: { a }, payerCode }: Real): Promise<object | undefined> {
  return a.store.read.get('SELECT * FROM payer_codes WHERE payer_code = $1', [payerCode]);
}

/** A call about the code; what is refused changes nothing, and nothing at all moves money. */
abstract class Tried implements Step {
  check = () => true;
  async run(model: Model, real: Real): Promise<void> {
    const [row, money] = [await rowOf(real), await moneyOf(real.two)];
    const due = this.foretell(model);
    expect(await outcomeOf(this.attempt(real))).toBe(due);
    if (due !== 'ok') expect(await rowOf(real)).toEqual(row);
    expect(await moneyOf(real.two)).toEqual(money);
    const shown = await readBy('agent', real);
    expect([shown.status, shown.quote]).toEqual([
      stateOf(model),
      model.offer === undefined ? undefined : real.quotes[model.offer],
    ]);
  }
  abstract attempt(real: Real): Promise<unknown>;
  /** Moves the model. @returns the outcome */
  abstract foretell(model: Model): string;
  abstract toString(): string;
}

class Read extends Tried {
  attempt = (real: Real) => readBy('agent', real);
  foretell = () => 'ok';
  toString = () => 'read';
}

/** Whose code it is nobody else is told, in no state. */
class ReadByAnother extends Tried {
  attempt = (real: Real) => readBy('otherAgent', real);
  foretell = () => 'payer_code_unknown';
  toString = () => 'read by another agent';
}

class Scan extends Tried {
  readonly offer: Offer;
  constructor(offer: Offer) {
    super();
    this.offer = offer;
  }
  async attempt({ two: { a, b }, payerCode, quotes }: Real): Promise<void> {
    const quote = quotes[this.offer];
    const params = { digest: await digestOfJws(quote) };
    const isElsewhere = this.offer === 'into an account elsewhere';
    const claims = {
      iss: isElsewhere ? OTHER_PSP : IDS.merchant,
      aud: isElsewhere ? IDS.psp : OTHER_PSP,
      action: isElsewhere ? 'interconnect.scan' : 'payer_code.scan',
      target: payerCode,
      params,
    } as const;
    // The merchant's own service would not pass that one on: here the partner itself does.
    if (isElsewhere) {
      const command = await a.command(claims, actors.otherCommand.signer);
      await a.psp.payerCodes.takePartnersScan({ command, quote });
    } else {
      const command = await b.command(claims, actors.merchant.signer);
      await b.psp.payerCodes.scan(payerCode, { command, quote });
    }
  }
  foretell(model: Model): string {
    const state = stateOf(model);
    if (state === 'PRESENTED') return model.offer === this.offer ? 'ok' : 'payer_code_used';
    if (state === 'EXPIRED') return 'payer_code_expired';
    const wrong = WRONG[this.offer];
    if (wrong === undefined) model.offer = this.offer;
    return wrong ?? 'ok';
  }
  toString = () => `scan(${this.offer})`;
}

/** Somebody else's offer, signed for by a merchant that has not made it. */
class ScanByAnother extends Tried {
  async attempt({ two: { b }, payerCode, quotes: { one: quote } }: Real): Promise<void> {
    const params = { digest: await digestOfJws(quote) };
    const by = { iss: IDS.otherMerchant, aud: OTHER_PSP };
    const claims = { ...by, action: 'payer_code.scan', target: payerCode, params } as const;
    const command = await b.command(claims, actors.otherMerchant.signer);
    await b.psp.payerCodes.scan(payerCode, { command, quote });
  }
  foretell = () => 'command_not_permitted';
  toString = () => 'scan by another merchant';
}

/** Both offers at the same moment: one is taken at most. */
class Race extends Tried {
  async attempt(real: Real): Promise<void> {
    const scans = (['one', 'two'] as const).map((offer) => outcomeOf(new Scan(offer).attempt(real)));
    throw new Error((await Promise.all(scans)).toSorted().join(', '));
  }
  override async run(model: Model, real: Real): Promise<void> {
    const was = stateOf(model);
    const outcome = await outcomeOf(this.attempt(real));
    const refused = was === 'EXPIRED' ? 'payer_code_expired' : 'payer_code_used';
    const taken = was === 'EXPIRED' ? refused : 'ok';
    expect(outcome).toBe(`Error: ${[taken, refused].toSorted().join(', ')}`);
    const { quote } = await readBy('agent', real);
    const winner = OFFERS.find((offer) => real.quotes[offer] === quote);
    if (was === 'OPEN') model.offer = winner ?? 'one';
    expect(winner).toBe(model.offer);
  }
  foretell = () => 'ok';
  toString = () => 'both at once';
}

class Wait implements Step {
  readonly seconds: number;
  constructor(seconds: number) {
    this.seconds = seconds;
  }
  check = () => true;
  async run(model: Model, { two }: Real): Promise<void> {
    model.age += this.seconds;
    two.advance(this.seconds);
  }
  toString = () => `wait(${this.seconds})`;
}

class Restart implements Step {
  check = () => true;
  run = (_model: Model, { two }: Real) => two.restartA();
  toString = () => 'restart';
}

const EVENTS: readonly Step[] = [
  new Read(),
  new ReadByAnother(),
  ...OFFERS.map((offer) => new Scan(offer)),
  new ScanByAnother(),
  new Race(),
  new Restart(),
];

/** Ways into every state, and to the seconds on both sides of where one ends. */
const WAYS: Readonly<Record<string, readonly Step[]>> = {
  OPEN: [],
  'OPEN in its last second': [new Wait(LIFE_SECONDS - 1)],
  'EXPIRED at the very second that it was valid until': [new Wait(LIFE_SECONDS)],
  'EXPIRED long ago': [new Wait(LIFE_SECONDS * 10)],
  PRESENTED: [new Scan('one')],
  'PRESENTED in the last second, and asked at the next': [
    new Wait(LIFE_SECONDS - 1),
    new Scan('one'),
    new Wait(1),
  ],
  'PRESENTED long ago': [new Scan('two'), new Wait(LIFE_SECONDS * 10)],
};

describe.each(engines)('OA-ICN-15, OA-ICN-16, OA-ICN-18 the life of a payer code, on $name', (engine) => {
  let two: TwoServices;
  beforeAll(async () => {
    await engine.start();
    two = await createTwoServices(actors, engine);
    await two.a.bindTool({ agent: 'otherAgent' });
  });
  afterAll(async () => {
    await two.close();
    await engine.stop();
  });

  /** A code that was given this second, and what may be offered for it. */
  async function given(): Promise<Real> {
    const { a } = two;
    const start = a.now;
    const order = { quoteLifetimeSeconds: DAY_SECONDS };
    const quoteOf = async (quote: object) => (await two.payment({ ...order, quote })).quote;
    const quotes = {
      one: await quoteOf({}),
      two: await quoteOf({}),
      'for another agent': await quoteOf({ aud: IDS.otherAgent }),
      'into an account elsewhere': await quoteOf({ payee: { account: 'x', psp_id: IDS.psp } }),
    };
    const { payer_code: payerCode, valid_until } = await a.psp.payerCodes.give(
      await a.command({ action: 'payer_code.give', target: a.toolRef }, actors.agent.signer),
    );
    expect(Date.parse(valid_until) / 1_000).toBe(start + LIFE_SECONDS);
    return { two, payerCode, quotes };
  }

  async function play(all: Iterable<Step>): Promise<PayerCode['status']> {
    const real = await given();
    const model: Model = { age: 0 };
    await fc.asyncModelRun(() => ({ model, real }), all);
    return stateOf(model);
  }

  test.each(Object.entries(WAYS))('%s: every event', async (state, way) => {
    expect(await play(way)).toBe(state.split(' ')[0]);
    for (const event of EVENTS) await play([...way, event, new Read()]);
  });

  test('behaves as its model in every order of events', async () => {
    const event = fc.constantFrom(...EVENTS);
    const wait = fc.constantFrom(1, LIFE_SECONDS - 1, LIFE_SECONDS).map((seconds) => new Wait(seconds));
    const steps = fc.commands<Model, Real, false>([event, event, wait], { maxCommands: 10, size: 'max' });
    // A failure prints the seed and the shortest sequence.
    const property = fc.asyncProperty(steps, async (all) => {
      await play(all);
    });
    await expect(fc.assert(property, { numRuns: 20 })).resolves.toBeUndefined();
  });
});
