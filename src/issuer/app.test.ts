/** The account side as one server: what a device and an agent do, over its HTTP calls only. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digestOfJws, digestOfObject } from '../protocol/digest/index.ts';
import { signMessage } from '../protocol/messages/index.ts';
import { newId } from '../protocol/ports.ts';
import { formatUtcSeconds } from '../protocol/time/index.ts';
import { DAY_SECONDS, IDS, WORLD_NOW } from '../verifier/testing/actors.ts';
import { quoteClaims } from '../verifier/testing/claims.ts';
import { fundAccount, openAccount } from './index.ts';
import {
  answer,
  attestation,
  command,
  createTestWorld,
  enrol,
  get,
  issue,
  lifecycle,
  post,
  random,
  readMandate,
  type TestDevice,
  type TestWorld,
} from './testing/world.ts';

describe('account side', () => {
  let world: TestWorld;
  let device: TestDevice;
  let tool: string;
  beforeAll(async () => {
    world = await createTestWorld();
    device = await enrol(world, world.actors.device);
    const common = { currency: 'CNY', now: WORLD_NOW };
    const money = { currency: 'CNY', minor: 200_000n };
    await world.store.transact(async (tx) => {
      await openAccount(tx, { accountId: 'acct-user', owner: device.delegator, kind: 'user', ...common });
      await openAccount(tx, { accountId: 'acct-rail', owner: IDS.merchant, kind: 'merchant', ...common });
      await fundAccount(tx, { accountId: 'acct-user', money, transferId: 'funding', now: WORLD_NOW });
    });
    tool = await bindTool();
  });
  afterAll(() => world.close());

  async function bindTool(): Promise<string> {
    const limits = {
      currency: 'CNY',
      max_amount: '600.00',
      valid_until: formatUtcSeconds(WORLD_NOW + DAY_SECONDS),
    };
    const claims = { iss: IDS.agent, aud: IDS.psp, target: 'treq-1' };
    const { signer } = world.actors.agent;
    const params = { digest: await digestOfObject(limits) };
    const asked = await post(world, '/tools', {
      delegator_identity: device.delegator,
      limits,
      agent_attestation: await attestation(world),
      command: await command(world, signer, { ...claims, action: 'tool.request', params }),
    });
    await answer(world, device, asked.body.confirmation_id);
    const read = await get(
      world,
      '/tools/treq-1',
      await command(world, signer, { ...claims, action: 'tool.read' }),
    );
    return read.body.payment_tool_ref;
  }

  async function pay(delegationId: string): Promise<string> {
    const { mandate } = (await readMandate(world, delegationId)).body;
    const claims = {
      ...quoteClaims('A'.repeat(43)),
      jti: newId(random, 'quo'),
      out_trade_no: newId(random, 'ord'),
    };
    const quote = await signMessage('quote', claims, world.actors.merchant.signer);
    const { amount, payer_amount, currency, out_trade_no } = claims;
    const payment_request = await signMessage(
      'paymentRequest',
      {
        ...{ amount, payer_amount, currency, out_trade_no },
        iss: IDS.agent,
        aud: IDS.psp,
        jti: newId(random, 'req'),
        iat: world.time.now,
        level: 'act:L2',
        quote_digest: await digestOfJws(quote),
        method_id: IDS.method,
        payment_tool_ref: tool,
        delegation_id: delegationId,
        mandate_digest: await digestOfJws(mandate),
      },
      world.actors.agent.signer,
    );
    const answered = await post(world, '/payments', { mandate, quote, payment_request });
    return answered.status === 200 ? 'ok' : answered.body.code;
  }

  test('a mandate pays while it is Active, and stops the moment it is not', async () => {
    const id = await issue(world, device);
    expect(await pay(id)).toBe('ok');
    await lifecycle(world, device, 'suspend', id);
    expect(await pay(id)).toBe('mandate_suspended');
    await lifecycle(world, device, 'resume', id);
    expect(await pay(id)).toBe('ok');
    await world.issuer.risk.suspendByRiskControl({ delegationId: id, recoveryCondition: 'review' });
    expect(await pay(id)).toBe('mandate_suspended');
    await lifecycle(world, device, 'revoke', id);
    expect(await pay(id)).toBe('mandate_revoked');
  });

  test('the device reads the account it paid from', async () => {
    const claims = {
      iss: device.deviceId,
      aud: IDS.psp,
      action: 'account.read',
      target: 'acct-user',
    } as const;
    const read = await get(world, '/accounts/acct-user', await command(world, device.signer, claims));
    expect(read).toMatchObject({ status: 200, body: { account_id: 'acct-user', currency: 'CNY' } });
  });

  test('an issuer without a payment service has no payment calls', async () => {
    const alone = await createTestWorld({ withPsp: false });
    const id = await issue(alone, await enrol(alone, alone.actors.device));
    expect((await readMandate(alone, id)).body.status).toBe('Active');
    expect((await post(alone, '/payments', {})).body.code).toBe('not_found');
    expect((await post(alone, '/tools', {})).body.code).toBe('not_found');
    await alone.close();
  });
});
