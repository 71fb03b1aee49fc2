import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ConfirmationClaims } from '../../../protocol/generated/types.ts';
import { IDS, keyActor } from '../../../verifier/testing/actors.ts';
import {
  balances,
  bindTool,
  createInstantWorld,
  type InstantWorld,
  open,
  read,
  waiting,
} from '../../testing/instant.ts';
import { command, enrol, evidence, post, type TestDevice } from '../../testing/world.ts';
import { auditLedger, fundAccount } from '../index.ts';

const PRICE_MINOR = 1_500n;
/** How long the offer lives, and with it the question. */
const LIFE_SECONDS = 60;
/** A yes to what holds no longer is taken, closes the payment, and says why. */
const NO_LONGER = 'tool_invalid';
const A_YEAR_OF_TEA = { currency: 'CNY', minor: 10_000_000n };

/** What PSD-PAY-INS says of one payment at the cashier. */
interface Model {
  state: 'WAIT_BUYER_PAY' | 'PAID' | 'confirmation_denied' | 'confirmation_expired' | typeof NO_LONGER;
  isToolRevoked: boolean;
}

interface Real {
  readonly instant: InstantWorld;
  readonly stranger: TestDevice;
  readonly paymentId: string;
  readonly confirmationId: string;
  readonly challenge: string;
  /** Payer and shop before this payment. */
  readonly before: readonly (bigint | undefined)[];
}

/** A step, what it has to answer in this state, and what it changes when it is legal. */
class Move implements fc.AsyncCommand<Model, Real> {
  readonly name: string;
  readonly step: (real: Real) => Promise<string>;
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
    const wanted = this.expected(model);
    expect(await this.step(real)).toBe(wanted);
    if (wanted === 'ok' || wanted === NO_LONGER) this.change(model);
    const moved = model.state === 'PAID' ? PRICE_MINOR : 0n;
    const [payer = 0n, shop = 0n] = real.before;
    expect(await balances(real.instant)).toEqual([payer - moved, shop + moved]);
    const { body } = await read(real.instant, real.paymentId);
    expect(body).toMatchObject(shownAs(model));
    const trades = await real.instant.world.store.read.all('SELECT 1 FROM payments WHERE trade_no = $1', [
      real.paymentId,
    ]);
    expect(trades).toHaveLength(model.state === 'PAID' ? 1 : 0);
  }

  toString(): string {
    return this.name;
  }
}

function shownAs({ state }: Model): object {
  if (state === 'WAIT_BUYER_PAY') return { status: state };
  if (state === 'PAID') return { status: 'WAIT_SELLER_FULFILLMENT' };
  return { status: 'TRADE_CLOSED', code: state };
}

/** What an answer gets that comes after the end. */
function afterwards({ state }: Model): string | undefined {
  if (state === 'WAIT_BUYER_PAY') return undefined;
  return state === 'confirmation_expired' ? 'confirmation_expired' : 'confirmation_decided';
}

async function answered(
  { instant, confirmationId, challenge }: Real,
  device: TestDevice,
  changes: Partial<ConfirmationClaims>,
): Promise<string> {
  const confirmation = await evidence(instant.world, device, challenge, changes);
  const { status, body } = await post(instant.world, `/confirmations/${confirmationId}`, { confirmation });
  return status === 200 ? 'ok' : body.code;
}

const yes = new Move(
  'the user says yes',
  (real) => answered(real, real.instant.device, {}),
  (model) => afterwards(model) ?? (model.isToolRevoked ? NO_LONGER : 'ok'),
  (model) => {
    model.state = model.isToolRevoked ? NO_LONGER : 'PAID';
  },
);

const no = new Move(
  'the user says no',
  (real) => answered(real, real.instant.device, { decision: 'DENY' }),
  (model) => afterwards(model) ?? 'ok',
  (model) => {
    model.state = 'confirmation_denied';
  },
);

const strangersYes = new Move(
  'another device says yes',
  (real) => answered(real, real.stranger, {}),
  (model) => afterwards(model) ?? 'confirmation_device_mismatch',
  () => undefined,
);

const yesToSomethingElse = new Move(
  'the user says yes to something else',
  (real) => answered(real, real.instant.device, { challenge: 'A'.repeat(43) }),
  (model) => afterwards(model) ?? 'confirmation_challenge_mismatch',
  () => undefined,
);

const byAgent = new Move(
  'the agent says yes for the user',
  async ({ instant, confirmationId, challenge }) => {
    const { device, world } = instant;
    const confirmation = await evidence(world, { ...device, signer: world.actors.agent.signer }, challenge);
    return (await post(world, `/confirmations/${confirmationId}`, { confirmation })).body.code;
  },
  (model) => afterwards(model) ?? 'confirmation_device_mismatch',
  () => undefined,
);

const wait = new Move(
  'time passes',
  async ({ instant }) => {
    instant.world.time.now += LIFE_SECONDS;
    return 'ok';
  },
  () => 'ok',
  (model) => {
    if (model.state === 'WAIT_BUYER_PAY') model.state = 'confirmation_expired';
  },
);

const revoke = new Move(
  'the user takes the instrument back',
  async ({ instant }) => {
    const { device, world, toolRef: target } = instant;
    const claims = { iss: device.deviceId, aud: IDS.psp, action: 'tool.revoke', target } as const;
    const signed = await command(world, device.signer, claims);
    const { status, body } = await post(world, `/tools/${target}/revoke`, { command: signed });
    return status === 200 ? 'ok' : body.code;
  },
  () => 'ok',
  (model) => {
    model.isToolRevoked = true;
  },
);

const MOVES = [yes, no, strangersYes, yesToSomethingElse, byAgent, wait, revoke];

describe('the life of a payment at the cashier, as a model says it', () => {
  let instant: InstantWorld;
  let stranger: TestDevice;
  beforeAll(async () => {
    instant = await createInstantWorld();
    const { store, time } = instant.world;
    const funds = { accountId: 'acct-payer', money: A_YEAR_OF_TEA, transferId: 'funding-2', now: time.now };
    await store.transact((tx) => fundAccount(tx, funds));
    stranger = await enrol(instant.world, await keyActor());
  });
  afterAll(() => instant.close());

  /** One payment before the user, by an instrument of its own. */
  async function asked(): Promise<Real> {
    const { world, device } = instant;
    const own = { ...instant, toolRef: await bindTool(world, device) };
    const { body } = await open(own, { quote: { exp: world.time.now + LIFE_SECONDS } });
    const entry = (await waiting(own)).find(
      ({ confirmation_id }) => confirmation_id === body.confirmation_id,
    );
    return {
      instant: own,
      stranger,
      paymentId: body.payment_id,
      confirmationId: body.confirmation_id,
      challenge: entry?.challenge,
      before: await balances(own),
    };
  }

  test('PSD-PAY-INS-07, PSD-PAY-INS-10, PSD-PAY-INS-16: whoever does whatever, in any order', async () => {
    const lives = fc.asyncProperty(
      fc.commands(
        MOVES.map((move) => fc.constant(move)),
        { maxCommands: 6 },
      ),
      async (steps) => {
        const real = await asked();
        const model: Model = { state: 'WAIT_BUYER_PAY', isToolRevoked: false };
        await fc.asyncModelRun(() => ({ model, real }), steps);
        // No question waits for the next life.
        await wait.step(real);
      },
    );
    // A failure prints the seed and the steps.
    await expect(fc.assert(lives, { numRuns: 40 })).resolves.toBeUndefined();
    expect((await auditLedger(instant.world.store.read)).balanced).toBe(true);
  });
});
