import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type ClosableHttpClient, createHttpClient, expectJson } from '../../src/http/index.ts';
import { auditLedger } from '../../src/issuer/psp/index.ts';
import { type Bench, createBench, PAYEE_ACCOUNT, WIDE_MANDATE } from '../../src/issuer/psp/testing/bench.ts';
import type { PaymentAnswer, PaymentBody } from '../../src/protocol/generated/types.ts';
import { validatePaymentAnswer } from '../../src/protocol/generated/validators.js';
import { generateKeyPair } from '../../src/protocol/jws/index.ts';
import { EKU, issueLeaf } from '../../src/protocol/x509/index.ts';
import { postgres } from '../../src/store/testing/engines.ts';
import { createActors, DAY_SECONDS, IDS, WORLD_NOW } from '../../src/verifier/testing/actors.ts';
import type { ServerConfig } from '../faults/payment-server.ts';

const BUYERS = 8;
const DATABASE_KILLS = 3;
const RUN_MILLISECONDS = 700;
const PAUSE_MILLISECONDS = 25;
const RESTART_MAX_MILLISECONDS = 5_000;
const AMOUNT = '1.00';
const AMOUNT_MINOR = 100n;
/** What a buyer may hear while a server or its database is away; everything else is a failure of the test. */
const AWAY: ReadonlySet<unknown> = new Set(['peer_unreachable', 'store_unavailable', 'payment_pending']);

const SERVER = fileURLToPath(new URL('../faults/payment-server.ts', import.meta.url));

const engine = postgres();
const cleanUps: (() => unknown)[] = [];

beforeAll(() => engine.start());
afterAll(() => engine.stop());

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function writeConfig(bench: Bench): Promise<string> {
  const { publicJwk, privateJwk } = await generateKeyPair('ES256');
  const { bank } = bench.actors.authorities;
  const leaf = await issueLeaf({
    serial: crypto.getRandomValues(new Uint8Array(16)).fill(1, 0, 1),
    issuer: bank,
    subjectUri: IDS.psp,
    commonName: 'Receipts',
    eku: [EKU.receipt],
    publicKey: { ...publicJwk },
    notBefore: WORLD_NOW - DAY_SECONDS,
    notAfter: WORLD_NOW + DAY_SECONDS,
  });
  const config: ServerConfig = {
    database: bench.location,
    pspId: IDS.psp,
    issuerId: IDS.issuer,
    trustList: bench.world.trustListCompact,
    trustListKey: bench.actors.trustList.publicJwk,
    receiptKey: privateJwk,
    receiptCertificates: [leaf, ...bank.chain],
    now: WORLD_NOW,
  };
  const path = join(bench.folder, 'server.json');
  writeFileSync(path, JSON.stringify(config), { mode: 0o600 });
  return path;
}

interface Server {
  process: ChildProcess;
  url: string;
}

async function start(configPath: string): Promise<Server> {
  const child = spawn(process.execPath, [SERVER, configPath], { stdio: ['ignore', 'pipe', 'inherit'] });
  cleanUps.push(() => child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stdout });
  const [line] = await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(() => Promise.reject(new Error('The server ended before it listened.'))),
  ]);
  const { url } = JSON.parse(String(line)) as { readonly url: string };
  return { process: child, url };
}

/** Buyers who keep trying until they have a receipt, at whichever server answers. */
class Buyers {
  readonly acknowledged: PaymentAnswer[] = [];
  away = 0;
  private readonly bench: Bench;
  private readonly client: ClosableHttpClient;
  private readonly servers: readonly Server[];
  private state: 'open' | 'closed' = 'open';

  constructor(bench: Bench, client: ClosableHttpClient, servers: readonly Server[]) {
    this.bench = bench;
    this.client = client;
    this.servers = servers;
  }

  start(): Promise<unknown> {
    return Promise.all(Array.from({ length: BUYERS }, (_, buyer) => this.buy(buyer)));
  }

  /** No new orders; what was begun is brought to its end. */
  stop(): void {
    this.state = 'closed';
  }

  private async buy(buyer: number): Promise<void> {
    for (let order = buyer; this.state === 'open'; order += 1) {
      let body = await this.bench.payment({ amount: AMOUNT });
      for (let tries = order; !(await this.pay(body, tries)); tries += 1) {
        this.away += 1;
        await sleep(PAUSE_MILLISECONDS);
        body = await this.bench.requestAgain(body, {});
      }
    }
  }

  private async pay(body: PaymentBody, tries: number): Promise<boolean> {
    const server = this.servers[tries % this.servers.length];
    try {
      const answer = await this.client.post(`${server?.url}/payments`, body);
      this.acknowledged.push(expectJson(validatePaymentAnswer, answer));
      return true;
    } catch (error) {
      if (AWAY.has((error as { readonly code?: unknown }).code)) return false;
      throw error;
    }
  }
}

test('two processes on one database, killed as the database is: nothing acknowledged is lost (OA-LDG-01, OA-LDG-02, P21)', async () => {
  const bench = await createBench(await createActors(), WIDE_MANDATE, engine);
  cleanUps.push(() => bench.close());
  const configPath = await writeConfig(bench);
  const client = createHttpClient(() => true);
  cleanUps.push(() => client.close());
  const servers = await Promise.all([start(configPath), start(configPath)]);
  const buyers = new Buyers(bench, client, servers);
  const buying = buyers.start();

  for (let kills = 0; kills < DATABASE_KILLS; kills += 1) {
    await sleep(RUN_MILLISECONDS);
    engine.server.kill();
    const began = performance.now();
    await engine.server.restart();
    expect(performance.now() - began).toBeLessThan(RESTART_MAX_MILLISECONDS);
  }
  await sleep(RUN_MILLISECONDS);
  const [victim] = servers;
  victim.process.kill('SIGKILL');
  Object.assign(victim, await start(configPath));
  await sleep(RUN_MILLISECONDS);
  buyers.stop();
  await buying;

  expect(buyers.away).toBeGreaterThan(0);
  await assertNothingLost(bench, client, servers[1].url, buyers.acknowledged);
}, 120_000);

async function assertNothingLost(
  bench: Bench,
  client: ClosableHttpClient,
  url: string,
  acknowledged: readonly PaymentAnswer[],
): Promise<void> {
  expect(acknowledged.length).toBeGreaterThan(DATABASE_KILLS * BUYERS);
  for (const answer of acknowledged) {
    const command = await bench.command({ target: answer.trade_no }, bench.actors.agent.signer);
    const found = await client.post(`${url}/payments/query`, { command });
    expect(expectJson(validatePaymentAnswer, found)).toEqual(answer);
  }
  const rows = await bench.store.read.all('SELECT out_trade_no FROM payments');
  const paid = new Set(rows.map((row) => String(row.out_trade_no)));
  const orders = new Set(acknowledged.map((answer) => answer.out_trade_no));
  expect(orders.size).toBe(acknowledged.length);
  // Every order was asked for until it had its receipt.
  expect(paid).toEqual(orders);
  expect(await auditLedger(bench.store.read)).toMatchObject({ balanced: true });
  expect(await bench.balance(PAYEE_ACCOUNT)).toBe(BigInt(paid.size) * AMOUNT_MINOR);
  console.info(`${acknowledged.length} acknowledged`);
}
