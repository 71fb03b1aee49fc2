import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IacPayload } from '../../protocol/generated/types.ts';
import {
  createTestWorld,
  enrol,
  iacFor,
  inbox,
  mandateBody,
  post,
  type TestDevice,
  type TestWorld,
} from '../testing/world.ts';

type Openact = NonNullable<NonNullable<IacPayload['ext']>['openact']>;

describe('autonomy levels at the issuer', () => {
  let world: TestWorld;
  let device: TestDevice;
  beforeAll(async () => {
    world = await createTestWorld();
    device = await enrol(world, world.actors.device);
  });
  afterAll(() => world.close());

  async function asking(openact: Openact, mode: IacPayload['delegation_mode'] = 'SPECIFIED') {
    const iac = await iacFor(device.delegator);
    const terms = { ...iac.ext, openact: { ...iac.ext?.openact, ...openact } };
    return mandateBody(world, { ...iac, delegation_mode: mode, ext: terms });
  }

  test('OA-AUT-02 a2p2:L5 is refused, and granted by an issuer that was configured for it', async () => {
    const full = await asking({ autonomy_level: 'a2p2:L5' }, 'BOUNDED');
    const refused = await post(world, '/mandates', full);
    expect(refused).toMatchObject({ status: 403, body: { code: 'autonomy_level_refused' } });
    const four = await asking({ autonomy_level: 'a2p2:L4' }, 'BOUNDED');
    expect((await post(world, '/mandates', four)).status).toBe(202);
    const bold = { ...world, issuer: world.restart({ fullAutonomy: true }) };
    const again = await asking({ autonomy_level: 'a2p2:L5' }, 'BOUNDED');
    expect((await post(bold, '/mandates', again)).status).toBe(202);
  });

  test('OA-AUT-01 a level without what it rests on is refused before the delegator is asked', async () => {
    const before = (await inbox(world, device)).body.pending.length;
    const bare = await post(world, '/mandates', await asking({ autonomy_level: 'a2p2:L2' }));
    expect(bare.body.code).toBe('autonomy_terms_missing');
    expect((await inbox(world, device)).body.pending).toHaveLength(before);
    const whole = await asking({ autonomy_level: 'a2p2:L2', confirm_above: 50 });
    const asked = await post(world, '/mandates', whole);
    expect(asked.status).toBe(202);
    const { pending } = (await inbox(world, device)).body;
    const entry = pending.find(
      (one: { confirmation_id: string }) => one.confirmation_id === asked.body.confirmation_id,
    );
    expect(entry.shown.summary.en).toContain('You confirm each payment of more than CNY 50.00.');
  });
});
