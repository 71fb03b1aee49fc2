import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ActError } from '../../protocol/errors/index.ts';
import { IDS } from '../../verifier/testing/actors.ts';
import {
  createTestWorld,
  delegationEvents,
  enrol,
  issue,
  lifecycle,
  type TestDevice,
  type TestWorld,
} from '../testing/world.ts';
import { recordExpiries } from './expiry.ts';

// TSD-ATT-EVT-12, ADD-IAC-LCM-16
describe('the end of a mandate', () => {
  let world: TestWorld;
  let device: TestDevice;
  let end: number;
  const ids: Record<'active' | 'suspended' | 'revoked', string> = { active: '', suspended: '', revoked: '' };
  const lastOf = async (id: string) =>
    (await delegationEvents(world, id)).map(({ event_type }) => event_type);

  beforeEach(async () => {
    world = await createTestWorld();
    device = await enrol(world, world.actors.device);
    for (const name of ['active', 'suspended', 'revoked'] as const) ids[name] = await issue(world, device);
    await lifecycle(world, device, 'suspend', ids.suspended);
    await lifecycle(world, device, 'revoke', ids.revoked);
    const row = await world.store.read.get('SELECT ends_at FROM iac_mandates WHERE delegation_id = $1', [
      ids.active,
    ]);
    end = Number(row?.ends_at);
  });
  afterEach(() => world.close());

  test('is told of when it has come, and not a second before', async () => {
    world.time.now = end - 1;
    await world.issuer.tend();
    expect(await lastOf(ids.active)).not.toContain('act:delegation:delegation-expired');
    world.time.now = end + 3_600;
    await world.issuer.tend();
    const expired = (await delegationEvents(world, ids.active)).filter(
      ({ event_type }) => event_type === 'act:delegation:delegation-expired',
    );
    // Dated with the end of the window, whenever it is told of.
    expect(expired).toMatchObject([{ at: end, subject: [ids.active, 'expired'] }]);
  });

  // ADD-IAC-LCM-07, OA-TIM-06
  test('is not told of while a process whose clock is behind could still revoke the mandate', async () => {
    const ahead = {
      store: world.store,
      issuerId: IDS.issuer,
      trust: { current: async () => world.trustList },
    };
    expect(await recordExpiries({ ...ahead, clock: () => end + 59 })).toBe(0);
    world.time.now = end - 1;
    expect(await lifecycle(world, device, 'revoke', ids.suspended)).toMatchObject({ status: 200 });
    expect(await recordExpiries({ ...ahead, clock: () => end + 60 })).toBe(1);
    expect(await lastOf(ids.suspended)).not.toContain('act:delegation:delegation-expired');
    expect(await lastOf(ids.active)).toContain('act:delegation:delegation-expired');
  });

  test('is not told of by a clock that is further ahead than the trust list reaches (OA-TIM-05)', async () => {
    const trust = {
      async current(now: number) {
        if (now >= end + 3_600) throw new ActError('trust_list_stale');
        return world.trustList;
      },
    };
    const deps = { store: world.store, issuerId: IDS.issuer, trust };
    expect(await recordExpiries({ ...deps, clock: () => end + 3_600 })).toBe(0);
    expect(await lastOf(ids.active)).not.toContain('act:delegation:delegation-expired');
    expect(await recordExpiries({ ...deps, clock: () => end + 3_599 })).toBe(2);
    expect(await lastOf(ids.active)).toContain('act:delegation:delegation-expired');
  });

  test('is told of once, also of a suspended mandate, and not of a revoked one', async () => {
    world.time.now = end + 3_600;
    await world.issuer.tend();
    await world.issuer.tend();
    const expiries = async (id: string) =>
      (await lastOf(id)).filter((type) => type === 'act:delegation:delegation-expired');
    expect(await expiries(ids.active)).toHaveLength(1);
    expect(await expiries(ids.suspended)).toHaveLength(1);
    expect(await expiries(ids.revoked)).toHaveLength(0);
  });

  test('is told of in one go, however many mandates end at the same time', async () => {
    const MANY = 250;
    const row = await world.store.read.get('SELECT * FROM iac_mandates WHERE delegation_id = $1', [
      ids.active,
    ]);
    const columns = Object.keys(row ?? {});
    const places = columns.map((_name, at) => `$${at + 1}`).join(', ');
    await world.store.transact(async (tx) => {
      for (let at = 0; at < MANY; at += 1) {
        const one = { ...row, delegation_id: `of-many-${at}`, status_index: null };
        await tx.run(
          `INSERT INTO iac_mandates (${columns.join(', ')}) VALUES (${places})`,
          Object.values(one),
        );
      }
    });
    world.time.now = end + 3_600;
    await world.issuer.tend();
    expect(await lastOf('of-many-0')).toEqual(['act:delegation:delegation-expired']);
    const told = await world.store.read.all(
      "SELECT event_key FROM record_outbox WHERE event_key LIKE 'act:delegation:delegation-expired %'",
    );
    // The active and the suspended one besides.
    expect(told).toHaveLength(MANY + 2);
  });

  test('that cannot be told of holds up no other', async () => {
    await world.store.transact((tx) =>
      tx.run("UPDATE iac_mandates SET iac = 'not JSON', ends_at = ends_at - 1 WHERE delegation_id = $1", [
        ids.suspended,
      ]),
    );
    world.time.now = end + 3_600;
    await expect(world.issuer.tend()).rejects.toThrow('not valid JSON');
    expect(await lastOf(ids.active)).toContain('act:delegation:delegation-expired');
  });

  test('is told of when something else that is due cannot be done', async () => {
    await world.store.transact((tx) => tx.run('ALTER TABLE payments RENAME TO gone'));
    world.time.now = end + 3_600;
    await expect(world.issuer.tend()).rejects.toThrow();
    expect(await lastOf(ids.active)).toContain('act:delegation:delegation-expired');
  });
});
