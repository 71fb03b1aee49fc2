import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IacPayload } from '../../protocol/generated/types.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import { parseUtcSeconds } from '../../protocol/time/index.ts';
import { verifyStatusList } from '../../verifier/index.ts';
import { IDS } from '../../verifier/testing/actors.ts';
import {
  command,
  createTestWorld,
  enrol,
  evidence,
  get,
  iacFor,
  inbox,
  lifecycle,
  mandateBody,
  post,
  readMandate,
  type TestDevice,
  type TestWorld,
} from '../testing/world.ts';

/** What ACT's two tables say of one mandate, which side holds it, and before that what its delegator has decided. */
interface Model {
  asked: 'PENDING' | 'APPROVED' | 'DENIED';
  /** The question waits no longer. */
  isLapsed: boolean;
  /** The window has ended. */
  isOver: boolean;
  ended: 'Revoked' | 'Expired' | undefined;
  readonly holds: Set<'delegator' | 'risk'>;
}

interface Real {
  readonly world: TestWorld;
  readonly device: TestDevice;
  readonly id: string;
  readonly iac: IacPayload;
  readonly confirmationId: string;
  readonly challenge: string;
}

type Step = (real: Real) => Promise<string>;

/** How long a question waits. */
const QUESTION_SECONDS = 600;

function stateOf({ asked, isLapsed, ended, holds }: Model): string {
  if (asked === 'DENIED') return asked;
  if (asked === 'PENDING') return isLapsed ? 'confirmation_expired' : 'PENDING_CONFIRMATION';
  return ended ?? (holds.size > 0 ? 'Suspended' : 'Active');
}

/** As it stands in the database: what follows from holds and from the time does not. */
function storedAs({ asked, ended }: Model): string {
  if (asked !== 'APPROVED') return asked;
  return ended === 'Revoked' ? 'REVOKED' : 'ISSUED';
}

/** A mandate that was granted and has not ended: what suspends, resumes and revokes needs one. */
const stands = ({ asked, ended }: Model): boolean => asked === 'APPROVED' && ended === undefined;

/** A step, what it has to answer in this state, and what it changes when it is legal. */
class Move implements fc.AsyncCommand<Model, Real> {
  readonly name: string;
  readonly expected: (model: Model) => string;
  readonly change: (model: Model) => void;
  readonly step: Step;
  constructor(name: string, step: Step, expected: (model: Model) => string, change: (model: Model) => void) {
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
    const before = await rowsOf(real);
    if (wanted === 'ok') this.change(model);
    const answer = await this.step(real);
    expect(answer).toBe(wanted === 'ok' ? stateOf(model) : wanted);
    expect(outcome(await readMandate(real.world, real.id))).toBe(stateOf(model));
    const after = await rowsOf(real);
    expect(after.map((row) => row?.state)).toEqual([storedAs(model), model.asked]);
    if (wanted !== 'ok') expect(after).toEqual(before);
    // Expiry follows from the window and is not in the list.
    if (model.asked === 'APPROVED' && model.ended !== 'Expired')
      expect(await listed(real)).toBe(stateOf(model));
  }

  toString(): string {
    return this.name;
  }
}

const ILLEGAL = 'mandate_transition_illegal';
const SIDES = ['delegator', 'risk'] as const;

/** All that a refusal must leave as it was. */
async function rowsOf({ world, id, confirmationId }: Real) {
  const { read } = world.store;
  return [
    await read.get('SELECT * FROM iac_mandates WHERE delegation_id = $1', [id]),
    await read.get('SELECT * FROM confirmations WHERE confirmation_id = $1', [confirmationId]),
  ];
}

async function listed({ world, id }: Real): Promise<string> {
  const { mandate } = (await readMandate(world, id)).body;
  const { idx, uri } = readMessage('mandate', mandate).claims.status.status_list;
  const { body } = await get(world, new URL(uri).pathname);
  const context = { trustList: world.trustList, now: world.time.now, issuer: IDS.issuer, uri };
  const list = await verifyStatusList(body, context);
  if (list.verdict !== 'accepted') throw new Error(list.refusal.code);
  return list.facts.statusAt(idx);
}

const outcome = ({
  body,
}: {
  readonly body: { readonly status?: unknown; readonly code?: string };
}): string => body.code ?? String(body.status);

function suspend(by: 'delegator' | 'risk'): Move {
  const step: Step = async ({ world, device, id }) =>
    by === 'delegator'
      ? outcome(await lifecycle(world, device, 'suspend', id))
      : world.issuer.risk
          .suspendByRiskControl({ delegationId: id, recoveryCondition: 'reviewed' })
          .catch((error: { code: string }) => error.code);
  const expected = (model: Model) => (!stands(model) || model.holds.has(by) ? ILLEGAL : 'ok');
  return new Move(`suspend by ${by}`, step, expected, ({ holds }) => holds.add(by));
}

function resume(by: 'delegator' | 'risk'): Move {
  const step: Step = async ({ world, device, id }) =>
    by === 'delegator'
      ? outcome(await lifecycle(world, device, 'resume', id))
      : world.issuer.risk
          .resumeByRiskControl({ delegationId: id })
          .catch((error: { code: string }) => error.code);
  const expected = (model: Model) => {
    if (!stands(model) || model.holds.size === 0) return ILLEGAL;
    return model.holds.has(by) ? 'ok' : 'mandate_recovery_condition';
  };
  return new Move(`resume by ${by}`, step, expected, ({ holds }) => holds.delete(by));
}

function revoke(by: 'delegator' | 'agent'): Move {
  const step: Step = async ({ world, device, id }) => {
    if (by === 'delegator') return outcome(await lifecycle(world, device, 'revoke', id));
    const claims = { iss: IDS.agent, action: 'mandate.revoke', target: id } as const;
    const signed = await command(world, world.actors.agent.signer, claims);
    return outcome(await post(world, `/mandates/${id}/revoke`, { command: signed }));
  };
  const expected = (model: Model) => (stands(model) ? 'ok' : ILLEGAL);
  return new Move(`revoke by ${by}`, step, expected, (model) => {
    model.ended = 'Revoked';
  });
}

/** What only one side may do, tried by the other: refused in every state. */
function forbidden(action: 'suspend' | 'resume'): Move {
  const step: Step = async ({ world, id }) => {
    const claims = { iss: IDS.agent, action: `mandate.${action}`, target: id } as const;
    const signed = await command(world, world.actors.agent.signer, claims);
    return outcome(await post(world, `/mandates/${id}/${action}`, { command: signed }));
  };
  return new Move(
    `${action} by the agent`,
    step,
    () => 'command_not_permitted',
    () => undefined,
  );
}

/** The delegator's decision, on the device. */
function decide(decision: 'APPROVE' | 'DENY'): Move {
  const step: Step = async ({ world, device, id, confirmationId, challenge }) => {
    const confirmation = await evidence(world, device, challenge, { decision });
    const { status, body } = await post(world, `/confirmations/${confirmationId}`, { confirmation });
    return status === 200 ? outcome(await readMandate(world, id)) : body.code;
  };
  const expected = ({ asked, isLapsed }: Model) => {
    if (asked !== 'PENDING') return 'confirmation_decided';
    return isLapsed ? 'confirmation_expired' : 'ok';
  };
  return new Move(`the delegator decides ${decision}`, step, expected, (model) => {
    model.asked = decision === 'APPROVE' ? 'APPROVED' : 'DENIED';
  });
}

/** The agent asks again, for the same or for more under the same identifier. */
function ask(isSame: boolean): Move {
  const step: Step = async ({ world, iac, id }) => {
    const asked = isSame ? iac : { ...iac, max_total_amount: 1_700 };
    const answer = await post(world, '/mandates', await mandateBody(world, asked));
    return answer.status < 300 ? outcome(await readMandate(world, id)) : answer.body.code;
  };
  const expected = ({ asked, isLapsed, isOver }: Model) => {
    if (isOver) return 'mandate_expired';
    if (!isSame) return 'delegation_id_reused';
    return asked === 'PENDING' && isLapsed ? 'confirmation_expired' : 'ok';
  };
  return new Move(isSame ? 'asked for again' : 'asked for otherwise', step, expected, () => undefined);
}

function lapse(): Move {
  const step: Step = async ({ world, id }) => {
    world.time.now += QUESTION_SECONDS;
    return outcome(await readMandate(world, id));
  };
  return new Move(
    'the question lapses',
    step,
    () => 'ok',
    (model) => {
      model.isLapsed = true;
    },
  );
}

function endOfWindow(): Move {
  const step: Step = async ({ world, id, iac }) => {
    world.time.now = Math.max(world.time.now, parseUtcSeconds(iac.validity_end_time));
    return outcome(await readMandate(world, id));
  };
  return new Move(
    'end of window',
    step,
    () => 'ok',
    (model) => {
      Object.assign(model, { isLapsed: true, isOver: true });
      if (model.asked === 'APPROVED') model.ended ??= 'Expired';
    },
  );
}

describe('the life of a mandate, as a model says it', () => {
  let world: TestWorld;
  let device: TestDevice;
  let start: number;
  async function begin(): Promise<void> {
    world = await createTestWorld();
    start = world.time.now;
    device = await enrol(world, world.actors.device);
  }
  beforeAll(begin);
  afterAll(() => world.close());

  /** A request whose question has just been put. */
  async function asked(): Promise<Real> {
    if (world.time.now !== start) {
      // Time goes forward only: after a life that let it pass, the next has a world of its own.
      await world.close();
      await begin();
    }
    const iac = await iacFor(device.delegator);
    const { body } = await post(world, '/mandates', await mandateBody(world, iac));
    const { pending } = (await inbox(world, device)).body;
    const confirmationId = String(body.confirmation_id);
    const question = pending.find(
      (one: { readonly confirmation_id: string }) => one.confirmation_id === confirmationId,
    );
    return { world, device, id: iac.delegation_id, iac, confirmationId, challenge: question.challenge };
  }

  const MOVES = [
    decide('APPROVE'),
    decide('DENY'),
    ask(true),
    ask(false),
    ...SIDES.map(suspend),
    ...SIDES.map(resume),
    revoke('delegator'),
    revoke('agent'),
    forbidden('suspend'),
    forbidden('resume'),
    lapse(),
    endOfWindow(),
  ];

  async function play(steps: Iterable<fc.AsyncCommand<Model, Real>>): Promise<string> {
    const real = await asked();
    const holds: Model['holds'] = new Set();
    const model: Model = { asked: 'PENDING', isLapsed: false, isOver: false, ended: undefined, holds };
    await fc.asyncModelRun(() => ({ model, real }), steps);
    // No question waits for the next life in this world.
    if (world.time.now === start && model.asked === 'PENDING') await decide('DENY').step(real);
    return stateOf(model);
  }

  const granted = [decide('APPROVE')];
  test.each<[string, readonly Move[]]>([
    ['PENDING_CONFIRMATION', []],
    ['confirmation_expired', [lapse()]],
    ['DENIED', [decide('DENY')]],
    ['Active', granted],
    ['Suspended', [...granted, suspend('delegator')]],
    ['Suspended', [...granted, suspend('risk')]],
    ['Suspended', [...granted, suspend('risk'), suspend('delegator')]],
    ['Revoked', [...granted, revoke('delegator')]],
    ['Expired', [...granted, endOfWindow()]],
    ['Expired', [...granted, suspend('delegator'), endOfWindow()]],
  ])('ADD-IAC-LCM-01 to -09, -15: %s (way %#), every move', async (state, way) => {
    expect(await play(way)).toBe(state);
    for (const move of MOVES) await play([...way, move]);
  });

  test('ADD-IAC-LCM-01 to -09, -15: whoever does whatever, in any order', async () => {
    const lives = fc.asyncProperty(
      fc.commands<Model, Real, false>(
        [fc.constant(decide('APPROVE')), fc.constantFrom(...MOVES), fc.constantFrom(...MOVES)],
        { maxCommands: 12 },
      ),
      async (steps) => {
        await play(steps);
      },
    );
    // A failure prints the seed and the steps.
    await expect(fc.assert(lives, { numRuns: 40 })).resolves.toBeUndefined();
  });
});
