/** One mandate that is handed down many times at the same moment. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DelegationBody } from '../../protocol/generated/types.ts';
import { engines } from '../../store/testing/engines.ts';
import { IDS } from '../../verifier/testing/actors.ts';
import { childIac, delegationBody } from '../testing/delegation.ts';
import {
  type Answer,
  createTestWorld,
  enrol,
  issue,
  lifecycle,
  post,
  readMandate,
  type TestDevice,
  type TestWorld,
} from '../testing/world.ts';

const ROOM = 32;

describe.each(engines)('a mandate that is handed down by many at once: $name', (engine) => {
  let world: TestWorld;
  let device: TestDevice;
  let rootId: string;
  let root: string;

  beforeAll(() => engine.start());
  afterAll(() => engine.stop());

  beforeEach(async () => {
    world = await createTestWorld({ engine });
    device = await enrol(world, world.actors.device);
    const commerce = { allowed_merchants: [IDS.merchant], max_single_amount: 10 };
    rootId = await issue(world, device, {
      ext: { commerce, openact: { delegation_depth: 1, times_limit: 3 } },
    });
    root = (await readMandate(world, rootId)).body.mandate;
  });

  afterEach(() => world.close());

  const bodies = (count: number) =>
    Promise.all(
      Array.from({ length: count }, async () => delegationBody(world, rootId, await childIac(root))),
    );
  const send = (body: DelegationBody): Promise<Answer> =>
    post(world, `/mandates/${rootId}/delegations`, body);
  const toldOf = (answers: readonly Answer[]) =>
    answers.map(({ status, body }) => body.code ?? status).sort();

  async function standing(): Promise<number> {
    const row = await world.store.read.get(
      "SELECT COUNT(*) AS below FROM iac_mandates WHERE parent_id = $1 AND state = 'ISSUED'",
      [rootId],
    );
    return Number(row?.below);
  }

  test('is handed down as often as there is room, and whoever asks twice is told the same twice (OA-DLG-08)', async () => {
    const firstTime = await bodies(ROOM);
    const again = await Promise.all(firstTime.map(({ iac }) => delegationBody(world, rootId, iac)));
    const pairs = firstTime.flatMap((body, at) => [body, again[at] ?? body]);
    const answers = await Promise.all(pairs.map(send));
    expect(toldOf(answers)).toEqual(Array(2 * ROOM).fill(201));
    expect(new Set(answers.map(({ body }) => body.mandate)).size).toBe(ROOM);
    const more = await Promise.all((await bodies(4)).map(send));
    expect(toldOf(more)).toEqual(Array(4).fill('too_many_requests'));
    expect(await standing()).toBe(ROOM);
  });

  test('leaves none that stands when it is revoked meanwhile (OA-DLG-07)', async () => {
    const some = await bodies(16);
    const [early, late] = [some.slice(0, 8), some.slice(8)];
    const [before, revoked, after] = await Promise.all([
      Promise.all(early.map(send)),
      lifecycle(world, device, 'revoke', rootId),
      Promise.all(late.map(send)),
    ]);
    expect(revoked.body.status).toBe('Revoked');
    const told = new Set(toldOf([...before, ...after]));
    expect([...told].filter((one) => one !== 201 && one !== 'parent_not_active')).toEqual([]);
    expect(await standing()).toBe(0);
  });
});
