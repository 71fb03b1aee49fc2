import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createWitnesses, disputeWorld, type Witnesses } from '../../../test/disputes/world.ts';
import type { PaymentAnswer } from '../../protocol/generated/types.ts';
import { insertRecord } from '../../records/index.ts';
import { type Actors, createActors, IDS } from '../../verifier/testing/actors.ts';
import { type Bench, createBench } from './testing/bench.ts';

let actors: Actors;
let witnesses: Witnesses;
let bench: Bench;
let paid: PaymentAnswer;
beforeAll(async () => {
  actors = await createActors();
  witnesses = await createWitnesses(actors);
});
beforeEach(async () => {
  bench = await createBench(actors);
  paid = await bench.psp.pay(await bench.payment());
  const { bundle } = await disputeWorld(actors, witnesses, {
    record: (record) => (record.trade_no === undefined ? record : { ...record, trade_no: paid.trade_no }),
  });
  const payment = bundle.records[3]?.record;
  if (payment === undefined) throw new Error('no record of the payment');
  await bench.store.transact((tx) => insertRecord(tx, payment));
});
afterEach(() => bench.close());

const asked = async (iss: string, signer: Actors['agent']['signer'], target = paid.trade_no) =>
  bench.psp.records(target, await bench.command({ iss, action: 'payment.read', target }, signer));

// OA-REC-10, TSD-ATT-DSP-02
test('the record of a payment is shown to the key that paid and to the payer’s device, and to nobody else', async () => {
  const shown = { records: [expect.objectContaining({ trade_no: paid.trade_no })] };
  expect(await asked(IDS.agent, actors.agent.signer)).toEqual(shown);
  expect(await asked(IDS.device, actors.device.signer)).toEqual(shown);
  await bench.bindTool({ agent: 'otherAgent' });
  await expect(asked(IDS.otherAgent, actors.otherAgent.signer)).rejects.toMatchObject({
    code: 'payment_unknown',
  });
  await expect(asked(IDS.merchant, actors.merchant.signer)).rejects.toMatchObject({ code: 'agent_unknown' });
  await expect(asked(IDS.agent, actors.agent.signer, 'trade-2')).rejects.toMatchObject({
    code: 'payment_unknown',
  });
  expect(await asked(IDS.device, actors.device.signer)).toEqual(shown);
});
