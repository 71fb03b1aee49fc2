import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWitnesses, type DisputeWorld, disputeWorld } from '../../test/disputes/world.ts';
import { type Listening, listen } from '../http/index.ts';
import { privacyChannelOf } from '../protocol/attestation/index.ts';
import type { DisputeBundle } from '../protocol/generated/types.ts';
import { createLogWorld, ID, type LogWorld, NOW } from '../trust/testing/log-world.ts';
import { createActors } from '../verifier/testing/actors.ts';
import { runCli } from './run.ts';
import { speak, temporaryFolder } from './testing/console.ts';

const folder = temporaryFolder();
let trade: DisputeWorld;
let world: LogWorld;
let server: Listening;
let files: Readonly<Record<'purchase' | 'agents' | 'others', string>>;
beforeAll(async () => {
  const actors = await createActors();
  trade = await disputeWorld(actors, await createWitnesses(actors));
  world = await createLogWorld();
  const records = trade.bundle.records.map(({ record }) => record);
  const payment = records[3];
  if (payment === undefined) throw new Error('no payment');
  const { record_id, event_type, event_time, intent_id, delegation_id, order_no, trade_no, payload_hash } =
    payment;
  const anchor = await world.anchor('psp', {
    ...{ record_id, event_type, event_time, intent_id, payload_hash },
    ...(delegation_id === undefined ? {} : { delegation_id }),
    ...(order_no === undefined ? {} : { order_no }),
    ...(trade_no === undefined ? {} : { trade_no }),
    privacy_channel: await privacyChannelOf(payment),
  });
  expect((await world.submit(anchor)).status).toBe(201);
  server = await listen(world.app, { host: '127.0.0.1', port: 0 });
  const lines = (some: readonly object[]) => some.map((one) => `${JSON.stringify(one)}\n`).join('');
  const stranger = { ...payment, record_id: 'rec_other', trade_no: 'trade-2', order_no: 'order-2' };
  files = {
    purchase: folder.write('purchase.json', JSON.stringify(trade.bundle.purchase)),
    agents: folder.write('agent.jsonl', lines([...records.toReversed(), stranger])),
    others: folder.write('others.jsonl', lines(records.slice(2))),
  };
});
afterAll(async () => {
  await server.close();
  await world.close();
  folder.remove();
});

function bundle(tradeNo: string, out: string) {
  const args = ['--purchase', files.purchase, '--records', files.agents, '--records', files.others];
  const service = [
    '--url',
    server.url,
    '--log',
    ID.log,
    '--trust-key',
    join(world.dir, 'trust-list.pub.json'),
  ];
  return speak(runCli, ['dispute', 'bundle', tradeNo, ...args, ...service, '--out', out], { now: NOW });
}

// TSD-ATT-DSP-02
test('openact dispute bundle collects what is of one trade, each record once, with its anchor', async () => {
  const out = join(folder.path, 'evidence.json');
  const { status, out: said } = await bundle('trade-1', out);
  // Its records are of people whom the trust list of this log does not know: the file says so itself.
  expect(status).toBe(1);
  expect(said).toContain('recorded that the payment was made');
  const collected = JSON.parse(readFileSync(out, 'utf8')) as DisputeBundle;
  expect(collected.records.map(({ record }) => record)).toEqual(
    trade.bundle.records.map(({ record }) => record),
  );
  expect(collected.records.map(({ anchored }) => anchored?.index)).toEqual([
    ...[undefined, undefined, undefined],
    ...[0, undefined],
  ]);
  expect(statSync(out).mode & 0o777).toBe(0o600);
  expect((await bundle('trade-1', out)).err).toContain('EEXIST');
  const other = await bundle('trade-2', join(folder.path, 'other.json'));
  expect(other.err).toBe('openact dispute: The purchase is of trade trade-1.\n');
});
