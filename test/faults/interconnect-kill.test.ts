import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ClosableHttpClient, createHttpClient, expectJson } from '../../src/http/index.ts';
import { issuerMigrations } from '../../src/issuer/migrations.ts';
import {
  type Bench,
  booksBalance,
  createBench,
  FUNDED_MINOR,
  PAYEE_ACCOUNT,
  PAYER_ACCOUNT,
  WIDE_MANDATE,
} from '../../src/issuer/psp/testing/bench.ts';
import { CLEARING, OTHER_PSP } from '../../src/issuer/psp/testing/two-services.ts';
import { ActError } from '../../src/protocol/errors/index.ts';
import type { PaymentBody } from '../../src/protocol/generated/types.ts';
import { validatePaymentAnswer } from '../../src/protocol/generated/validators.js';
import { generateKeyPair } from '../../src/protocol/jws/index.ts';
import { EKU, issueLeaf } from '../../src/protocol/x509/index.ts';
import { openStore } from '../../src/store/index.ts';
import { claimPorts } from '../../src/store/testing/ports.ts';
import { type Actors, createActors, DAY_SECONDS, IDS, WORLD_NOW } from '../../src/verifier/testing/actors.ts';
import { ANSWERED, ARRIVED, type CertifiedKey, type ClearingConfig, type Death } from './clearing-server.ts';

const SERVER = fileURLToPath(new URL('./clearing-server.ts', import.meta.url));
const FIRST_PORT = await claimPorts(2);
const PORTS = { a: FIRST_PORT, b: FIRST_PORT + 1 };
const AT = { a: `http://127.0.0.1:${PORTS.a}`, b: `http://127.0.0.1:${PORTS.b}` };
/** Longer than an answer is waited for before it is asked for. */
const LATER_SECONDS = 60;
const PRICE_MINOR = 10_000n;

type Side = 'a' | 'b';

interface Running {
  readonly child: ChildProcess;
  /** Lines that the process has said and nobody has taken yet. */
  readonly lines: AsyncIterator<string>;
}

let a: Bench;
let b: Bench;
let client: ClosableHttpClient;
let configs: Record<Side, ClearingConfig>;
const running = new Map<Side, Running>();

beforeEach(async () => {
  const actors = await createActors();
  const world = {
    ...WIDE_MANDATE,
    trustList: (list: Parameters<NonNullable<(typeof WIDE_MANDATE)['trustList']>>[0]) => {
      const own = list.entries.find(({ entity, role }) => entity === IDS.psp && role === 'PSP');
      if (own === undefined) throw new Error('no payment service in the trust list');
      own.endpoints = { base_url: AT.a };
      list.entries.push({ ...own, entity: OTHER_PSP, endpoints: { base_url: AT.b } });
    },
  };
  a = await createBench(actors, world);
  b = await createBench(actors, world);
  await a.store.close();
  await b.store.close();
  client = createHttpClient(() => true);
  const common = {
    issuerId: IDS.issuer,
    trustList: a.world.trustListCompact,
    trustListKey: actors.trustList.publicJwk,
    now: WORLD_NOW,
  };
  configs = {
    a: {
      ...common,
      ...{ database: a.location, port: PORTS.a, pspId: IDS.psp, partner: OTHER_PSP },
      ...(await keysOf(actors, IDS.psp)),
    },
    b: {
      ...common,
      ...{ database: b.location, port: PORTS.b, pspId: OTHER_PSP, partner: IDS.psp },
      ...(await keysOf(actors, OTHER_PSP)),
    },
  };
});

afterEach(async () => {
  for (const side of [...running.keys()]) await kill(side);
  await client.close();
  await a.close();
  await b.close();
});

async function keysOf(actors: Actors, pspId: string): Promise<Pick<ClearingConfig, 'receipt' | 'command'>> {
  const { bank } = actors.authorities;
  let serial = 0;
  const certified = async (eku: string): Promise<CertifiedKey> => {
    const { publicJwk, privateJwk } = await generateKeyPair('ES256');
    serial += 1;
    const leaf = await issueLeaf({
      serial: crypto.getRandomValues(new Uint8Array(16)).fill(serial, 0, 1),
      issuer: bank,
      subjectUri: pspId,
      commonName: 'Payments',
      eku: [eku],
      publicKey: { ...publicJwk },
      notBefore: WORLD_NOW - DAY_SECONDS,
      notAfter: WORLD_NOW + DAY_SECONDS,
    });
    return { jwk: privateJwk, x5c: [leaf, ...bank.chain] };
  };
  return { receipt: await certified(EKU.receipt), command: await certified(EKU.command) };
}

async function start(side: Side, change: Partial<ClearingConfig> = {}): Promise<void> {
  const path = join(side === 'a' ? a.folder : b.folder, 'server.json');
  writeFileSync(path, JSON.stringify({ ...configs[side], ...change }), { mode: 0o600 });
  const child = spawn(process.execPath, [SERVER, path], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  running.set(side, { child, lines });
  expect(await said(side)).toBe(AT[side]);
}

/** The next line of a server; undefined when it has ended. */
async function said(side: Side): Promise<string | undefined> {
  const line = await running.get(side)?.lines.next();
  return line?.done === true ? undefined : line?.value;
}

async function kill(side: Side): Promise<void> {
  const child = running.get(side)?.child;
  running.delete(side);
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Both come up again, whoever died, a minute later. */
async function restartBoth(): Promise<void> {
  for (const side of ['a', 'b'] as const) {
    await kill(side);
    await start(side, { now: WORLD_NOW + LATER_SECONDS });
  }
  a.now += LATER_SECONDS;
}

async function posted(path: string, body: unknown): Promise<string> {
  try {
    return expectJson(validatePaymentAnswer, await client.post(`${AT.a}${path}`, body)).state;
  } catch (error) {
    if (error instanceof ActError) return error.code;
    throw error;
  }
}

const query = async (target: string): Promise<string> =>
  posted('/payments/query', { command: await a.command({ target }, a.actors.agent.signer) });

const quote = {
  payee: { account: PAYEE_ACCOUNT, psp_id: OTHER_PSP },
  accepted: [{ method_id: IDS.method, psp_id: OTHER_PSP }] as [{ method_id: string; psp_id: string }],
};

/** Of both, after both are dead: by nothing but their files. */
async function assertPaidOnce(): Promise<void> {
  for (const [side, bench] of [
    ['a', a],
    ['b', b],
  ] as const) {
    await kill(side);
    bench.store = await openStore(bench.location, issuerMigrations);
    expect(await booksBalance(bench)).toBe(true);
    expect(await bench.store.read.all('SELECT 1 FROM payments')).toHaveLength(1);
  }
  expect(await a.balance(PAYER_ACCOUNT)).toBe(FUNDED_MINOR - PRICE_MINOR);
  expect(await a.balance(CLEARING.transit)).toBe(0n);
  expect(await a.balance(CLEARING.atA)).toBe(PRICE_MINOR);
  expect(await b.balance(CLEARING.atB)).toBe(-PRICE_MINOR);
  expect(await b.balance(PAYEE_ACCOUNT)).toBe(PRICE_MINOR);
}

/** Both start again; then the order is found, or paid for, once. */
async function assertFoundAfterwards(body: PaymentBody, found: string): Promise<void> {
  await restartBoth();
  const again = await query('order-1');
  expect(again === 'interconnect_refused' ? await query('order-1') : again).toBe(found);
  if (found === 'payment_unknown') {
    expect(await posted('/payments', await a.requestAgain(body, {}))).toBe('WAIT_SELLER_FULFILLMENT');
  }
  expect(await posted('/payments', await a.requestAgain(body, {}))).toBe('WAIT_SELLER_FULFILLMENT');
  await assertPaidOnce();
}

const deaths: readonly [Side, Death, string][] = [
  ['a', 'before_sending', 'payment_unknown'],
  ['a', 'before_recording', 'WAIT_SELLER_FULFILLMENT'],
  ['b', 'before_crediting', 'payment_unknown'],
  ['b', 'before_answering', 'WAIT_SELLER_FULFILLMENT'],
];

test.each(deaths)(
  'killed at %s %s: one debit, one credit, found by asking: %s (OA-ICN-06, OA-ICN-07, OA-ICN-08)',
  async (side, dies, found) => {
    await start('a', side === 'a' ? { dies } : {});
    await start('b', side === 'b' ? { dies } : {});
    const body = await a.payment({ amount: '100.00', outTradeNo: 'order-1', quote });
    const child = running.get(side)?.child;
    const gone = child === undefined ? undefined : once(child, 'exit');
    const first = await posted('/payments', body);
    expect(['peer_unreachable', 'payment_pending']).toContain(first);
    expect((await gone)?.[1]).toBe('SIGKILL');
    await assertFoundAfterwards(body, found);
  },
);

test('killed while the other side works on it: that side goes on with what it was told (OA-ICN-06, OA-ICN-07, OA-ICN-08)', async () => {
  await start('a');
  await start('b', { holds: true });
  const body = await a.payment({ amount: '100.00', outTradeNo: 'order-1', quote });
  const first = posted('/payments', body);
  expect(await said('b')).toBe(ARRIVED);
  await kill('a');
  expect(await first).toBe('peer_unreachable');
  running.get('b')?.child.stdin?.write('go on\n');
  expect(await said('b')).toBe(ANSWERED);
  await assertFoundAfterwards(body, 'WAIT_SELLER_FULFILLMENT');
});
