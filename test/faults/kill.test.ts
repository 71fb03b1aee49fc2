import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { type ClosableHttpClient, createHttpClient, expectJson } from '../../src/http/index.ts';
import { auditLedger, pspMigrations } from '../../src/issuer/psp/index.ts';
import { type Bench, createBench, FUNDED_MINOR, PAYEE_ACCOUNT } from '../../src/issuer/psp/testing/bench.ts';
import type { PaymentAnswer, PaymentBody } from '../../src/protocol/generated/types.ts';
import { validatePaymentAnswer } from '../../src/protocol/generated/validators.js';
import { generateKeyPair } from '../../src/protocol/jws/index.ts';
import { EKU, issueLeaf } from '../../src/protocol/x509/index.ts';
import { commandLogMigrations, openStore } from '../../src/store/index.ts';
import { createActors, DAY_SECONDS, IDS, WORLD_NOW } from '../../src/verifier/testing/actors.ts';
import type { ServerConfig } from './payment-server.ts';

const KILLS = 12;
const BUYERS = 8;
const SHORTEST_LIFE_MILLISECONDS = 200;
const LONGEST_LIFE_MILLISECONDS = 600;
const RESTART_MAX_MILLISECONDS = 5_000;
const AMOUNT = '1.00';
const AMOUNT_MINOR = 100n;

const SERVER = fileURLToPath(new URL('./payment-server.ts', import.meta.url));

const cleanUps: (() => Promise<unknown> | unknown)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** Numbers from 0 to 1 that a seed repeats. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

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
  readonly process: ChildProcess;
  readonly url: string;
  readonly startedInMilliseconds: number;
}

async function start(configPath: string): Promise<Server> {
  const began = performance.now();
  const child = spawn(process.execPath, [SERVER, configPath], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // The server starts a dozen times: it need not be compiled as often.
    env: { ...process.env, NODE_COMPILE_CACHE: `${configPath}.cache` },
  });
  cleanUps.push(() => child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stdout });
  const [line] = await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(() => Promise.reject(new Error('The server ended before it listened.'))),
  ]);
  const { url } = JSON.parse(String(line)) as { readonly url: string };
  return { process: child, url, startedInMilliseconds: performance.now() - began };
}

async function kill(server: Server): Promise<void> {
  const gone = once(server.process, 'exit');
  server.process.kill('SIGKILL');
  await gone;
}

/** Orders that wait to be paid, and the answers that were received: a buyer who keeps trying until it has a receipt. */
interface Buyers {
  readonly open: PaymentBody[];
  readonly acknowledged: PaymentAnswer[];
}

async function buyUntilDead(
  url: string,
  bench: Bench,
  client: ClosableHttpClient,
  buyers: Buyers,
): Promise<void> {
  for (;;) {
    const before = buyers.open.pop();
    const body = before ? await bench.requestAgain(before, {}) : await bench.payment({ amount: AMOUNT });
    try {
      const answer = await client.post(`${url}/payments`, body);
      buyers.acknowledged.push(expectJson(validatePaymentAnswer, answer));
    } catch (error) {
      buyers.open.push(body);
      if ((error as { readonly code?: string }).code === 'peer_unreachable') return;
      throw error;
    }
  }
}

function orderOf(answer: PaymentAnswer): string {
  return answer.out_trade_no;
}

test(`${KILLS} kills lose no acknowledged payment, and the books balance (OA-LDG-01, OA-LDG-02, P21)`, async () => {
  const seed = Date.now() % 2 ** 31;
  console.info(`seed ${seed}`);
  const random = numbersFrom(seed);
  const bench = await createBench(await createActors());
  cleanUps.push(() => bench.close());
  await bench.store.close();
  const configPath = await writeConfig(bench);
  const client = createHttpClient(() => true);
  cleanUps.push(() => client.close());
  const buyers: Buyers = { open: [], acknowledged: [] };

  for (let round = 0; round < KILLS; round += 1) {
    const server = await start(configPath);
    expect(server.startedInMilliseconds).toBeLessThan(RESTART_MAX_MILLISECONDS);
    const buying = Array.from({ length: BUYERS }, () => buyUntilDead(server.url, bench, client, buyers));
    const life =
      SHORTEST_LIFE_MILLISECONDS + random() * (LONGEST_LIFE_MILLISECONDS - SHORTEST_LIFE_MILLISECONDS);
    await new Promise((resolve) => setTimeout(resolve, life));
    await kill(server);
    await Promise.all(buying);
  }

  expect(buyers.acknowledged.length).toBeGreaterThan(KILLS);
  await assertNothingLost(bench, client, configPath, buyers);
}, 120_000);

async function assertNothingLost(
  bench: Bench,
  client: ClosableHttpClient,
  configPath: string,
  buyers: Buyers,
): Promise<void> {
  const server = await start(configPath);
  for (const answer of buyers.acknowledged) {
    const command = await bench.command({ target: answer.trade_no }, bench.actors.agent.signer);
    const found = await client.post(`${server.url}/payments/query`, { command });
    expect(expectJson(validatePaymentAnswer, found)).toEqual(answer);
  }
  await kill(server);

  const store = await openStore(bench.location, [...commandLogMigrations, ...pspMigrations]);
  cleanUps.push(() => store.close());
  const rows = await store.read.all('SELECT out_trade_no FROM payments');
  const paid = new Set(rows.map((row) => String(row.out_trade_no)));
  expect(buyers.acknowledged.filter((answer) => !paid.has(orderOf(answer)))).toEqual([]);
  expect(new Set(buyers.acknowledged.map(orderOf)).size).toBe(buyers.acknowledged.length);
  expect(await auditLedger(store.read)).toMatchObject({ balanced: true });
  const payee = await store.read.get('SELECT balance_minor FROM accounts WHERE account_id = $1', [
    PAYEE_ACCOUNT,
  ]);
  expect(payee?.balance_minor).toBe(BigInt(paid.size) * AMOUNT_MINOR);
  expect(FUNDED_MINOR).toBeGreaterThan(BigInt(paid.size) * AMOUNT_MINOR);
  console.info(`${buyers.acknowledged.length} acknowledged, ${paid.size} paid`);
}
