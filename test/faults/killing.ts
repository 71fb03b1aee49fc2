import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Dice } from '../../simulation/dice.ts';
import { type ClosableHttpClient, createHttpClient, expectJson } from '../../src/http/index.ts';
import { auditLedger, pspMigrations } from '../../src/issuer/psp/index.ts';
import { type Bench, createBench, PAYEE_ACCOUNT } from '../../src/issuer/psp/testing/bench.ts';
import type { PaymentAnswer, PaymentBody } from '../../src/protocol/generated/types.ts';
import { validatePaymentAnswer } from '../../src/protocol/generated/validators.js';
import { generateKeyPair } from '../../src/protocol/jws/index.ts';
import { EKU, issueLeaf } from '../../src/protocol/x509/index.ts';
import { commandLogMigrations, heartbeatMigration, openStore } from '../../src/store/index.ts';
import { createActors, DAY_SECONDS, IDS, WORLD_NOW } from '../../src/verifier/testing/actors.ts';
import type { ServerConfig } from './payment-server.ts';

const BUYERS = 8;
const SHORTEST_LIFE_MILLISECONDS = 200;
const LONGEST_LIFE_MILLISECONDS = 600;
const AMOUNT = '1.00';
const AMOUNT_MINOR = 100n;

const SERVER = fileURLToPath(new URL('./payment-server.ts', import.meta.url));

export interface KillOptions {
  readonly seed: number;
  /** It goes on until there were so many kills and so many acknowledged payments. */
  readonly kills: number;
  readonly acknowledged: number;
  readonly progress?: (kills: number, acknowledged: number) => void;
}

export interface KillResult {
  readonly kills: number;
  readonly acknowledged: number;
  readonly paid: number;
  /** Acknowledged payments that the service does not know afterwards, or answers otherwise. */
  readonly lost: readonly string[];
  /** Orders that were acknowledged as two payments. */
  readonly twice: number;
  readonly balanced: boolean;
  /** From the start of the process to its first answer, kills before it included. */
  readonly slowestStartMilliseconds: number;
}

export async function writeConfig(bench: Bench): Promise<string> {
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

/** Buyers who keep trying until they have a receipt for each order. */
class Buyers {
  readonly acknowledged: PaymentAnswer[] = [];
  private readonly open: PaymentBody[] = [];
  private readonly bench: Bench;
  private readonly client: ClosableHttpClient;

  constructor(bench: Bench, client: ClosableHttpClient) {
    this.bench = bench;
    this.client = client;
  }

  /** Side by side, until the server is dead. */
  async buyFrom(url: string): Promise<void> {
    await Promise.all(Array.from({ length: BUYERS }, () => this.buyUntilDead(url)));
  }

  private async buyUntilDead(url: string): Promise<void> {
    const { bench } = this;
    for (;;) {
      const before = this.open.pop();
      const body = before ? await bench.requestAgain(before, {}) : await bench.payment({ amount: AMOUNT });
      try {
        const answer = await this.client.post(`${url}/payments`, body);
        this.acknowledged.push(expectJson(validatePaymentAnswer, answer));
      } catch (error) {
        this.open.push(body);
        if ((error as { readonly code?: string }).code === 'peer_unreachable') return;
        throw error;
      }
    }
  }
}

/** Kills a payment service on SQLite over and over while it is paid at, and looks afterwards for what it had acknowledged. */
export async function killPayments(options: KillOptions): Promise<KillResult> {
  const bench = await createBench(await createActors());
  const client = createHttpClient(() => true);
  const running: Server[] = [];
  try {
    await bench.store.close();
    return await killing(options, bench, client, running);
  } finally {
    for (const { process: child } of running) child.kill('SIGKILL');
    await client.close();
    await bench.close();
  }
}

async function killing(
  { seed, kills, acknowledged, progress }: KillOptions,
  bench: Bench,
  client: ClosableHttpClient,
  running: Server[],
): Promise<KillResult> {
  const dice = new Dice(seed);
  const configPath = await writeConfig(bench);
  const buyers = new Buyers(bench, client);
  let slowest = 0;
  let round = 0;
  const startOne = async (): Promise<Server> => {
    const server = await start(configPath);
    running.push(server);
    slowest = Math.max(slowest, server.startedInMilliseconds);
    return server;
  };
  for (; round < kills || buyers.acknowledged.length < acknowledged; round += 1) {
    const server = await startOne();
    const buying = buyers.buyFrom(server.url);
    const life =
      SHORTEST_LIFE_MILLISECONDS + dice.below(LONGEST_LIFE_MILLISECONDS - SHORTEST_LIFE_MILLISECONDS);
    await new Promise((resolve) => setTimeout(resolve, life));
    await kill(server);
    await buying;
    progress?.(round + 1, buyers.acknowledged.length);
  }
  const server = await startOne();
  const lost = await lostOf(bench, client, server.url, buyers.acknowledged);
  await kill(server);
  const books = await readBooks(bench, buyers.acknowledged);
  return {
    kills: round,
    acknowledged: buyers.acknowledged.length,
    slowestStartMilliseconds: Math.round(slowest),
    ...books,
    lost: [...lost, ...books.lost],
  };
}

/** Asks the service for every payment that it has acknowledged. */
async function lostOf(
  bench: Bench,
  client: ClosableHttpClient,
  url: string,
  acknowledged: readonly PaymentAnswer[],
): Promise<string[]> {
  const lost: string[] = [];
  for (const answer of acknowledged) {
    const command = await bench.command({ target: answer.trade_no }, bench.actors.agent.signer);
    const found = await client.post(`${url}/payments/query`, { command });
    const same =
      found.status === 200 &&
      JSON.stringify(expectJson(validatePaymentAnswer, found)) === JSON.stringify(answer);
    if (!same) lost.push(answer.trade_no);
  }
  return lost;
}

async function readBooks(
  bench: Bench,
  acknowledged: readonly PaymentAnswer[],
): Promise<Pick<KillResult, 'paid' | 'lost' | 'twice' | 'balanced'>> {
  const store = await openStore(bench.location, [
    ...commandLogMigrations,
    ...pspMigrations,
    heartbeatMigration,
  ]);
  try {
    const rows = await store.read.all('SELECT out_trade_no FROM payments');
    const paid = new Set(rows.map((row) => String(row.out_trade_no)));
    const orders = new Set(acknowledged.map((answer) => answer.out_trade_no));
    const payee = await store.read.get('SELECT balance_minor FROM accounts WHERE account_id = $1', [
      PAYEE_ACCOUNT,
    ]);
    const { balanced } = await auditLedger(store.read);
    return {
      paid: paid.size,
      lost: [...orders].filter((order) => !paid.has(order)),
      twice: acknowledged.length - orders.size,
      balanced: balanced && payee?.balance_minor === BigInt(paid.size) * AMOUNT_MINOR,
    };
  } finally {
    await store.close();
  }
}
