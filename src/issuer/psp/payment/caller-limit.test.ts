import { beforeAll, expect, test } from 'vitest';
import { createRateLimit } from '../../../http/index.ts';
import { type Actors, createActors } from '../../../verifier/testing/actors.ts';
import { createBench, outcomeOf } from '../testing/bench.ts';

let actors: Actors;
beforeAll(async () => {
  actors = await createActors();
});

test('OA-OPS-02 a request that came too soon is paid when it comes again: its id was not used up', async () => {
  const bench = await createBench(actors);
  let now = 0;
  await bench.restart({ callerLimit: createRateLimit({ perSecond: 1, burst: 1 }, () => now) });
  const [first, second] = [await bench.payment(), await bench.payment()];
  expect(await outcomeOf(bench.psp.pay(first))).toBe('ok');
  expect(await outcomeOf(bench.psp.pay(second))).toBe('request_rate_exceeded');
  now = 1_000;
  expect(await outcomeOf(bench.psp.pay(second))).toBe('ok');
  await bench.close();
});

test('OA-OPS-02 nobody is counted for what somebody else has signed', async () => {
  const bench = await createBench(actors);
  await bench.restart({ callerLimit: createRateLimit({ perSecond: 1, burst: 1 }, () => 0) });
  const payment = await bench.payment();
  const end = payment.payment_request.lastIndexOf('.') + 1;
  const other = (await bench.payment()).payment_request;
  const forged = payment.payment_request.slice(0, end) + other.slice(other.lastIndexOf('.') + 1);
  for (let at = 0; at < 3; at += 1) {
    expect(await outcomeOf(bench.psp.pay({ ...payment, payment_request: forged }))).toBe(
      'agent_signature_invalid',
    );
  }
  expect(await outcomeOf(bench.psp.pay(payment))).toBe('ok');
  await bench.close();
});
