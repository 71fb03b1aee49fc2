import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readMessage } from '../../protocol/messages/index.ts';
import { verifyStatusList } from '../../verifier/index.ts';
import { IDS } from '../../verifier/testing/actors.ts';
import {
  command,
  createTestWorld,
  enrol,
  get,
  issue,
  lifecycle,
  post,
  readMandate,
  type TestDevice,
  type TestWorld,
} from '../testing/world.ts';

/** What ACT's two tables say of one mandate, and which side holds it. */
interface Model {
  ended: 'Revoked' | 'Expired' | undefined;
  readonly holds: Set<'delegator' | 'risk'>;
}

interface Real {
  readonly world: TestWorld;
  readonly device: TestDevice;
  readonly id: string;
}

type Step = (real: Real) => Promise<string>;

const stateOf = ({ ended, holds }: Model): string => ended ?? (holds.size > 0 ? 'Suspended' : 'Active');

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
    if (wanted === 'ok') this.change(model);
    const answer = await this.step(real);
    expect(answer).toBe(wanted === 'ok' ? stateOf(model) : wanted);
    expect((await readMandate(real.world, real.id)).body.status).toBe(stateOf(model));
    // Expiry follows from the window and is not in the list.
    if (model.ended !== 'Expired') expect(await listed(real)).toBe(stateOf(model));
  }

  toString(): string {
    return this.name;
  }
}

const ILLEGAL = 'mandate_transition_illegal';
const SIDES = ['delegator', 'risk'] as const;

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
  const expected = ({ ended, holds }: Model) => (ended !== undefined || holds.has(by) ? ILLEGAL : 'ok');
  return new Move(`suspend by ${by}`, step, expected, ({ holds }) => holds.add(by));
}

function resume(by: 'delegator' | 'risk'): Move {
  const step: Step = async ({ world, device, id }) =>
    by === 'delegator'
      ? outcome(await lifecycle(world, device, 'resume', id))
      : world.issuer.risk
          .resumeByRiskControl({ delegationId: id })
          .catch((error: { code: string }) => error.code);
  const expected = ({ ended, holds }: Model) => {
    if (ended !== undefined || holds.size === 0) return ILLEGAL;
    return holds.has(by) ? 'ok' : 'mandate_recovery_condition';
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
  const expected = ({ ended }: Model) => (ended === undefined ? 'ok' : ILLEGAL);
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

function endOfWindow(): Move {
  const step: Step = async ({ world, id }) => {
    const { mandate } = (await readMandate(world, id)).body;
    world.time.now = Math.max(world.time.now, readMessage('mandate', mandate).claims.exp);
    return (await readMandate(world, id)).body.status;
  };
  return new Move(
    'end of window',
    step,
    () => 'ok',
    (model) => {
      model.ended ??= 'Expired';
    },
  );
}

describe('the life of a mandate, as a model says it', () => {
  let world: TestWorld;
  let device: TestDevice;
  let start: number;
  beforeAll(async () => {
    world = await createTestWorld();
    start = world.time.now;
    device = await enrol(world, world.actors.device);
  });
  afterAll(() => world.close());

  test('ADD-IAC-LCM-01 to -09, -15: whoever does whatever, in any order', async () => {
    const moves = [
      ...SIDES.map((by) => fc.constant(suspend(by))),
      ...SIDES.map((by) => fc.constant(resume(by))),
      fc.constant(revoke('delegator')),
      fc.constant(revoke('agent')),
      fc.constant(forbidden('suspend')),
      fc.constant(forbidden('resume')),
      fc.constant(endOfWindow()),
    ];
    const lives = fc.asyncProperty(fc.commands(moves, { maxCommands: 12 }), async (steps) => {
      world.time.now = start;
      const id = await issue(world, device);
      const model: Model = { ended: undefined, holds: new Set() };
      await fc.asyncModelRun(() => ({ model, real: { world, device, id } }), steps);
      world.time.now = start;
    });
    // A failure prints the seed and the steps.
    await expect(fc.assert(lives, { numRuns: 40 })).resolves.toBeUndefined();
  });
});
