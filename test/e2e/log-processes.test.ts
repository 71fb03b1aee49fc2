/** The account side and a shop as processes of their own, told where the log is: while it is there, gone, mute, back. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Buyer } from '../../bench/purchases/buyer.ts';
import { filesIn, type Run, type Shop, shopsAt } from '../../bench/purchases/plan.ts';
import { openBank, openSeller, prepareRun } from '../../bench/purchases/prepare.ts';
import { Processes, startIssuer, startMerchant, startTrust } from '../../bench/purchases/servers.ts';
import { Wire, WireSigner } from '../../bench/purchases/wire.ts';
import { IDS } from '../../demo/plan.ts';
import { freePorts } from '../../scenarios/ports.ts';
import { runCli } from '../../src/cli/run.ts';
import { speak } from '../../src/cli/testing/console.ts';
import { readKeyFile, readPinnedKeys } from '../../src/http/key-file.ts';
import { payloadHashOf, privacyChannelOf } from '../../src/protocol/attestation/index.ts';
import type { AnchoredBody, AttestationRecord } from '../../src/protocol/generated/types.ts';
import type { NoteKey } from '../../src/protocol/merkle/index.ts';
import { readMessage } from '../../src/protocol/messages/index.ts';
import type { Store } from '../../src/store/index.ts';
import { CHANNEL_HEADER } from '../../src/trust/index.ts';
import { assertAnchored, logKeysOf, openTrustList } from '../../src/verifier/index.ts';

const MANDATES = 8;
const PORTS = 8;
const LOOK_MILLISECONDS = 50;
const PATIENCE_MILLISECONDS = 150_000;
/** For so long a server waits for an answer of the log; a purchase that waited for one would take longer. */
const CLIENT_TIMEOUT_MILLISECONDS = 5_000;
/** Where a purchase takes as long beside a log that answers. */
const TIMES_USUAL = 5;
/** Who waits for the log waits each time; whom a busy machine held up, it does not hold up so often. */
const TRIES = 3;

const cleanUps: (() => Promise<unknown> | unknown)[] = [];
const processes = new Processes();
let run: Run;
let buyer: Buyer;
let rail: Shop;
let trust: ChildProcess;
let bank: ChildProcess;

beforeAll(async () => {
  const data = mkdtempSync(join(tmpdir(), 'openact-log-processes-'));
  cleanUps.push(() => rmSync(data, { recursive: true, force: true }));
  cleanUps.push(() => processes.stop());
  run = await prepareRun(data, filesIn(data), await freePorts(PORTS), MANDATES);
  [rail] = shopsAt(run.addresses);
  trust = await startTrust(processes, run, logOfTrust());
  bank = await startBank();
  await startMerchant(processes, run, 'rail', told());
  const attestation = readFileSync(join(run.keys, 'agent', 'agent-attestation.jwt'), 'utf8').trim();
  const { jwk, header } = await readKeyFile(join(run.keys, 'agent', 'agent.json'));
  const wire = new Wire();
  cleanUps.push(() => wire.close());
  buyer = new Buyer(run, attestation, new WireSigner(jwk, header), wire);
});

afterAll(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** The log's books, which outlive the process. */
const logOfTrust = () => ({
  OPENACT_DATABASE: join(run.data, 'trust.db'),
  OPENACT_KEYS: join(run.keys, 'log'),
  OPENACT_LOG_ID: IDS.log,
  OPENACT_TRUST_KEY: join(run.keys, 'trust-list.pub.json'),
});

const told = () => ({ OPENACT_LOG_URL: run.addresses.trust });

const startBank = () => startIssuer(processes, run, run.databases.bank, run.addresses.issuer, told());

let bought = 0;

/** Quote, payment and delivery, up to their answers. */
async function purchase(): Promise<{ tradeNo: string; milliseconds: number }> {
  const mandate = run.mandates[bought];
  bought += 1;
  if (mandate === undefined) throw new Error('more mandates are needed');
  const start = performance.now();
  const evidence = await buyer.buy(mandate, rail, true);
  const milliseconds = performance.now() - start;
  return { tradeNo: evidence?.payment.trade_no ?? '', milliseconds };
}

/** Purchases up to one that took less than the log is waited for. */
async function purchasesUntilSoon(milliseconds: number): Promise<readonly string[]> {
  const tradeNos: string[] = [];
  for (let tries = 0; tries < TRIES; tries += 1) {
    const one = await purchase();
    tradeNos.push(one.tradeNo);
    if (one.milliseconds < milliseconds) return tradeNos;
  }
  throw new Error(`each purchase took as long as the log is waited for: ${milliseconds} ms`);
}

type Books = readonly [role: 'issuer' | 'merchant', database: string, open: () => Promise<Store>];

const books = (): readonly Books[] => [
  ['issuer', run.databases.bank, () => openBank(run.databases)],
  ['merchant', run.databases.rail, () => openSeller(run.databases, 'rail')],
];

/** What both have recorded, as an operator exports it from the running servers' books. */
async function exported(): Promise<AttestationRecord[]> {
  const all: AttestationRecord[] = [];
  for (const [role, database] of books()) {
    const { status, out, err } = await speak(runCli, [
      ...['records', 'export', '--role', role, '--database', database],
    ]);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    const lines = out.split('\n').filter(Boolean);
    all.push(...lines.map((line) => JSON.parse(line) as AttestationRecord));
  }
  return all;
}

interface Way {
  readonly trade_no: string;
  readonly state: string;
  readonly tried: boolean;
}

/** How far the records of both have come on their way into the log; events that are not recorded yet are left out. */
async function ways(): Promise<Way[]> {
  const all: Way[] = [];
  for (const [, , open] of books()) {
    const store = await open();
    const rows = await store.read.all(
      `SELECT trade_no, state, attempts FROM record_anchors
       JOIN records ON records.record_id = record_anchors.record_id`,
    );
    await store.close();
    for (const { trade_no, state, attempts } of rows) {
      all.push({ trade_no: String(trade_no), state: String(state), tried: Number(attempts) > 0 });
    }
  }
  return all;
}

async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
  const end = performance.now() + PATIENCE_MILLISECONDS;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`not in time: ${what}`);
    await sleep(LOOK_MILLISECONDS);
  }
}

/** A purchase leaves one record with the payment service and one with the shop. */
const OF_A_PURCHASE = ['act:commerce:fulfillment-completed', 'act:payment:transaction-completed'];

function untilAnchored(tradeNos: readonly string[]): Promise<void> {
  return until(async () => {
    const anchored = (await ways()).filter(({ state }) => state === 'ANCHORED');
    return anchored.length === tradeNos.length * OF_A_PURCHASE.length;
  }, 'every record is anchored');
}

async function logKeys(): Promise<NoteKey[]> {
  const now = Math.floor(Date.now() / 1000);
  const pinned = await readPinnedKeys(join(run.keys, 'trust-list.pub.json'));
  const compact = readFileSync(join(run.keys, 'trust-list.jwt'), 'utf8').trim();
  return logKeysOf(await openTrustList(compact, pinned, now), IDS.log, now);
}

/** Each record of these trades once, each in the log once and nothing else in it; answers the place of each. */
async function assertWhole(tradeNos: readonly string[]): Promise<Map<string, number>> {
  const records = await exported();
  for (const tradeNo of tradeNos) {
    const types = records.filter(({ trade_no }) => trade_no === tradeNo).map(({ event_type }) => event_type);
    expect(new Set(types)).toEqual(new Set(OF_A_PURCHASE));
    expect(types).toHaveLength(OF_A_PURCHASE.length);
  }
  expect(records).toHaveLength(tradeNos.length * OF_A_PURCHASE.length);
  const keys = await logKeys();
  const places = new Map<string, number>();
  for (const record of records) {
    const privacy_channel = await privacyChannelOf(record);
    const url = `${run.addresses.trust}/anchors/${record.record_id}`;
    const answer = await fetch(url, { headers: { [CHANNEL_HEADER]: privacy_channel } });
    expect(answer.status).toBe(200);
    const anchored = (await answer.json()) as AnchoredBody;
    // From here on nobody is asked: the log's key is in the trust list, the record with whoever exported it.
    const { size } = await assertAnchored(anchored, keys);
    expect(size).toBe(records.length);
    const { claims } = readMessage('anchor', anchored.anchor);
    const { record_id, trade_no } = record;
    expect(claims).toMatchObject({ record_id, trade_no, payload_hash: await payloadHashOf(record) });
    expect(claims.iss).toBe(record.participants[0]?.id);
    places.set(record_id, anchored.index);
  }
  expect([...places.values()].sort((a, b) => a - b)).toEqual(records.map((_, index) => index));
  return places;
}

/** `openact log audit`, from a checkpoint that was kept. */
async function audit(from?: string): Promise<{ size: number; checkpoint: string }> {
  const channels = await Promise.all((await exported()).map(privacyChannelOf));
  const args = [
    ...['log', 'audit', '--json', '--url', run.addresses.trust, '--log', IDS.log],
    ...['--trust-key', join(run.keys, 'trust-list.pub.json')],
    ...(from === undefined ? [] : ['--from', from]),
    ...[...new Set(channels)].map((channel) => `--channel=${channel}`),
  ];
  const { status, out, err } = await speak(runCli, args, { now: Math.floor(Date.now() / 1000) });
  expect({ status, err }).toEqual({ status: 0, err: '' });
  return JSON.parse(out) as { size: number; checkpoint: string };
}

/** In the log's place: hands out the trust list, takes every anchor, and never says a word about it. */
async function startMute(): Promise<{ readonly taken: () => number; close(): Promise<unknown> }> {
  let taken = 0;
  const list = readFileSync(join(run.keys, 'trust-list.jwt'));
  const server = createServer((request, answer) => {
    if (request.url === '/trust-list') answer.end(list);
    else taken += 1;
  });
  server.listen(Number(new URL(run.addresses.trust).port), '127.0.0.1');
  await once(server, 'listening');
  return {
    taken: () => taken,
    close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      return closed;
    },
  };
}

const waiting = async (tradeNos: readonly string[], wasTried: boolean): Promise<boolean> => {
  const own = (await ways()).filter(({ trade_no }) => tradeNos.includes(trade_no));
  expect(own.every(({ state }) => state === 'PENDING')).toBe(true);
  const due = tradeNos.length * OF_A_PURCHASE.length;
  return own.length === due && own.every(({ tried }) => tried || !wasTried);
};

test('OA-REC-05 OA-REC-07 servers that are told of a log anchor each record once, and purchases never wait for it', async () => {
  const there = await purchase();
  const soon = Math.max(CLIENT_TIMEOUT_MILLISECONDS, TIMES_USUAL * there.milliseconds);
  await untilAnchored([there.tradeNo]);
  const before = await assertWhole([there.tradeNo]);
  const kept = join(run.data, 'checkpoint');
  writeFileSync(kept, (await audit()).checkpoint);

  await processes.stop(trust);
  expect(trust.exitCode).toBe(0);
  const gone = await purchasesUntilSoon(soon);
  await until(() => waiting(gone, true), 'the log was tried for each');

  const mute = await startMute();
  cleanUps.push(mute.close);
  await until(async () => mute.taken() > 0, 'the log is tried again');
  const unanswered = await purchasesUntilSoon(soon);
  await until(() => waiting(unanswered, false), 'each is recorded');
  // What waits outlives the process that it waits in.
  await processes.kill(bank);
  bank = await startBank();
  expect(await waiting(gone, true)).toBe(true);
  await mute.close();
  cleanUps.pop();

  trust = await startTrust(processes, run, logOfTrust());
  const back = await purchase();
  const tradeNos = [there.tradeNo, ...gone, ...unanswered, back.tradeNo];
  await untilAnchored(tradeNos);
  const after = await assertWhole(tradeNos);
  for (const [recordId, index] of before) expect(after.get(recordId)).toBe(index);
  expect(await audit(kept)).toMatchObject({ size: after.size, formerSize: before.size, anchors: after.size });
});
