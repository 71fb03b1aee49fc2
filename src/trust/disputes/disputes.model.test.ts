/**
 * A dispute as a state machine, held to a model: evidence is taken until its time is over and not a moment longer, the
 * finding follows from what was submitted by then, and it stays, whatever is tried afterwards.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  createWitnesses,
  type DisputeWorld,
  disputeWorld,
  type Witnesses,
} from '../../../test/disputes/world.ts';
import { CHANNEL_HEADER } from '../../http/index.ts';
import { newPrivacyChannel } from '../../protocol/attestation/anchor.ts';
import type { DisputeBody } from '../../protocol/generated/types.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import { createActors } from '../../verifier/testing/actors.ts';
import { createLogWorld, type LogWorld, NOW, random } from '../testing/log-world.ts';

const DAY = 86_400;
const EVIDENCE_SECONDS = 7 * DAY;

let world: LogWorld;
let within: DisputeWorld;
let outside: DisputeWorld;
beforeAll(async () => {
  const actors = await createActors();
  const witnesses: Witnesses = await createWitnesses(actors);
  within = await disputeWorld(actors, witnesses);
  outside = await disputeWorld(actors, witnesses, { purchase: { statuses: { 5: 1 } } });
  world = await createLogWorld(undefined, NOW, [actors.trustList.publicJwk]);
  await world.listUntil(NOW + 600 * DAY);
});
afterAll(() => world.close());

type Evidence = 'within' | 'outside' | 'other trade';

interface Model {
  elapsed: number;
  readonly kept: Set<Evidence>;
  finding?: string;
}

interface Real {
  readonly id: string;
  readonly channel: string;
  readonly recordId: string;
}

type Step = fc.AsyncCommand<Model, Real>;

async function call(method: string, path: string, channel: string, body?: unknown) {
  const answer = await world.app.request(path, {
    method,
    headers: { 'content-type': 'application/json', [CHANNEL_HEADER]: channel },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as DisputeBody & { code?: string } };
}

/** What follows from what was submitted in time. */
function findingOf({ kept }: Model): string {
  if (kept.size === 0) return 'REVIEW dispute_evidence_missing';
  if (kept.size === 2) return 'REVIEW dispute_evidence_disagrees';
  return kept.has('within') ? 'DENIED dispute_within_mandate' : 'COMPENSATED mandate_revoked';
}

class Submit implements Step {
  readonly #what: Evidence;
  constructor(what: Evidence) {
    this.#what = what;
  }
  check = () => true;
  async run(model: Model, { id, channel }: Real): Promise<void> {
    const { bundle } = this.#what === 'outside' ? outside : within;
    const sent = this.#what === 'other trade' ? { ...bundle, trade_no: 'trade-2' } : bundle;
    const { status, body } = await call('POST', `/disputes/${id}/evidence`, channel, { bundle: sent });
    if (model.elapsed >= EVIDENCE_SECONDS) {
      expect(body.code).toBe('dispute_closed');
    } else if (this.#what === 'other trade') {
      expect(body.code).toBe('dispute_other_trade');
    } else {
      model.kept.add(this.#what);
      expect([status, body.status, body.submissions]).toEqual([201, 'EVIDENCE', model.kept.size]);
    }
  }
  toString = () => `submit(${this.#what})`;
}

class Wait implements Step {
  readonly #seconds: number;
  constructor(seconds: number) {
    this.#seconds = seconds;
  }
  check = () => true;
  async run(model: Model): Promise<void> {
    model.elapsed += this.#seconds;
    world.now = NOW + model.elapsed;
  }
  toString = () => `wait(${this.#seconds})`;
}

class Look implements Step {
  check = () => true;
  async run(model: Model, { id, channel }: Real): Promise<void> {
    const { body } = await call('GET', `/disputes/${id}`, channel);
    if (model.elapsed < EVIDENCE_SECONDS) {
      expect([body.status, body.finding]).toEqual(['EVIDENCE', undefined]);
      return;
    }
    model.finding ??= findingOf(model);
    expect([body.status, `${body.finding} ${body.reason}`]).toEqual(['DECIDED', model.finding]);
  }
  toString = () => 'look';
}

/** Filed again by the same record it is the same dispute, also when it is over; under another channel it is not there. */
class FileAgain implements Step {
  check = () => true;
  async run(_model: Model, { id, channel, recordId }: Real): Promise<void> {
    const request = { type: 'PAYMENT_NOT_AUTHORIZED', record_id: recordId, description: 'again' };
    expect((await call('POST', '/disputes', channel, request)).body.dispute_id).toBe(id);
    const stranger = newPrivacyChannel(random);
    expect((await call('GET', `/disputes/${id}`, stranger)).body.code).toBe('dispute_unknown');
  }
  toString = () => 'file again';
}

async function filed(): Promise<Real> {
  const channel = newPrivacyChannel(random);
  world.now = NOW;
  const anchor = await world.anchor('psp', { privacy_channel: channel, trade_no: 'trade-1' });
  await world.submit(anchor);
  const { record_id: recordId } = readMessage('anchor', anchor).claims;
  const request = { type: 'PAYMENT_NOT_AUTHORIZED', record_id: recordId, description: 'not mine' };
  const { status, body } = await call('POST', '/disputes', channel, request);
  expect(status).toBe(201);
  return { id: body.dispute_id, channel, recordId };
}

/** @returns the finding, if one was made */
async function play(all: Iterable<Step>): Promise<string | undefined> {
  const real = await filed();
  const model: Model = { elapsed: 0, kept: new Set() };
  await fc.asyncModelRun(() => ({ model, real }), all);
  return model.finding;
}

const steps = fc.commands(
  [
    fc.constantFrom<Evidence>('within', 'outside', 'other trade').map((what) => new Submit(what)),
    fc.constantFrom(1, EVIDENCE_SECONDS - 1, EVIDENCE_SECONDS).map((seconds) => new Wait(seconds)),
    fc.constant(new Look()),
    fc.constant(new FileAgain()),
  ],
  { maxCommands: 10, size: 'max' },
);

describe('TSD-ATT-DSP-04, TSD-ATT-DSP-06, OA-DSP-01, OA-DSP-07 a dispute', () => {
  test('ends in every finding that there is, and is not moved from it', async () => {
    const over = [new Wait(EVIDENCE_SECONDS), new Look(), new Submit('outside'), new FileAgain(), new Look()];
    expect(await play([new Look(), ...over])).toBe('REVIEW dispute_evidence_missing');
    expect(await play([new Submit('within'), ...over])).toBe('DENIED dispute_within_mandate');
    expect(await play([new Submit('outside'), ...over])).toBe('COMPENSATED mandate_revoked');
    const both = [new Submit('outside'), new Submit('within'), new Submit('other trade')];
    expect(await play([...both, ...over])).toBe('REVIEW dispute_evidence_disagrees');
  });

  test('behaves as its model in every order of calls', async () => {
    // fast-check prints the seed and the shortest sequence when it finds a difference.
    const property = fc.asyncProperty(steps, async (all) => {
      await play(all);
    });
    await expect(fc.assert(property, { numRuns: 20 })).resolves.toBeUndefined();
  });
});
