import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatUtcSeconds } from '../../../protocol/time/index.ts';
import { type Actors, createActors, DAY_SECONDS, IDS } from '../../../verifier/testing/actors.ts';
import { type Bench, createBench, fresh, outcomeOf } from '../testing/bench.ts';

let actors: Actors;
let bench: Bench;

beforeAll(async () => {
  actors = await createActors();
  bench = await createBench(actors);
});

afterAll(() => bench.close());

function prepare(subAccountId: string): Promise<string> {
  const { jkt, publicJwk } = actors.agent;
  const { now } = bench;
  const limits = { currency: 'CNY', max_amount: '10.00', valid_until: formatUtcSeconds(now + DAY_SECONDS) };
  return outcomeOf(
    bench.store.transact((tx) =>
      bench.psp.subAccounts.prepare(tx, {
        subAccountId,
        delegator: IDS.delegator,
        agentId: IDS.agent,
        agentJkt: jkt,
        agentJwk: publicJwk,
        keyJkt: fresh('jkt'),
        keyJwk: publicJwk,
        limits,
        now,
      }),
    ),
  );
}

test('a sub-account cannot take the name of a payment tool, which its owner could then not revoke (PSD-AGT-SUB-02)', async () => {
  const toolRequestId = fresh('treq');
  await bench.bindTool({ toolRequestId });
  expect(await prepare(bench.toolRef)).toBe('request_id_reused');
  expect(await prepare(toolRequestId)).toBe('request_id_reused');
  expect(await prepare(fresh('sub'))).toBe('ok');
});
