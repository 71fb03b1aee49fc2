import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { DAY_SECONDS, IDS, keyActor, WORLD_NOW } from '../../verifier/testing/actors.ts';
import {
  command,
  createTestWorld,
  delegationEvents,
  enrol,
  iacFor,
  issue,
  lifecycle,
  mandateBody,
  post,
  readMandate,
  type TestDevice,
  type TestWorld,
} from '../testing/world.ts';
import { localStatusOf } from './index.ts';

describe('mandate lifecycle', () => {
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

  const statusOf = async (delegationId: string) => (await readMandate(world, delegationId)).body.status;
  const local = (delegationId: string) => localStatusOf(world.store.read, delegationId);

  async function eventsOf(delegationId: string) {
    const events = await delegationEvents(world, delegationId);
    return events.map(({ event_type }) => event_type.replace('act:delegation:delegation-', ''));
  }

  async function revokeAsAgent(delegationId: string) {
    const claims = { iss: IDS.agent, action: 'mandate.revoke', target: delegationId } as const;
    const signed = await command(world, world.actors.agent.signer, claims);
    return post(world, `/mandates/${delegationId}/revoke`, { command: signed });
  }

  test('ADD-IAC-LCM-01, -02, -04, -05 Active → Suspended → Active → Revoked, by the delegator, with an event for each (TSD-ATT-EVT-08, TSD-ATT-EVT-09, TSD-ATT-EVT-10, TSD-ATT-EVT-11, ADD-IAC-LCM-16)', async () => {
    const id = await issue(world, device);
    expect(await local(id)).toBe('Active');
    expect((await lifecycle(world, device, 'suspend', id)).body).toEqual({
      delegation_id: id,
      status: 'Suspended',
    });
    expect(await local(id)).toBe('Suspended');
    expect((await lifecycle(world, device, 'resume', id)).body.status).toBe('Active');
    expect(await local(id)).toBe('Active');
    expect((await lifecycle(world, device, 'revoke', id)).body.status).toBe('Revoked');
    expect(await local(id)).toBe('Revoked');
    expect(await statusOf(id)).toBe('Revoked');
    expect(await eventsOf(id)).toEqual(['issued', 'suspended', 'resumed', 'revoked']);
  });

  test('ADD-IAC-LCM-05 the agent may revoke, from Suspended too', async () => {
    const id = await issue(world, device);
    await lifecycle(world, device, 'suspend', id);
    expect((await revokeAsAgent(id)).body.status).toBe('Revoked');
  });

  test.each(['suspend', 'resume'] as const)('OA-CMD-01 the agent may not %s', async (action) => {
    const id = await issue(world, device);
    if (action === 'resume') await lifecycle(world, device, 'suspend', id);
    const claims = { iss: IDS.agent, action: `mandate.${action}`, target: id } as const;
    const signed = await command(world, world.actors.agent.signer, claims);
    const refused = await post(world, `/mandates/${id}/${action}`, { command: signed });
    expect(refused).toMatchObject({ status: 403, body: { code: 'command_not_permitted' } });
    expect((await lifecycle(world, device, action, id)).status).toBe(200);
  });

  test('OA-CMD-01 the device of another delegator may do nothing', async () => {
    const id = await issue(world, device);
    const stranger = await enrol(world, await keyActor());
    for (const action of ['suspend', 'resume', 'revoke'] as const) {
      expect((await lifecycle(world, stranger, action, id)).body.code).toBe('command_not_permitted');
    }
    expect(await statusOf(id)).toBe('Active');
  });

  test('OA-CMD-02 a replayed command is refused and changes nothing', async () => {
    const id = await issue(world, device);
    const claims = { iss: device.deviceId, action: 'mandate.suspend', target: id } as const;
    const body = { command: await command(world, device.signer, claims) };
    expect((await post(world, `/mandates/${id}/suspend`, body)).status).toBe(200);
    await lifecycle(world, device, 'resume', id);
    expect((await post(world, `/mandates/${id}/suspend`, body)).body.code).toBe('command_duplicate');
    expect(await statusOf(id)).toBe('Active');
  });

  test.each([
    ['command_target_mismatch', { target: 'dlg_other' }],
    ['command_target_mismatch', { action: 'mandate.revoke' as const }],
    ['command_audience_mismatch', { aud: IDS.psp }],
    ['command_time_out_of_window', { iat: 1_000 }],
  ])('refuses a command with %s', async (code, changes) => {
    const id = await issue(world, device);
    expect((await lifecycle(world, device, 'suspend', id, changes)).body.code).toBe(code);
    expect((await lifecycle(world, device, 'suspend', id)).status).toBe(200);
  });

  describe('ADD-IAC-LCM-09 illegal transitions', () => {
    const illegal = { status: 409, body: { code: 'mandate_transition_illegal' } };

    test('an Active mandate cannot be resumed, a suspended one not suspended again', async () => {
      const id = await issue(world, device);
      expect(await lifecycle(world, device, 'resume', id)).toMatchObject(illegal);
      expect((await lifecycle(world, device, 'suspend', id)).status).toBe(200);
      expect(await lifecycle(world, device, 'suspend', id)).toMatchObject(illegal);
    });

    test('Revoked is final', async () => {
      const id = await issue(world, device);
      expect((await lifecycle(world, device, 'revoke', id)).status).toBe(200);
      for (const action of ['suspend', 'resume', 'revoke'] as const) {
        expect(await lifecycle(world, device, action, id)).toMatchObject(illegal);
      }
      const by = world.issuer.risk.suspendByRiskControl({ delegationId: id, recoveryCondition: 'review' });
      await expect(by).rejects.toMatchObject({ code: 'mandate_transition_illegal' });
    });

    test.each(['Active', 'Suspended'])(
      'ADD-IAC-LCM-07 Expired is final, reached from %s at the very second',
      async (from) => {
        const id = await issue(world, device);
        if (from === 'Suspended') await lifecycle(world, device, 'suspend', id);
        const now = world.time.now;
        world.time.now = now + 5 * DAY_SECONDS - 1;
        expect(await statusOf(id)).toBe(from);
        world.time.now += 1;
        expect(await statusOf(id)).toBe('Expired');
        for (const action of ['suspend', 'resume', 'revoke'] as const) {
          expect(await lifecycle(world, device, action, id)).toMatchObject(illegal);
        }
      },
    );

    test('a mandate that waits for its confirmation has no lifecycle yet', async () => {
      const iac = await iacFor(device.delegator);
      await post(world, '/mandates', await mandateBody(world, iac));
      expect(await lifecycle(world, device, 'revoke', iac.delegation_id)).toMatchObject(illegal);
      expect(await local(iac.delegation_id)).toBe('unknown');
      expect(await local('dlg_none')).toBe('unknown');
    });
  });

  describe('ADD-IAC-LCM-15 whoever suspends lifts', () => {
    test('ADD-IAC-LCM-02, ADD-IAC-LCM-04 risk control suspends and lifts; the delegator cannot lift it', async () => {
      const id = await issue(world, device);
      const request = { delegationId: id, recoveryCondition: 'Identity checked again.' };
      expect(await world.issuer.risk.suspendByRiskControl(request)).toBe('Suspended');
      expect(await lifecycle(world, device, 'resume', id)).toMatchObject({
        status: 409,
        body: { code: 'mandate_recovery_condition' },
      });
      expect(await local(id)).toBe('Suspended');
      expect(await world.issuer.risk.resumeByRiskControl({ delegationId: id })).toBe('Active');
    });

    test('risk control cannot lift the delegator’s suspension', async () => {
      const id = await issue(world, device);
      await lifecycle(world, device, 'suspend', id);
      const lifted = world.issuer.risk.resumeByRiskControl({ delegationId: id });
      await expect(lifted).rejects.toMatchObject({ code: 'mandate_recovery_condition' });
      expect((await lifecycle(world, device, 'resume', id)).body.status).toBe('Active');
    });

    test('with two suspensions the mandate is Active again after both are lifted; one event each way', async () => {
      const id = await issue(world, device);
      await lifecycle(world, device, 'suspend', id);
      const request = { delegationId: id, recoveryCondition: 'review', reason: 'pattern' };
      expect(await world.issuer.risk.suspendByRiskControl(request)).toBe('Suspended');
      expect((await lifecycle(world, device, 'resume', id)).body.status).toBe('Suspended');
      expect(await local(id)).toBe('Suspended');
      expect(await world.issuer.risk.resumeByRiskControl({ delegationId: id })).toBe('Active');
      expect(await eventsOf(id)).toEqual(['issued', 'suspended', 'resumed']);
    });

    test('a suspension states its recovery condition', async () => {
      const id = await issue(world, device);
      const silent = world.issuer.risk.suspendByRiskControl({ delegationId: id, recoveryCondition: ' ' });
      await expect(silent).rejects.toMatchObject({ code: 'schema_mismatch' });
      const params = { recovery_condition: 'When I am back.' };
      expect((await lifecycle(world, device, 'suspend', id, { params })).status).toBe(200);
      const row = await world.store.read.get(
        'SELECT delegator_hold FROM iac_mandates WHERE delegation_id = $1',
        [id],
      );
      expect(row).toMatchObject({ delegator_hold: 'When I am back.' });
      // Free text stays in the house: the event says who suspended it.
      const bodies = (await delegationEvents(world, id)).map(({ event_body }) => event_body);
      expect(bodies).toContainEqual({ by: 'delegator' });
      expect(JSON.stringify(bodies)).not.toContain('When I am back.');
    });
  });
});
