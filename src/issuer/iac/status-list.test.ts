import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { JWS_MAX_BYTES } from '../../protocol/limits.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import { assertAccepted, verifyStatusList } from '../../verifier/index.ts';
import { IDS, WORLD_NOW } from '../../verifier/testing/actors.ts';
import {
  createTestWorld,
  enrol,
  get,
  issue,
  lifecycle,
  random,
  readMandate,
  type TestDevice,
  type TestWorld,
} from '../testing/world.ts';
import { STATUS_LIST_ENTRIES } from './index.ts';
import { allotStatusIndex } from './status-index.ts';

const URI = 'https://bank.example/status-lists/1';

describe('status list', () => {
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

  async function listed(delegationId: string) {
    const { body } = await readMandate(world, delegationId);
    const { idx, uri } = readMessage('mandate', body.mandate).claims.status.status_list;
    const { body: compact } = await get(world, new URL(uri).pathname);
    const context = { trustList: world.trustList, now: world.time.now, issuer: IDS.issuer, uri };
    const verified = await verifyStatusList(compact, context);
    assertAccepted(verified);
    return verified.facts?.statusAt(idx);
  }

  test('OA-STL-04 the signed list follows every change at once', async () => {
    const id = await issue(world, device);
    expect(await listed(id)).toBe('Active');
    await lifecycle(world, device, 'suspend', id);
    expect(await listed(id)).toBe('Suspended');
    await lifecycle(world, device, 'resume', id);
    expect(await listed(id)).toBe('Active');
    await world.issuer.risk.suspendByRiskControl({ delegationId: id, recoveryCondition: 'review' });
    expect(await listed(id)).toBe('Suspended');
    await lifecycle(world, device, 'revoke', id);
    expect(await listed(id)).toBe('Revoked');
  });

  test('one mandate’s change is not another’s', async () => {
    const [first, second] = [await issue(world, device), await issue(world, device)];
    await lifecycle(world, device, 'revoke', first);
    expect(await listed(first)).toBe('Revoked');
    expect(await listed(second)).toBe('Active');
  });

  test('OA-STL-02, OA-STL-05 lives 300 seconds, is signed anew after half of them, and may be cached for less', async () => {
    await issue(world, device);
    const now = world.time.now;
    const first = await get(world, '/status-lists/1');
    expect(first.headers.get('content-type')).toBe('application/statuslist+jwt');
    const claims = readMessage('statusList', first.body).claims;
    expect(claims).toMatchObject({ iat: now, exp: now + 300, sub: URI });
    world.time.now = now + 149;
    expect((await get(world, '/status-lists/1')).body).toBe(first.body);
    world.time.now = now + 150;
    const second = readMessage('statusList', (await get(world, '/status-lists/1')).body).claims;
    expect(second).toMatchObject({ iat: now + 150, exp: now + 450 });
  });

  test('OA-HTTP-21 is a public resource', async () => {
    await issue(world, device);
    const { headers } = await get(world, '/status-lists/1');
    expect(headers.get('cache-control')).toBe('public, max-age=10');
  });

  test.each(['2', '0', '01', 'x', '99999999999'])('OA-HTTP-01 there is no list %s', async (number) => {
    await issue(world, device);
    expect((await get(world, `/status-lists/${number}`)).body.code).toBe('not_found');
    expect((await get(world, '/status-lists/1')).status).toBe(200);
  });

  test('another server on the same database sees a change at once', async () => {
    const id = await issue(world, device);
    const other = { ...world, issuer: world.restart() };
    await get(other, '/status-lists/1');
    await lifecycle(world, device, 'revoke', id);
    const { body } = await get(other, '/status-lists/1');
    const context = { trustList: world.trustList, now: world.time.now, issuer: IDS.issuer, uri: URI };
    const verified = await verifyStatusList(body, context);
    assertAccepted(verified);
    const { mandate } = (await readMandate(world, id)).body;
    expect(verified.facts?.statusAt(readMessage('mandate', mandate).claims.status.status_list.idx)).toBe(
      'Revoked',
    );
  });

  test('a list with random statuses everywhere still fits into one message', async () => {
    const full = await createTestWorld({ withPsp: false });
    const owner = await enrol(full, full.actors.device);
    await issue(full, owner);
    const row = await full.store.read.get('SELECT * FROM iac_mandates');
    const statuses = fc.sample(fc.constantFrom('none', 'REVOKED', 'hold'), {
      numRuns: STATUS_LIST_ENTRIES,
      seed: 7,
    });
    await full.store.transact(async (tx) => {
      for (const [index, status] of statuses.entries()) {
        if (index === Number(row?.status_index) || status === 'none') continue;
        await tx.run(
          `INSERT INTO iac_mandates (delegation_id, content_digest, iac, psp_id, delegator, agent_id, agent_jkt, agent_jwk,
             confirmation_id, starts_at, ends_at, state, delegator_hold, revision, status_list, status_index)
           SELECT $1, content_digest, iac, psp_id, delegator, agent_id, agent_jkt, agent_jwk, confirmation_id, starts_at,
             ends_at, $2, $3, 1, 1, $4 FROM iac_mandates WHERE delegation_id = $5`,
          [
            `dlg-${index}`,
            status === 'REVOKED' ? 'REVOKED' : 'ISSUED',
            status === 'hold' ? 'held' : null,
            index,
            String(row?.delegation_id),
          ],
        );
      }
    });
    const { body, status } = await get(full, '/status-lists/1');
    await full.close();
    expect(status).toBe(200);
    expect(body.length).toBeLessThanOrEqual(JWS_MAX_BYTES);
  });
});

describe('status list indexes', () => {
  test('are random and never used twice; a half-full list is followed by the next', async () => {
    const world = await createTestWorld({ withPsp: false });
    const device = await enrol(world, world.actors.device);
    const places = new Set<string>();
    for (let issued = 0; issued < 20; issued += 1) {
      const { body } = await readMandate(world, await issue(world, device));
      places.add(String(readMessage('mandate', body.mandate).claims.status.status_list.idx));
    }
    expect(places.size).toBe(20);
    expect([...places]).not.toEqual([...places].sort((a, b) => Number(a) - Number(b)));
    await world.store.transact((tx) =>
      tx.run('UPDATE iac_status_lists SET allotted = $1', [STATUS_LIST_ENTRIES / 2]),
    );
    const { body } = await readMandate(world, await issue(world, device));
    expect(readMessage('mandate', body.mandate).claims.status.status_list.uri).toBe(
      'https://bank.example/status-lists/2',
    );
    await world.close();
  });

  test('a source of randomness that repeats itself ends in an error, not in a shared index', async () => {
    const world = await createTestWorld({ withPsp: false });
    const device = await enrol(world, world.actors.device);
    const constant = () => new Uint8Array([0, 5]);
    const first = await world.store.transact((tx) => allotStatusIndex(tx, constant));
    expect(first).toEqual({ list: 1, index: 5 });
    const id = await issue(world, device);
    await world.store.transact((tx) =>
      tx.run('UPDATE iac_mandates SET status_index = 5 WHERE delegation_id = $1', [id]),
    );
    const second = world.store.transact((tx) => allotStatusIndex(tx, constant));
    await expect(second).rejects.toMatchObject({ code: 'internal' });
    const third = await world.store.transact((tx) => allotStatusIndex(tx, random));
    expect(third.index).not.toBe(5);
    await world.close();
  });
});
