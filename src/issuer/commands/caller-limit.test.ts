import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRateLimit, type RateLimit } from '../../http/index.ts';
import { IDS } from '../../verifier/testing/actors.ts';
import {
  answer,
  createTestWorld,
  enrol,
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

let world: TestWorld;
let device: TestDevice;
let limit: RateLimit;
const wide = () => createRateLimit({ perSecond: 1, burst: 100 }, () => 0);

beforeEach(async () => {
  limit = wide();
  world = await createTestWorld({ callerLimit: { take: (caller) => limit.take(caller) } });
  device = await enrol(world, world.actors.device);
});
afterEach(() => world.close());

function closeFor(caller: string): void {
  limit = createRateLimit({ perSecond: 1, burst: 1 }, () => 0);
  limit.take(caller);
}

describe('OA-OPS-02 the account side counts', () => {
  test('a device by what it has signed, and uses nothing of it up', async () => {
    const delegationId = await issue(world, device);
    closeFor(device.deviceId);
    expect(await inbox(world, device)).toMatchObject({
      status: 429,
      body: { code: 'request_rate_exceeded' },
    });
    const jti = 'cmd_once';
    const suspend = () => lifecycle(world, device, 'suspend', delegationId, { jti });
    expect((await suspend()).body.code).toBe('request_rate_exceeded');
    const forged = { ...device, signer: world.actors.otherAgent.signer };
    expect((await inbox(world, forged)).body.code).toBe('command_signature_invalid');
    limit = wide();
    expect((await suspend()).body.status).toBe('Suspended');
  });

  test('a device also by its confirmations, and the question stays open', async () => {
    const asked = await post(world, '/mandates', await mandateBody(world, await iacFor(device.delegator)));
    const first = await inbox(world, device);
    expect(first.body.pending).toHaveLength(1);
    limit = createRateLimit({ perSecond: 1, burst: 1 }, () => 0);
    const refused = await answer(world, device, asked.body.confirmation_id);
    expect(refused.body.code).toBe('request_rate_exceeded');
    limit = wide();
    expect((await answer(world, device, asked.body.confirmation_id)).body.status).toBe('APPROVED');
  });

  test('an agent by its commands and by what it asks for', async () => {
    const delegationId = await issue(world, device);
    const body = await mandateBody(world, await iacFor(device.delegator));
    closeFor(IDS.agent);
    expect((await readMandate(world, delegationId)).body.code).toBe('request_rate_exceeded');
    expect((await post(world, '/mandates', body)).body.code).toBe('request_rate_exceeded');
    limit = wide();
    expect((await post(world, '/mandates', body)).status).toBe(202);
    expect((await readMandate(world, delegationId)).status).toBe(200);
  });
});
