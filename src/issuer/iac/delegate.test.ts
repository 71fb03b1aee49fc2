import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { digestOfJws } from '../../protocol/digest/index.ts';
import type { Ext, IacPayload } from '../../protocol/generated/types.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import { newId } from '../../protocol/ports.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { verifyMandate } from '../../verifier/index.ts';
import { IDS } from '../../verifier/testing/actors.ts';
import { childIac, delegationBody } from '../testing/delegation.ts';
import {
  type Answer,
  command,
  createTestWorld,
  delegationEvents,
  enrol,
  iacFor,
  issue,
  lifecycle,
  mandateBody,
  post,
  random,
  readMandate,
  type TestDevice,
  type TestWorld,
} from '../testing/world.ts';
import { revokeMandate } from './lifecycle.ts';

/** What the delegator gives in these tests: may be handed on twice, up to 1800.00. */
const ROOT: Ext = {
  commerce: { allowed_merchants: [IDS.merchant], max_single_amount: 10 },
  openact: { delegation_depth: 2, times_limit: 3 },
};

describe('handing a mandate down', () => {
  let world: TestWorld;
  let device: TestDevice;
  let rootId: string;
  let root: string;

  beforeAll(async () => {
    world = await createTestWorld();
    device = await enrol(world, world.actors.device);
  });

  afterAll(() => world.close());

  beforeEach(async () => {
    rootId = await issue(world, device, { ext: ROOT });
    root = (await readMandate(world, rootId)).body.mandate;
  });

  async function delegate(parentId: string, iac: IacPayload, change = {}): Promise<Answer> {
    return post(
      world,
      `/mandates/${parentId}/delegations`,
      await delegationBody(world, parentId, iac, change),
    );
  }

  it('has room for thirty-two below one mandate, and for another when one of them is revoked', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 32; count += 1) ids.push((await handedDown()).id);
    const full = await delegate(rootId, await childIac(root));
    expect(full).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
    expect((await lifecycle(world, device, 'revoke', ids[0] ?? '')).status).toBe(200);
    expect((await delegate(rootId, await childIac(root))).status).toBeLessThan(300);
  });

  /** As if it had been handed down. */
  async function insertBelow(parentId: string, count: number): Promise<string[]> {
    const row = await world.store.read.get('SELECT * FROM iac_mandates WHERE delegation_id = $1', [rootId]);
    const columns = Object.keys(row ?? {});
    const places = columns.map((_, at) => `$${at + 1}`);
    const ids = Array.from({ length: count }, () => newId(random, 'dlg'));
    await world.store.transact(async (tx) => {
      for (const delegation_id of ids) {
        const below = { ...row, delegation_id, parent_id: parentId, status_index: null };
        await tx.run(
          `INSERT INTO iac_mandates (${columns.join(', ')}) VALUES (${places.join(', ')})`,
          Object.values(below),
        );
      }
    });
    return ids;
  }

  it('has room for five hundred and twelve below the one of the delegator, at any depth', async () => {
    const [first = '', ...others] = await insertBelow(rootId, 16);
    const last = await insertBelow(first, 31);
    for (const id of others) await insertBelow(id, 31);
    const full = await delegate(rootId, await childIac(root));
    expect(full).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
    expect((await lifecycle(world, device, 'revoke', last[0] ?? '')).status).toBe(200);
    expect((await delegate(rootId, await childIac(root))).status).toBe(201);
  });

  it('is revoked with all below it in as many exchanges with the engine as one alone (OA-DLG-07)', async () => {
    /** How often the work waits for the engine: what is sent together is answered together. */
    async function exchanges(delegationId: string): Promise<number> {
      let waiting = 0;
      let count = 0;
      const counted =
        <Args extends unknown[], T>(send: (...args: Args) => Promise<T>) =>
        async (...args: Args): Promise<T> => {
          if (waiting === 0) count += 1;
          waiting += 1;
          try {
            return await send(...args);
          } finally {
            waiting -= 1;
          }
        };
      const request = { issuerId: IDS.issuer, delegationId, by: 'delegator', now: world.time.now } as const;
      await world.store.transact((tx) =>
        revokeMandate({ all: counted(tx.all), get: counted(tx.get), run: counted(tx.run) }, request),
      );
      return count;
    }
    const alone = await exchanges(await issue(world, device, { ext: ROOT }));
    const below = await insertBelow(rootId, 8);
    for (const id of below.slice(0, 4)) below.push(...(await insertBelow(id, 8)));
    expect(await exchanges(rootId)).toBe(alone);
    const states = await Promise.all(
      below.map((id) =>
        world.store.read.get('SELECT state FROM iac_mandates WHERE delegation_id = $1', [id]),
      ),
    );
    expect(new Set(states.map((row) => row?.state))).toEqual(new Set(['REVOKED']));
    expect(states).toHaveLength(40);
    for (const id of below) {
      const told = (await delegationEvents(world, id)).map(({ event_body }) => event_body);
      expect(told).toEqual([{ by: 'delegator', revoked_with: rootId }]);
    }
  });

  /** From the agent to the other agent, and the id. */
  async function handedDown(): Promise<{ readonly id: string; readonly body: Answer['body'] }> {
    const iac = await childIac(root);
    const { status, body } = await delegate(rootId, iac);
    if (status !== 201) throw new Error(`not handed down: ${body.code}`);
    return { id: iac.delegation_id, body };
  }

  async function statusOf(id: string, by: 'agent' | 'otherAgent' = 'otherAgent'): Promise<string> {
    const signed = await command(world, world.actors[by].signer, {
      iss: IDS[by],
      action: 'mandate.read',
      target: id,
    });
    const headers = { authorization: `ACT-Command ${signed}` };
    const answer = (await (await world.issuer.app.request(`/mandates/${id}`, { headers })).json()) as {
      status: string;
    };
    return answer.status;
  }

  it('is done on the word of the agent above and the proof of the agent below, without a new confirmation (OA-DLG-08)', async () => {
    const { body } = await handedDown();
    expect(body.mandate_chain).toEqual([root]);
    const { claims } = readMessage('mandate', body.mandate);
    expect(claims.confirmation_digest).toBe(readMessage('mandate', root).claims.confirmation_digest);
    expect(claims.cnf.jkt).toBe(world.actors.otherAgent.jkt);
    const context = { trustList: world.trustList, now: world.time.now, audience: IDS.psp };
    const state = { status: 'Active', above: [{ status: 'Active' }] } as const;
    const judged = await verifyMandate(
      { mandate: body.mandate, mandate_chain: body.mandate_chain },
      context,
      state,
    );
    expect(judged.refusal).toBeUndefined();
    const alone = await verifyMandate({ mandate: body.mandate }, context, state);
    expect(alone.refusal).toMatchObject({ code: 'mandate_chain_broken', requirement: 'OA-DLG-01' });
  });

  it('is the same mandate when it is asked for again, and nobody else can use its id', async () => {
    const iac = await childIac(root);
    const first = await delegate(rootId, iac);
    const again = await delegate(rootId, iac);
    expect(again.body.mandate).toBe(first.body.mandate);
    const other = await delegate(rootId, { ...iac, max_total_amount: 499 });
    expect(other.body.code).toBe('delegation_id_reused');
  });

  it('is answered as it stands when it is asked for again, not as it was (OA-DLG-05, OA-DLG-08)', async () => {
    const iac = await childIac(root);
    expect((await delegate(rootId, iac)).body.status).toBe('Active');
    await lifecycle(world, device, 'suspend', rootId);
    expect((await delegate(rootId, iac)).body.status).toBe('Suspended');
    await lifecycle(world, device, 'resume', rootId);
    expect((await delegate(rootId, iac)).body.status).toBe('Active');
    await lifecycle(world, device, 'revoke', rootId);
    expect((await delegate(rootId, iac)).body.status).toBe('Revoked');
  });

  it.each<[string, Partial<IacPayload>, Ext, string]>([
    ['a larger total', { max_total_amount: 1800.01 }, {}, 'mandate_widened'],
    ['a later end', { validity_end_time: formatUtcSeconds(2_000_000_000) }, {}, 'mandate_widened'],
    ['another currency', { currency: 'HKD' }, {}, 'mandate_widened'],
    [
      'another merchant',
      {},
      { commerce: { allowed_merchants: [IDS.merchant, IDS.otherMerchant] } },
      'mandate_widened',
    ],
    [
      'a larger single limit',
      {},
      { commerce: { ...ROOT.commerce, max_single_amount: 11 } },
      'mandate_widened',
    ],
    ['more uses', {}, { openact: { times_limit: 4 } }, 'mandate_widened'],
    ['as many steps as are left above', {}, { openact: { delegation_depth: 2 } }, 'mandate_depth_exceeded'],
    [
      'another delegator',
      { delegator_identity: 'did:act:bank.example/u-other' },
      {},
      'mandate_parent_mismatch',
    ],
    ['another intent', { source_isr_digest: 'A'.repeat(43) }, {}, 'mandate_parent_mismatch'],
    ['another parent', {}, { openact: { parent_mandate: 'A'.repeat(43) } }, 'mandate_chain_broken'],
    [
      'a confirmation of its own',
      { user_confirmation_method: 'FACE', user_confirmation_timestamp: formatUtcSeconds(1) },
      {},
      'confirmation_evidence_mismatch',
    ],
  ])('is refused with %s (OA-DLG-03, OA-DLG-04)', async (_name, changes, ext, code) => {
    const iac = await childIac(root, changes, ext);
    expect((await delegate(rootId, iac)).body.code).toBe(code);
    const good = await childIac(root);
    expect((await delegate(rootId, good)).status).toBe(201);
  });

  it('needs a mandate that allows it', async () => {
    const plainId = await issue(world, device);
    const plain = (await readMandate(world, plainId)).body.mandate;
    const { iac } = readMessage('mandate', plain).claims;
    const child = await childIac(plain, {}, { openact: { ...iac.ext?.openact } });
    const answer = await delegate(plainId, child);
    expect(answer.body).toMatchObject({ code: 'mandate_depth_exceeded', requirement: 'OA-DLG-03' });
  });

  it('is refused to anybody but the agent above', async () => {
    const iac = await childIac(root);
    expect((await delegate(rootId, iac, { by: 'otherAgent' })).body.code).toBe('command_not_permitted');
    const elsewhere = await delegate(rootId, iac, { delegation: { params: { digest: 'A'.repeat(43) } } });
    expect(elsewhere.body.code).toBe('command_target_mismatch');
    expect((await delegate(rootId, iac)).status).toBe(201);
  });

  it('goes on to a third agent one step less deep, with the whole chain', async () => {
    const first = await childIac(root, {}, { openact: { delegation_depth: 1 } });
    const { body } = await delegate(rootId, first);
    const second = await childIac(body.mandate, { max_total_amount: 100 }, { openact: { times_limit: 1 } });
    const answer = await delegate(first.delegation_id, second, { by: 'otherAgent' });
    expect(answer.body.mandate_chain).toEqual([root, body.mandate]);
    const third = await childIac(
      answer.body.mandate,
      { max_total_amount: 10 },
      { openact: { times_limit: 1 } },
    );
    const over = await delegate(second.delegation_id, third, { by: 'otherAgent' });
    expect(over.body.code).toBe('mandate_depth_exceeded');
  });

  it('cannot be had by asking the delegator for it (OA-DLG-01)', async () => {
    const iac = await iacFor(device.delegator, {
      ext: { ...ROOT, openact: { parent_mandate: await digestOfJws(root) } },
    });
    expect((await post(world, '/mandates', await mandateBody(world, iac))).body.code).toBe(
      'mandate_chain_broken',
    );
  });

  it('ends with the mandate above: revoked in the same transaction, each with its event (OA-DLG-07)', async () => {
    const { id } = await handedDown();
    expect(await statusOf(id)).toBe('Active');
    await lifecycle(world, device, 'revoke', rootId);
    expect(await statusOf(id)).toBe('Revoked');
    const events = await delegationEvents(world, id);
    expect(events.at(-1)).toMatchObject({
      event_type: 'act:delegation:delegation-revoked',
      event_body: { by: 'delegator', revoked_with: rootId },
    });
    const late = await delegate(rootId, await childIac(root));
    expect(late.body.code).toBe('parent_not_active');
  });

  it('stands still while the mandate above is suspended, and goes on with it (OA-DLG-05)', async () => {
    const { id } = await handedDown();
    await lifecycle(world, device, 'suspend', rootId);
    expect(await statusOf(id)).toBe('Suspended');
    expect((await delegate(rootId, await childIac(root))).body.code).toBe('parent_not_active');
    await lifecycle(world, device, 'resume', rootId);
    expect(await statusOf(id)).toBe('Active');
  });

  it('is taken back by the agent that handed it down, and leaves the mandate above alone (OA-DLG-09)', async () => {
    const { id } = await handedDown();
    const revoke = async (by: 'agent' | 'otherAgent', target: string) => {
      const signed = await command(world, world.actors[by].signer, {
        iss: IDS[by],
        action: 'mandate.revoke',
        target,
      });
      return post(world, `/mandates/${target}/revoke`, { command: signed });
    };
    expect((await revoke('otherAgent', rootId)).body.code).toBe('command_not_permitted');
    expect((await revoke('agent', id)).body.status).toBe('Revoked');
    expect(await statusOf(rootId, 'agent')).toBe('Active');
  });
});
