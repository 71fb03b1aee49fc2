import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { digestOfObject } from '../../protocol/digest/index.ts';
import type { CommandClaims, ToolRequestBody } from '../../protocol/generated/types.ts';
import { signMessage } from '../../protocol/messages/index.ts';
import { newId } from '../../protocol/ports.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { DAY_SECONDS, IDS, keyActor, WORLD_NOW } from '../../verifier/testing/actors.ts';
import { posingAs } from '../../verifier/testing/changes.ts';
import { attestationClaims } from '../../verifier/testing/claims.ts';
import { asJson } from '../json.ts';
import { openAccount } from '../psp/index.ts';
import {
  answer,
  attestation,
  command,
  createTestWorld,
  enrol,
  get,
  inbox,
  newDelegator,
  post,
  random,
  type TestDevice,
  type TestWorld,
} from '../testing/world.ts';

describe('payment tools', () => {
  let world: TestWorld;
  let device: TestDevice;
  async function start(): Promise<void> {
    world = await createTestWorld();
    device = await enrol(world, world.actors.device);
    const account = {
      accountId: 'acct-1',
      owner: device.delegator,
      kind: 'user',
      currency: 'CNY',
      now: WORLD_NOW,
    } as const;
    await world.store.transact((tx) => openAccount(tx, account));
  }
  beforeAll(start);
  // Time goes forward only: whoever has let it pass leaves the next a fresh world.
  afterEach(async () => {
    if (world.time.now === WORLD_NOW) return;
    await world.close();
    await start();
  });
  afterAll(() => world.close());

  const limits = {
    currency: 'CNY',
    max_amount: '600.00',
    valid_until: formatUtcSeconds(WORLD_NOW + 30 * DAY_SECONDS),
  };

  async function toolBody(
    changes: Partial<ToolRequestBody> = {},
    commandChanges: Partial<CommandClaims> = {},
  ): Promise<ToolRequestBody> {
    const wanted = changes.limits ?? limits;
    const signed = await command(world, world.actors.agent.signer, {
      iss: IDS.agent,
      aud: IDS.psp,
      action: 'tool.request',
      target: newId(random, 'treq'),
      params: { digest: await digestOfObject(asJson(wanted)) },
      ...commandChanges,
    });
    return {
      delegator_identity: device.delegator,
      limits: wanted,
      agent_attestation: await attestation(world),
      command: signed,
      ...changes,
    };
  }

  async function readTool(toolRequestId: string) {
    const claims = { iss: IDS.agent, aud: IDS.psp, action: 'tool.read', target: toolRequestId } as const;
    return get(world, `/tools/${toolRequestId}`, await command(world, world.actors.agent.signer, claims));
  }

  async function bind() {
    const { body } = await post(world, '/tools', await toolBody());
    await answer(world, device, body.confirmation_id);
    return (await readTool(body.tool_request_id)).body;
  }

  async function revoke(toolRef: string, by: TestDevice) {
    const claims = { iss: by.deviceId, aud: IDS.psp, action: 'tool.revoke', target: toolRef } as const;
    return post(world, `/tools/${toolRef}/revoke`, { command: await command(world, by.signer, claims) });
  }

  test('PSD-PMT-BND-02, PSD-PMT-BND-10 the account holder sees agent and limits, the agent a reference and no account', async () => {
    const asked = await post(world, '/tools', await toolBody());
    expect(asked).toMatchObject({ status: 202, body: { status: 'PENDING_CONFIRMATION' } });
    expect((await readTool(asked.body.tool_request_id)).body).toEqual({
      tool_request_id: asked.body.tool_request_id,
      status: 'PENDING_CONFIRMATION',
    });
    const entry = (await inbox(world, device)).body.pending[0];
    expect(entry.shown).toMatchObject({ kind: 'tool_binding', limits, agent: { agent_id: IDS.agent } });
    expect(entry.subject_digest).toBe(await digestOfObject(limits));
    expect((await answer(world, device, asked.body.confirmation_id)).body.status).toBe('APPROVED');
    const read = await readTool(asked.body.tool_request_id);
    expect(read.body).toMatchObject({
      status: 'ACTIVE',
      payment_tool_ref: expect.stringMatching(/^tool_/),
    });
    expect(JSON.stringify([asked.body, entry, read.body])).not.toContain('acct-1');
  });

  test('a denied request leaves nothing usable', async () => {
    const { body } = await post(world, '/tools', await toolBody());
    await answer(world, device, body.confirmation_id, { decision: 'DENY' });
    expect((await readTool(body.tool_request_id)).body).toEqual({
      tool_request_id: body.tool_request_id,
      status: 'DENIED',
    });
    expect((await bind()).status).toBe('ACTIVE');
  });

  test('a request that nobody answers lapses', async () => {
    const { body } = await post(world, '/tools', await toolBody());
    expect((await readTool(body.tool_request_id)).body.status).toBe('PENDING_CONFIRMATION');
    world.time.now += 600;
    expect((await readTool(body.tool_request_id)).body.code).toBe('confirmation_expired');
  });

  test('OA-RPL-01 one identifier, one request; the same again answers the same confirmation', async () => {
    const target = newId(random, 'treq');
    const first = await post(world, '/tools', await toolBody({}, { target }));
    const same = await post(world, '/tools', await toolBody({}, { target }));
    expect(same).toMatchObject({ status: 202, body: first.body });
    const more = { ...limits, max_amount: '601.00' };
    const other = await post(world, '/tools', await toolBody({ limits: more }, { target }));
    expect(other.body.code).toBe('request_id_reused');
    await answer(world, device, first.body.confirmation_id);
  });

  test('PSD-PMT-BND-01 needs an account holder with an account', async () => {
    const strangers = ['did:act:bank.example/u-nobody', await newDelegator(world)];
    for (const delegator_identity of strangers) {
      const { body } = await post(world, '/tools', await toolBody({ delegator_identity }));
      expect(body.code).toBe('binding_identity_failed');
    }
    expect((await bind()).status).toBe('ACTIVE');
  });

  test('PSD-PMT-BND-07, PSD-PMT-BND-08 the failures are told apart, and none leaves anything that pays', async () => {
    const { actors } = world;
    const claims = attestationClaims(actors);
    const statedOf = (changes: object, by = actors.provider.signer) =>
      signMessage('attestation', { ...claims, ...changes }, by);
    const inItsName = posingAs(actors.provider, actors.otherDevice);
    const failures: readonly (readonly [string, Partial<ToolRequestBody>])[] = [
      ['binding_identity_failed', { delegator_identity: 'did:act:bank.example/u-nobody' }],
      ['possession_proof_invalid', { agent_attestation: await statedOf({ sub: IDS.otherAgent }) }],
      ['jws_signature_invalid', { agent_attestation: await statedOf({}, inItsName) }],
      ['agent_attestation_expired', { agent_attestation: await statedOf({ exp: WORLD_NOW }) }],
      ['binding_over_limit', { limits: { ...limits, max_amount: '99999999.00' } }],
      ['currency_unknown', { limits: { ...limits, currency: 'XXQ' } }],
    ];
    const usable = async () =>
      (await world.store.read.all("SELECT 1 AS one FROM tools WHERE state = 'ACTIVE'", [])).length;
    const before = await usable();
    for (const [code, changes] of failures) {
      expect((await post(world, '/tools', await toolBody(changes))).body.code, code).toBe(code);
    }
    const denied = (await post(world, '/tools', await toolBody())).body;
    await answer(world, device, denied.confirmation_id, { decision: 'DENY' });
    expect((await readTool(denied.tool_request_id)).body).toEqual({
      tool_request_id: denied.tool_request_id,
      status: 'DENIED',
    });
    expect(await usable()).toBe(before);
    expect((await bind()).status).toBe('ACTIVE');
    expect(await usable()).toBe(before + 1);
  });

  test('PSD-PMT-BND-03 refuses limits over policy', async () => {
    const far = { ...limits, valid_until: formatUtcSeconds(WORLD_NOW + 5000 * DAY_SECONDS) };
    expect((await post(world, '/tools', await toolBody({ limits: far }))).body.code).toBe(
      'binding_over_limit',
    );
    expect((await bind()).status).toBe('ACTIVE');
  });

  test.each([
    ['command_audience_mismatch', { aud: IDS.issuer }],
    ['command_target_mismatch', { params: { digest: 'A'.repeat(43) } }],
    ['command_target_mismatch', { action: 'mandate.request' as const }],
    ['possession_proof_invalid', { iss: IDS.otherAgent }],
    ['schema_mismatch', { target: 'a/path' }],
  ])('refuses a request with %s', async (code, changes) => {
    expect((await post(world, '/tools', await toolBody({}, changes))).body.code).toBe(code);
    expect((await bind()).status).toBe('ACTIVE');
  });

  test('the account holder’s device revokes, nobody else does', async () => {
    const { payment_tool_ref: ref, tool_request_id: id } = await bind();
    const stranger = await enrol(world, await keyActor());
    expect((await revoke(ref, stranger)).body.code).toBe('tool_invalid');
    const claims = { iss: IDS.agent, aud: IDS.psp, action: 'tool.revoke', target: ref } as const;
    const byAgent = await command(world, world.actors.agent.signer, claims);
    expect((await post(world, `/tools/${ref}/revoke`, { command: byAgent })).body.code).toBe(
      'command_not_permitted',
    );
    expect((await revoke(ref, device)).body).toEqual({ payment_tool_ref: ref, status: 'REVOKED' });
    expect((await readTool(id)).body.status).toBe('REVOKED');
  });

  test('PSD-PMT-BND-06 an unknown request cannot be read', async () => {
    expect((await readTool('treq_none')).body.code).toBe('tool_invalid');
    expect((await bind()).status).toBe('ACTIVE');
  });
});
