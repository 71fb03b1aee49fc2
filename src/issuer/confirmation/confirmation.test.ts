import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { digestOfObject } from '../../protocol/digest/index.ts';
import { newId } from '../../protocol/ports.ts';
import { keyActor, WORLD_NOW } from '../../verifier/testing/actors.ts';
import {
  answer,
  command,
  createTestWorld,
  enrol,
  evidence,
  get,
  iacFor,
  inbox,
  mandateBody,
  post,
  random,
  readMandate,
  type TestDevice,
  type TestWorld,
} from '../testing/world.ts';
import { findConfirmation, insertQuestion, prepareQuestion } from './question.ts';

describe('confirmations', () => {
  let world: TestWorld;
  let device: TestDevice;
  async function start(): Promise<void> {
    world = await createTestWorld();
    device = await enrol(world, world.actors.device);
  }
  beforeAll(start);
  // Time goes forward only: whoever has let it pass leaves the next a fresh world.
  afterEach(async () => {
    if (world.time.now === WORLD_NOW) return;
    await world.close();
    await start();
  });
  afterAll(() => world.close());

  /** A question in the inbox: the delegation_id, the confirmation's id and its challenge. */
  async function ask(owner = device) {
    const iac = await iacFor(owner.delegator);
    const { body } = await post(world, '/mandates', await mandateBody(world, iac));
    const { pending } = (await inbox(world, owner)).body;
    const entry = pending.find(
      (waiting: { confirmation_id: string }) => waiting.confirmation_id === body.confirmation_id,
    );
    return { iac, confirmationId: String(body.confirmation_id), entry };
  }

  test('OA-CNF-01 the inbox shows what will be signed, with the challenge of exactly that', async () => {
    const { iac, entry } = await ask();
    expect(entry.shown).toMatchObject({ kind: 'mandate', iac, issuer: 'did:act:bank.example/iac' });
    expect(entry.subject_digest).toBe(iac.source_isr_digest);
    expect(entry.challenge).toBe(
      await digestOfObject({
        shown: entry.shown,
        subject_digest: entry.subject_digest,
        agent_jkt: world.actors.agent.jkt,
      }),
    );
    expect(entry.expires_at).toMatch(/Z$/);
  });

  test('OA-CNF-20 the summary is the issuer’s own, in two languages', async () => {
    const { entry } = await ask();
    for (const text of [
      'did:act:assistant.example/agent-007',
      '1800.00',
      '600.00',
      'did:act:rail.example/tickets',
    ]) {
      expect(entry.shown.summary.en).toContain(text);
      expect(entry.shown.summary.zh).toContain(text);
    }
    expect(entry.shown.summary.zh).toContain('总额上限');
  });

  test('approves once', async () => {
    const { confirmationId } = await ask();
    expect((await answer(world, device, confirmationId)).body).toEqual({
      confirmation_id: confirmationId,
      status: 'APPROVED',
    });
  });

  test('OA-CNF-02 a denial is an answer, and leads to nothing', async () => {
    const { confirmationId, iac } = await ask();
    expect((await answer(world, device, confirmationId, { decision: 'DENY' })).body.status).toBe('DENIED');
    const { body } = await readMandate(world, iac.delegation_id);
    expect(body.status).toBe('DENIED');
    expect(body.mandate).toBeUndefined();
  });

  test('OA-CNF-08 a second decision is refused', async () => {
    const { confirmationId, entry } = await ask();
    expect((await answer(world, device, confirmationId)).status).toBe(200);
    const second = { confirmation: await evidence(world, device, entry.challenge, { decision: 'DENY' }) };
    expect(await post(world, `/confirmations/${confirmationId}`, second)).toMatchObject({
      status: 409,
      body: { code: 'confirmation_decided' },
    });
  });

  test('OA-CNF-08 of many answers at once one decides', async () => {
    const { confirmationId, entry, iac } = await ask();
    const answers = await Promise.all(
      Array.from({ length: 8 }, async (_, index) => {
        const decision = index % 2 === 0 ? 'APPROVE' : 'DENY';
        const confirmation = await evidence(world, device, entry.challenge, { decision });
        return post(world, `/confirmations/${confirmationId}`, { confirmation });
      }),
    );
    const won = answers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    expect(answers.filter(({ body }) => body.code === 'confirmation_decided')).toHaveLength(7);
    const { body } = await readMandate(world, iac.delegation_id);
    expect(body.status).toBe(won[0]?.body.status === 'APPROVED' ? 'Active' : 'DENIED');
  });

  test('OA-CNF-03 lapses at its end, not a second before', async () => {
    const [early, late] = [await ask(), await ask()];
    const decide = async ({ confirmationId, entry }: Awaited<ReturnType<typeof ask>>) =>
      post(world, `/confirmations/${confirmationId}`, {
        confirmation: await evidence(world, device, entry.challenge),
      });
    world.time.now += 599;
    expect((await decide(early)).status).toBe(200);
    world.time.now += 1;
    expect((await decide(late)).body.code).toBe('confirmation_expired');
    expect((await inbox(world, device)).body.pending).toEqual([]);
    expect((await readMandate(world, late.iac.delegation_id)).body.code).toBe('confirmation_expired');
  });

  test('OA-CNF-07 there is nothing to confirm under another identifier', async () => {
    const { confirmationId, entry } = await ask();
    const confirmation = await evidence(world, device, entry.challenge);
    expect((await post(world, '/confirmations/cnf_none', { confirmation })).body.code).toBe(
      'confirmation_unknown',
    );
    expect((await post(world, `/confirmations/${confirmationId}`, { confirmation })).status).toBe(200);
  });

  test.each([
    ['confirmation_challenge_mismatch', { challenge: 'A'.repeat(43) }],
    ['confirmation_audience_mismatch', { aud: 'did:act:bank.example/psp' }],
    ['confirmation_device_mismatch', { sub: 'did:act:bank.example/u-other' }],
    ['confirmation_device_mismatch', { iss: 'dev_other' }],
    ['confirmation_expired', { exp: 1_000, iat: 900 }],
  ])('refuses with %s, and the question stays open', async (code, changes) => {
    const { confirmationId, entry } = await ask();
    const confirmation = await evidence(world, device, entry.challenge, changes);
    expect((await post(world, `/confirmations/${confirmationId}`, { confirmation })).body.code).toBe(code);
    expect((await answer(world, device, confirmationId)).status).toBe(200);
  });

  test('OA-CNF-06 the device of another delegator cannot confirm', async () => {
    const { confirmationId, entry } = await ask();
    const other = await enrol(world, await keyActor());
    for (const sub of [other.delegator, device.delegator]) {
      const confirmation = await evidence(world, other, entry.challenge, { sub });
      expect((await post(world, `/confirmations/${confirmationId}`, { confirmation })).body.code).toBe(
        'confirmation_device_mismatch',
      );
    }
    expect((await answer(world, device, confirmationId)).status).toBe(200);
  });

  test('a second device of the same delegator can confirm', async () => {
    const { confirmationId } = await ask();
    const second = await enrol(world, await keyActor(), device.delegator);
    expect((await answer(world, second, confirmationId)).body.status).toBe('APPROVED');
  });

  test('OA-CNF-04 refuses a method that is not allowed here', async () => {
    const { confirmationId, entry } = await ask();
    const strict = { ...world, issuer: world.restart({ confirmationMethods: ['FACE'] }) };
    const path = `/confirmations/${confirmationId}`;
    const weak = { confirmation: await evidence(world, device, entry.challenge, { method: 'PASSWORD' }) };
    expect((await post(strict, path, weak)).body.code).toBe('confirmation_method_not_allowed');
    const good = { confirmation: await evidence(world, device, entry.challenge, { method: 'FACE' }) };
    expect((await post(strict, path, good)).status).toBe(200);
  });

  test('P20 evidence answers one question only', async () => {
    const [first, second] = [await ask(), await ask()];
    const jti = 'ev-twice';
    const answered = { confirmation: await evidence(world, device, first.entry.challenge, { jti }) };
    expect((await post(world, `/confirmations/${first.confirmationId}`, answered)).status).toBe(200);
    const again = { confirmation: await evidence(world, device, second.entry.challenge, { jti }) };
    expect((await post(world, `/confirmations/${second.confirmationId}`, again)).body.code).toBe(
      'confirmation_decided',
    );
    expect((await answer(world, device, second.confirmationId)).status).toBe(200);
  });

  test('OA-CMD-01 an inbox opens to its own device only', async () => {
    const other = await enrol(world, await keyActor());
    const claims = { iss: other.deviceId, action: 'confirmation.list', target: device.deviceId } as const;
    const foreign = await command(world, other.signer, claims);
    const path = `/devices/${device.deviceId}/confirmations`;
    expect(await get(world, path, foreign)).toMatchObject({
      status: 403,
      body: { code: 'command_not_permitted' },
    });
    expect((await inbox(world, device)).status).toBe(200);
  });

  test('OA-CMD-06 an inbox needs the device’s signature, once each', async () => {
    const claims = { iss: device.deviceId, action: 'confirmation.list', target: device.deviceId } as const;
    const path = `/devices/${device.deviceId}/confirmations`;
    const forged = await command(world, (await keyActor()).signer, claims);
    expect((await get(world, path, forged)).body.code).toBe('command_signature_invalid');
    expect((await get(world, path)).status).toBeGreaterThanOrEqual(400);
    const good = await command(world, device.signer, claims);
    expect((await get(world, path, good)).status).toBe(200);
    expect((await get(world, path, good)).body.code).toBe('command_duplicate');
  });

  test('an inbox holds ten questions of one agent, and twenty in all', async () => {
    const crowded = await enrol(world, await keyActor());
    const askAgain = async () =>
      post(world, '/mandates', await mandateBody(world, await iacFor(crowded.delegator)));
    for (let asked = 0; asked < 10; asked += 1) expect((await askAgain()).status).toBe(202);
    const full = { status: 429, body: { code: 'too_many_requests' } };
    expect(await askAgain()).toMatchObject(full);
    const [entry] = (await inbox(world, crowded)).body.pending;
    const { now } = world.time;
    const askAs = async (agentJkt: string) => {
      const { store } = world;
      const known = await findConfirmation(store.read, entry.confirmation_id, now);
      if (known === undefined) throw new Error('the question is gone');
      const fresh = { ...known, subjectId: newId(random, 'dlg'), agentJkt };
      const pending = await prepareQuestion(fresh, random);
      return store
        .transact((tx) => insertQuestion(tx, pending, { now, lifetimeSeconds: 600 }))
        .then(
          () => 'ok',
          (error: { readonly code: string }) => error.code,
        );
    };
    for (let asked = 0; asked < 10; asked += 1) expect(await askAs(`key-${asked % 2}`)).toBe('ok');
    expect(await askAs('key-3')).toBe('too_many_requests');
  });

  test.each([
    ['an hour', 3_600],
    ['two days', 172_800],
  ])(
    'what was asked while the clock was %s ahead takes no room once it is right, and may be answered',
    async (_, ahead) => {
      const crowded = await enrol(world, await keyActor());
      const askAgain = async () =>
        post(world, '/mandates', await mandateBody(world, await iacFor(crowded.delegator)));
      const { now } = world.time;
      world.time.now = now + ahead;
      const questions: string[] = [];
      for (let asked = 0; asked < 10; asked += 1)
        questions.push(String((await askAgain()).body.confirmation_id));
      expect((await askAgain()).body.code).toBe('too_many_requests');
      // Before that commands are refused, because ids were forgotten too early.
      world.time.now = now + 300;
      for (let asked = 0; asked < 10; asked += 1) expect((await askAgain()).status).toBe(202);
      expect((await askAgain()).body.code).toBe('too_many_requests');
      expect((await answer(world, crowded, questions[0] ?? '')).status).toBe(200);
    },
  );
});
