import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Ext, IacPayload } from '../../protocol/generated/types.ts';
import { readMessage, signMessage } from '../../protocol/messages/index.ts';
import { formatUtcSeconds, parseUtcSeconds } from '../../protocol/time/index.ts';
import { assertAccepted, verifyMandate } from '../../verifier/index.ts';
import { DAY_SECONDS, IDS, keyActor, WORLD_NOW } from '../../verifier/testing/actors.ts';
import { attestationClaims } from '../../verifier/testing/claims.ts';
import type { ControlProofs } from '../signing/index.ts';
import {
  answer,
  command,
  createTestWorld,
  enrol,
  get,
  iacFor,
  inbox,
  issue,
  lifecycle,
  mandateBody,
  post,
  readMandate,
  type TestDevice,
  type TestWorld,
} from '../testing/world.ts';

describe('mandates: request and issuance', () => {
  let world: TestWorld;
  let device: TestDevice;
  beforeAll(async () => {
    world = await createTestWorld();
    device = await enrol(world, world.actors.device);
  });
  afterAll(() => world.close());

  /** The control: an unchanged request is taken. */
  async function expectTaken() {
    const body = await mandateBody(world, await iacFor(device.delegator));
    expect((await post(world, '/mandates', body)).status).toBe(202);
    await emptyInbox();
  }

  async function emptyInbox() {
    for (const entry of (await inbox(world, device)).body.pending) {
      await answer(world, device, entry.confirmation_id, { decision: 'DENY' });
    }
  }

  async function expectRefused(body: object, code: string) {
    await expectTaken();
    expect((await post(world, '/mandates', body)).body.code).toBe(code);
    await expectTaken();
  }

  test('a request waits for the delegator, and approval issues a mandate that verifies', async () => {
    const iac = await iacFor(device.delegator);
    const asked = await post(world, '/mandates', await mandateBody(world, iac));
    expect(asked).toMatchObject({ status: 202, body: { status: 'PENDING_CONFIRMATION' } });
    expect((await readMandate(world, iac.delegation_id)).body.status).toBe('PENDING_CONFIRMATION');
    await answer(world, device, asked.body.confirmation_id);
    const { body } = await readMandate(world, iac.delegation_id);
    expect(body).toMatchObject({
      status: 'Active',
      delegation_id: iac.delegation_id,
      enrolment: device.enrolment,
    });
    const context = { trustList: world.trustList, now: world.time.now, audience: IDS.psp };
    assertAccepted(await verifyMandate({ mandate: body.mandate }, context, { status: 'Active' }));
    const { claims, decoded } = readMessage('mandate', body.mandate);
    const { user_confirmation_method, user_confirmation_timestamp, ...shown } = claims.iac;
    expect(shown).toEqual(iac);
    expect(body.shown.iac).toEqual(iac);
    const evidence = readMessage('confirmation', body.confirmation).claims;
    expect(user_confirmation_method).toBe(evidence.method);
    expect(parseUtcSeconds(user_confirmation_timestamp ?? '')).toBe(evidence.iat);
    expect(decoded.header).toMatchObject({ openact: 1, crit: ['openact'] });
    expect(claims).toMatchObject({
      sub: device.delegator,
      aud: IDS.psp,
      cnf: { jkt: world.actors.agent.jkt },
    });
    expect(claims.status.status_list.uri).toBe('https://bank.example/status-lists/1');
  });

  test('OA-MND-06 without constraints of the profile the header has no critical member', async () => {
    const {
      openact: _openact,
      agent_behavior: _behaviour,
      ...ext
    } = (await iacFor(device.delegator)).ext ?? {};
    const delegationId = await issue(world, device, { ext });
    const { body } = await readMandate(world, delegationId);
    expect(readMessage('mandate', body.mandate).decoded.header.crit).toBeUndefined();
  });

  test('ADD-IAC-ISS-16 the same content under a new command answers the same confirmation', async () => {
    const iac = await iacFor(device.delegator);
    const first = await post(world, '/mandates', await mandateBody(world, iac));
    const second = await post(world, '/mandates', await mandateBody(world, iac));
    expect(second).toMatchObject({ status: 202, body: first.body });
    const other = await mandateBody(world, { ...iac, max_total_amount: 1801 });
    expect(await post(world, '/mandates', other)).toMatchObject({
      status: 409,
      body: { code: 'delegation_id_reused' },
    });
    await answer(world, device, first.body.confirmation_id);
    const third = await post(world, '/mandates', await mandateBody(world, iac));
    expect(third.body.status).toBe('Active');
    await emptyInbox();
  });

  test('ADD-IAC-ISS-16 requests with one identifier at once: one content wins', async () => {
    const iac = await iacFor(device.delegator);
    const bodies = await Promise.all(
      [1700, 1750, 1800].map((max_total_amount) => mandateBody(world, { ...iac, max_total_amount })),
    );
    const answers = await Promise.all(bodies.map((body) => post(world, '/mandates', body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409]);
    await emptyInbox();
  });

  test('OA-CMD-02 the same command is good once', async () => {
    const body = await mandateBody(world, await iacFor(device.delegator));
    expect((await post(world, '/mandates', body)).status).toBe(202);
    expect((await post(world, '/mandates', body)).body.code).toBe('command_duplicate');
    await emptyInbox();
  });

  describe('agent', () => {
    test('OA-KEY-04 the attestation has to be about this agent', async () => {
      const iac = { ...(await iacFor(device.delegator)), agent_id: IDS.otherAgent };
      await expectRefused(await mandateBody(world, iac), 'agent_attestation_invalid');
    });

    test('OA-KEY-05 the attestation has to be valid still', async () => {
      const claims = { ...attestationClaims(world.actors), exp: WORLD_NOW };
      const agent_attestation = await signMessage('attestation', claims, world.actors.provider.signer);
      const body = { ...(await mandateBody(world, await iacFor(device.delegator))), agent_attestation };
      await expectRefused(body, 'agent_attestation_expired');
    });

    test('OA-TRL-04 only a provider of the trust list vouches for an agent', async () => {
      const claims = { ...attestationClaims(world.actors), iss: IDS.merchant };
      const agent_attestation = await signMessage('attestation', claims, world.actors.merchant.signer);
      const body = { ...(await mandateBody(world, await iacFor(device.delegator))), agent_attestation };
      await expectRefused(body, 'issuer_not_trusted');
    });

    test('OA-KEY-03 the sender has to hold the key', async () => {
      const iac = await iacFor(device.delegator);
      const { command: good, ...rest } = await mandateBody(world, iac);
      const { claims } = readMessage('command', good);
      const forged = await signMessage('command', claims, (await keyActor()).signer);
      await expectRefused({ ...rest, command: forged }, 'possession_proof_invalid');
    });

    test('OA-KEY-03 the command has to be the agent’s own', async () => {
      const body = await mandateBody(world, await iacFor(device.delegator), { iss: IDS.otherAgent });
      await expectRefused(body, 'possession_proof_invalid');
    });

    test('OA-CMD-04 the command covers the payload', async () => {
      const iac = await iacFor(device.delegator);
      const body = { ...(await mandateBody(world, iac)), iac: { ...iac, max_total_amount: 9999 } };
      await expectRefused(body, 'command_target_mismatch');
    });

    test('OA-CMD-04 the command is for this mandate', async () => {
      const body = await mandateBody(world, await iacFor(device.delegator), { target: 'dlg-other' });
      await expectRefused(body, 'command_target_mismatch');
    });

    test.each([
      ['command_time_out_of_window', { iat: WORLD_NOW - 61 }],
      ['command_time_out_of_window', { iat: WORLD_NOW + 61 }],
      ['command_audience_mismatch', { aud: IDS.psp }],
    ])('refuses a command with %s', async (code, changes) => {
      await expectRefused(await mandateBody(world, await iacFor(device.delegator), changes), code);
    });
  });

  describe('payload', () => {
    const time = (offset: number) => formatUtcSeconds(WORLD_NOW + offset);
    const ext = (changes: (ext: Ext) => Ext) => (iac: IacPayload) => ({
      ...iac,
      ext: changes(iac.ext ?? {}),
    });
    const without = (member: keyof IacPayload) => (iac: IacPayload) => {
      const { [member]: _gone, ...rest } = iac;
      return rest as IacPayload;
    };

    const cases: [code: string, what: string, change: (iac: IacPayload) => IacPayload][] = [
      ['schema_mismatch', 'an unknown member', (iac) => ({ ...iac, extra: 1 }) as IacPayload],
      [
        'time_order',
        'a window that ends before it starts',
        (iac) => ({ ...iac, validity_end_time: time(-7200) }),
      ],
      [
        'mandate_expired',
        'a window that is over',
        (iac) => ({ ...iac, validity_start_time: time(-7200), validity_end_time: time(0) }),
      ],
      [
        'mandate_lifetime_too_long',
        'a window of years',
        (iac) => ({ ...iac, validity_end_time: time(400 * DAY_SECONDS) }),
      ],
      [
        'limit_order',
        'a single limit over the total',
        ext((all) => ({ ...all, commerce: { ...all.commerce, max_single_amount: 1800.01 } })),
      ],
      [
        'limit_order',
        'a minimum over the single limit',
        ext((all) => ({ ...all, commerce: { ...all.commerce, min_single_amount: 600.01 } })),
      ],
      [
        'amount_precision',
        'a hundredth of a yen',
        (iac) => ({ ...iac, currency: 'JPY', max_total_amount: 1800.5 }),
      ],
      [
        'mandate_extension_unknown',
        'a constraint that nobody knows',
        ext((all) => ({ ...all, openact: { ...all.openact, only_on_sundays: true } })),
      ],
      [
        'mandate_not_pinned',
        'SPECIFIED without a payee',
        ext((all) => ({ ...all, commerce: { allowed_categories: ['transport/train'] } })),
      ],
      [
        'mandate_not_bounded',
        'BOUNDED without categories',
        (iac) => ({ ...iac, delegation_mode: 'BOUNDED', ext: { commerce: { max_single_amount: 600 } } }),
      ],
      ['price_reference_missing', 'a tolerance of nothing', ext(({ openact: _none, ...rest }) => rest)],
      [
        'confirmation_evidence_mismatch',
        'a confirmation stated by the agent',
        (iac) => ({ ...iac, user_confirmation_method: 'FACE', user_confirmation_timestamp: time(0) }),
      ],
      ['intent_incomplete', 'no digest of the intent', without('source_isr_digest')],
      [
        'delegator_unknown',
        'somebody without an account here',
        (iac) => ({ ...iac, delegator_identity: 'did:act:bank.example/u-nobody' }),
      ],
    ];

    test.each(cases)('refuses with %s: %s', async (code, _what, change) => {
      await expectRefused(await mandateBody(world, change(await iacFor(device.delegator))), code);
    });

    test.each(['.', '..'])(
      'OA-SCH-01 refuses the identifier %s: no address could name the mandate, so nobody could revoke it',
      async (id) => {
        const iac = await iacFor(device.delegator, { delegation_id: id });
        await expectRefused(await mandateBody(world, iac), 'schema_mismatch');
        const named = await issue(world, device, { delegation_id: `dlg${id}` });
        expect((await lifecycle(world, device, 'revoke', named)).body.status).toBe('Revoked');
      },
    );

    test('OA-MND-03 refuses a payment service that this issuer does not work with', async () => {
      const body = await mandateBody(world, await iacFor(device.delegator));
      await expectRefused({ ...body, psp_id: 'did:act:other.example/psp' }, 'mandate_audience_mismatch');
    });

    test('a question never outlives the mandate it is about', async () => {
      const iac = await iacFor(device.delegator, { validity_end_time: time(120) });
      const { body } = await post(world, '/mandates', await mandateBody(world, iac));
      expect(body.expires_at).toBe(time(120));
      await emptyInbox();
    });
  });

  describe('reading', () => {
    test('the delegator’s device reads it too', async () => {
      const delegationId = await issue(world, device);
      const claims = { iss: device.deviceId, action: 'mandate.read', target: delegationId } as const;
      const read = await get(world, `/mandates/${delegationId}`, await command(world, device.signer, claims));
      expect(read.body.status).toBe('Active');
    });

    test('OA-CMD-01 nobody else reads it', async () => {
      const delegationId = await issue(world, device);
      const stranger = await enrol(world, await keyActor());
      const claims = { action: 'mandate.read', target: delegationId } as const;
      const path = `/mandates/${delegationId}`;
      const byDevice = await command(world, stranger.signer, { ...claims, iss: stranger.deviceId });
      expect((await get(world, path, byDevice)).body.code).toBe('command_not_permitted');
      const byAgent = await command(world, world.actors.otherAgent.signer, {
        ...claims,
        iss: IDS.otherAgent,
      });
      expect((await get(world, path, byAgent)).body.code).toBe('command_not_permitted');
      const unknown = await command(world, stranger.signer, { ...claims, iss: 'dev_none' });
      expect((await get(world, path, unknown)).body.code).toBe('device_unknown');
      expect((await readMandate(world, delegationId)).status).toBe(200);
    });

    test('OA-CMD-06 the agent’s name under another key is refused', async () => {
      const delegationId = await issue(world, device);
      const claims = { iss: IDS.agent, action: 'mandate.read', target: delegationId } as const;
      const forged = await command(world, world.actors.otherAgent.signer, claims);
      expect((await get(world, `/mandates/${delegationId}`, forged)).body.code).toBe(
        'command_signature_invalid',
      );
      expect((await readMandate(world, delegationId)).status).toBe(200);
    });

    test('ADD-IAC-LCM-12 a mandate that nobody asked for is unknown', async () => {
      expect((await readMandate(world, 'dlg_none')).body.code).toBe('mandate_unknown');
      expect((await readMandate(world, await issue(world, device))).status).toBe(200);
    });
  });

  test('what a crash left unsigned is signed at the next start; the first signature stays', async () => {
    const delegationId = await issue(world, device);
    await world.store.transact((tx) =>
      tx.run('UPDATE issued_messages SET compact = NULL WHERE message_id = $1', [`mandate:${delegationId}`]),
    );
    await world.restart().start();
    const first = (await readMandate(world, delegationId)).body.mandate;
    await world.restart().start();
    expect((await readMandate(world, delegationId)).body.mandate).toBe(first);
    const context = { trustList: world.trustList, now: world.time.now, audience: IDS.psp };
    assertAccepted(await verifyMandate({ mandate: first }, context, { status: 'Active' }));
  });

  test('ADD-IAC-ISS-20 names the proof that key management keeps of the signature, and is not signed without it', async () => {
    const asked: string[] = [];
    let isAllowed = false;
    const controlProofs: ControlProofs = {
      async referenceFor({ jti }) {
        asked.push(jti);
        if (!isAllowed) throw new Error('not under this policy');
        return `kms:proof/${jti}`;
      },
    };
    const plain = readMessage('mandate', (await readMandate(world, await issue(world, device))).body.mandate);
    expect(plain.claims.control_proof_ref).toBeUndefined();
    const guarded = await createTestWorld({ side: { controlProofs } });
    try {
      const holder = await enrol(guarded, guarded.actors.device);
      const iac = await iacFor(holder.delegator);
      const { body } = await post(guarded, '/mandates', await mandateBody(guarded, iac));
      await answer(guarded, holder, body.confirmation_id);
      const { delegation_id: delegationId } = iac;
      const row = await guarded.store.read.get('SELECT compact FROM issued_messages WHERE message_id = $1', [
        `mandate:${delegationId}`,
      ]);
      expect([row?.compact, asked.at(-1)]).toEqual([null, delegationId]);
      expect((await readMandate(guarded, delegationId)).status).toBe(500);
      // A mandate that is not signed keeps no server from its start.
      await expect(guarded.restart().start()).resolves.toBeUndefined();
      isAllowed = true;
      const { mandate } = (await readMandate(guarded, delegationId)).body;
      expect(readMessage('mandate', mandate).claims.control_proof_ref).toBe(`kms:proof/${delegationId}`);
      const context = { trustList: guarded.trustList, now: guarded.time.now, audience: IDS.psp };
      assertAccepted(await verifyMandate({ mandate }, context, { status: 'Active' }));
    } finally {
      await guarded.close();
    }
  });

  test('every step is traced, refusals with their code', async () => {
    world.trace.length = 0;
    await issue(world, device);
    await post(world, '/mandates', await mandateBody(world, await iacFor('did:act:bank.example/u-nobody')));
    expect(world.trace.map(({ message, outcome }) => [message, outcome])).toEqual([
      ['mandate request', 'ok'],
      ['confirmation', 'ok'],
      ['mandate request', 'refused'],
    ]);
    expect(world.trace.at(-1)).toMatchObject({ code: 'delegator_unknown', from: IDS.agent });
  });
});
