import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readMessage } from '../../protocol/messages/index.ts';
import { assertAccepted, verifyEnrolment } from '../../verifier/index.ts';
import { keyActor, WORLD_NOW } from '../../verifier/testing/actors.ts';
import {
  createTestWorld,
  enrol,
  enrolmentBody,
  inbox,
  issue,
  lifecycle,
  loginCode,
  newDelegator,
  post,
  random,
  readMandate,
  type TestWorld,
} from '../testing/world.ts';
import { createAccountHolder, createEnrolmentCode, removeDevice } from './index.ts';

describe('device enrolment', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await createTestWorld();
  });
  // Time goes forward only: whoever has let it pass leaves the next a fresh world.
  afterEach(async () => {
    if (world.time.now === WORLD_NOW) return;
    await world.close();
    world = await createTestWorld();
  });
  afterAll(() => world.close());

  test('OA-KEY-06 answers an enrolment signed by the account side', async () => {
    const actor = await keyActor();
    const device = await enrol(world, actor);
    const context = { trustList: world.trustList, now: world.time.now, at: world.time.now };
    const verified = await verifyEnrolment(device.enrolment, context);
    assertAccepted(verified);
    expect(verified.facts?.claims).toMatchObject({
      sub: device.delegator,
      device_id: device.deviceId,
      cnf: { jwk: actor.publicJwk },
      identity_method: 'counter',
    });
  });

  test('OA-PRV-04 delegator identifiers are pairwise: fresh and under the issuer’s domain', async () => {
    const [first, second] = [await newDelegator(world), await newDelegator(world)];
    expect(first).toMatch(/^did:act:bank\.example\/u-[A-Za-z0-9_-]{22}$/);
    expect(second).not.toBe(first);
  });

  test('OA-KEY-02 refuses a wrong code, then takes the right one', async () => {
    const actor = await keyActor();
    const wrong = await post(world, '/devices', await enrolmentBody(world, actor, 'nobody-has-this-code'));
    expect(wrong).toMatchObject({ status: 403, body: { code: 'enrolment_refused' } });
    await expect(enrol(world, actor)).resolves.toMatchObject({ deviceId: expect.stringMatching(/^dev_/) });
  });

  test('OA-KEY-02 takes a code once', async () => {
    const code = await loginCode(world, await newDelegator(world));
    const first = await post(world, '/devices', await enrolmentBody(world, await keyActor(), code));
    expect(first.status).toBe(201);
    const second = await post(world, '/devices', await enrolmentBody(world, await keyActor(), code));
    expect(second.body.code).toBe('enrolment_refused');
  });

  test('OA-KEY-02 two requests race for one code: one device', async () => {
    const code = await loginCode(world, await newDelegator(world));
    const bodies = await Promise.all(
      [await keyActor(), await keyActor(), await keyActor()].map((actor) =>
        enrolmentBody(world, actor, code),
      ),
    );
    const answers = await Promise.all(bodies.map((body) => post(world, '/devices', body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 403, 403]);
  });

  test('OA-KEY-02 refuses a code past its end, and takes it a second before', async () => {
    const delegatorIdentity = await newDelegator(world);
    const request = { now: world.time.now - 60, random, delegatorIdentity, identityMethod: 'counter' };
    const over = await createEnrolmentCode(world.store, { ...request, lifetimeSeconds: 60 });
    const lasting = await createEnrolmentCode(world.store, { ...request, lifetimeSeconds: 61 });
    const actor = await keyActor();
    expect((await post(world, '/devices', await enrolmentBody(world, actor, over))).body.code).toBe(
      'enrolment_refused',
    );
    expect((await post(world, '/devices', await enrolmentBody(world, actor, lasting))).status).toBe(201);
  });

  test('OA-KEY-03 refuses a proof by another key, and the code stays good', async () => {
    const code = await loginCode(world, await newDelegator(world));
    const [actor, thief] = [await keyActor(), await keyActor()];
    const stolen = { ...(await enrolmentBody(world, thief, code)), jwk: actor.publicJwk };
    expect(await post(world, '/devices', stolen)).toMatchObject({
      status: 401,
      body: { code: 'possession_proof_invalid' },
    });
    expect((await post(world, '/devices', await enrolmentBody(world, actor, code))).status).toBe(201);
  });

  test('OA-KEY-03 refuses a proof that names another sender', async () => {
    const code = await loginCode(world, await newDelegator(world));
    const actor = await keyActor();
    const named = await post(world, '/devices', await enrolmentBody(world, actor, code, { iss: 'somebody' }));
    expect(named.body.code).toBe('possession_proof_invalid');
    expect((await post(world, '/devices', await enrolmentBody(world, actor, code))).status).toBe(201);
  });

  test.each([
    ['command_target_mismatch', { target: 'another-key' }],
    ['command_target_mismatch', { action: 'tool.read' as const }],
    ['command_audience_mismatch', { aud: 'did:act:other.example/iac' }],
    ['command_time_out_of_window', { iat: 1_000 }],
  ])('refuses a proof with %s', async (code, changes) => {
    const actor = await keyActor();
    const login = await loginCode(world, await newDelegator(world));
    expect((await post(world, '/devices', await enrolmentBody(world, actor, login, changes))).body.code).toBe(
      code,
    );
    expect((await post(world, '/devices', await enrolmentBody(world, actor, login))).status).toBe(201);
  });

  test('OA-CMD-02 the same proof is good once', async () => {
    const delegator = await newDelegator(world);
    const body = await enrolmentBody(world, await keyActor(), await loginCode(world, delegator));
    expect((await post(world, '/devices', body)).status).toBe(201);
    const again = await post(world, '/devices', { ...body, login_code: await loginCode(world, delegator) });
    expect(again.body.code).toBe('command_duplicate');
  });

  test('the same key with a new code answers the same device; for somebody else it is refused', async () => {
    const actor = await keyActor();
    const device = await enrol(world, actor);
    const again = await enrol(world, actor, device.delegator);
    expect(again).toMatchObject({ deviceId: device.deviceId, enrolment: device.enrolment });
    const other = await loginCode(world, await newDelegator(world));
    const taken = await post(world, '/devices', await enrolmentBody(world, actor, other));
    expect(taken.body.code).toBe('enrolment_refused');
  });

  test('OA-KEY-01 a device that was removed is not known any more', async () => {
    const actor = await keyActor();
    const device = await enrol(world, actor);
    expect((await inbox(world, device)).status).toBe(200);
    expect(await removeDevice(world.store, device.deviceId, world.time.now)).toBe(true);
    expect(await inbox(world, device)).toMatchObject({ status: 401, body: { code: 'device_unknown' } });
    const code = await loginCode(world, device.delegator);
    expect((await post(world, '/devices', await enrolmentBody(world, actor, code))).body.code).toBe(
      'enrolment_refused',
    );
    expect(await removeDevice(world.store, device.deviceId, world.time.now)).toBe(false);
  });

  test('OA-KEY-21 a device is replaced by a second one beside it, and then removed', async () => {
    const [former, delegator] = [await keyActor(), await newDelegator(world)];
    const first = await enrol(world, former, delegator);
    const delegationId = await issue(world, first);
    const second = await enrol(world, await keyActor(), delegator);
    for (const device of [first, second]) expect((await inbox(world, device)).status).toBe(200);
    expect(await removeDevice(world.store, first.deviceId, world.time.now)).toBe(true);
    expect((await inbox(world, first)).body.code).toBe('device_unknown');
    expect((await lifecycle(world, first, 'revoke', delegationId)).body.code).toBe('device_unknown');
    // What the former device confirmed stays good, and the delegator's other device may speak about it.
    expect((await readMandate(world, delegationId)).body.status).toBe('Active');
    expect((await lifecycle(world, second, 'suspend', delegationId)).body.status).toBe('Suspended');
  });

  test('OA-KEY-08 a device whose enrolment has ended is not known, a second before its end it is', async () => {
    const [actor, start] = [await keyActor(), world.time.now];
    const device = await enrol(world, actor);
    const lifetime = readMessage('enrolment', device.enrolment).claims.exp - start;
    world.time.now = start + lifetime - 1;
    expect((await inbox(world, device)).status).toBe(200);
    const next = await enrol(world, await keyActor(), device.delegator);
    world.time.now = start + lifetime;
    expect((await inbox(world, device)).body.code).toBe('device_unknown');
    expect((await inbox(world, next)).status).toBe(200);
    const code = await loginCode(world, device.delegator);
    const again = await post(world, '/devices', await enrolmentBody(world, actor, code));
    expect(again.body.code).toBe('enrolment_refused');
  });

  test('an identity established elsewhere is taken over as it is', async () => {
    const holder = {
      now: world.time.now,
      random,
      domain: 'bank.example',
      delegatorIdentity: 'did:act:x.example/u-1',
    };
    expect(await createAccountHolder(world.store, holder)).toBe('did:act:x.example/u-1');
    expect(await createAccountHolder(world.store, holder)).toBe('did:act:x.example/u-1');
    const device = await enrol(world, await keyActor(), 'did:act:x.example/u-1');
    expect(device.delegator).toBe('did:act:x.example/u-1');
  });

  test('only the hash of a code is stored', async () => {
    const code = await loginCode(world, await newDelegator(world));
    const rows = await world.store.read.all('SELECT * FROM enrolment_codes');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.flatMap((row) => Object.values(row))).not.toContain(code);
  });

  test('an unsigned enrolment is signed at the next start, and the first signature stays', async () => {
    const device = await enrol(world, await keyActor());
    await world.store.transact((tx) => tx.run('UPDATE issued_messages SET compact = NULL'));
    await world.restart().start();
    const rows = await world.store.read.all('SELECT compact FROM issued_messages WHERE message_id = $1', [
      `enrolment:${device.deviceId}`,
    ]);
    expect(rows).toEqual([{ compact: expect.stringMatching(/^ey/) }]);
  });
});
