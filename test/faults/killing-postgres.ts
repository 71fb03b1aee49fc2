import { setTimeout as sleep } from 'node:timers/promises';
import { Dice } from '../../simulation/dice.ts';
import { type ClosableHttpClient, createHttpClient, expectJson } from '../../src/http/index.ts';
import { type Bench, createBench, WIDE_MANDATE } from '../../src/issuer/psp/testing/bench.ts';
import type { PaymentAnswer, PaymentBody } from '../../src/protocol/generated/types.ts';
import { validatePaymentAnswer } from '../../src/protocol/generated/validators.js';
import { DatabaseLine } from '../../src/store/testing/database-line.ts';
import type { postgres } from '../../src/store/testing/engines.ts';
import { createActors } from '../../src/verifier/testing/actors.ts';
import { AMOUNT, type Books, lostOf, readBooks } from './audit.ts';
import { kill, type Server, start, writeConfig } from './payment-process.ts';

const BUYERS = 8;
const PROCESSES = 2;
const SHORTEST_LIFE_MILLISECONDS = 300;
const LONGEST_LIFE_MILLISECONDS = 900;
const CUT_MILLISECONDS = 100;
const PAUSE_MILLISECONDS = 25;
/** What a buyer may hear while a server or its database is away; everything else is a failure. */
const AWAY: ReadonlySet<unknown> = new Set(['peer_unreachable', 'store_unavailable', 'payment_pending']);

/** What is killed at the end of a life; the database more often than anything else. */
const FATES = ['database', 'database', 'postmaster', 'database and process', 'process'] as const;
type Fate = (typeof FATES)[number];

export interface PostgresKillOptions {
  readonly engine: ReturnType<typeof postgres>;
  readonly seed: number;
  /** It goes on until the database was killed so often and there were so many acknowledged payments. */
  readonly kills: number;
  readonly acknowledged: number;
  readonly progress?: (kills: number, acknowledged: number) => void;
}

export interface PostgresKillResult extends Books {
  readonly databaseKills: number;
  readonly processKills: number;
  /** Commits that reached the database and whose answers did not come back. */
  readonly cutCommits: number;
  readonly acknowledged: number;
  /** From the kill of the database to its taking connections again. */
  readonly slowestRestartMilliseconds: number;
  /** From the start of a payment process to its first answer. */
  readonly slowestStartMilliseconds: number;
  /** From a kill to the next acknowledged payment, with whatever had to be started again. */
  readonly slowestRecoveryMilliseconds: number;
}

/** Buyers who keep trying until they have a receipt for each order, at whichever process answers. */
class Buyers {
  readonly acknowledged: PaymentAnswer[] = [];
  private readonly bench: Bench;
  private readonly client: ClosableHttpClient;
  private readonly servers: readonly Server[];
  private waiting: (() => void)[] = [];
  private state: 'open' | 'closed' = 'open';

  constructor(bench: Bench, client: ClosableHttpClient, servers: readonly Server[]) {
    this.bench = bench;
    this.client = client;
    this.servers = servers;
  }

  buy(): Promise<unknown> {
    return Promise.all(Array.from({ length: BUYERS }, (_, buyer) => this.buyOn(buyer)));
  }

  /** No new orders; what was begun is brought to its end. */
  close(): void {
    this.state = 'closed';
  }

  next(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private async buyOn(buyer: number): Promise<void> {
    for (let order = buyer; this.state === 'open'; order += 1) {
      let body = await this.bench.payment({ amount: AMOUNT });
      for (let tries = order; !(await this.pay(body, tries)); tries += 1) {
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
      for (const resolve of this.waiting.splice(0)) resolve();
      return true;
    } catch (error) {
      if (AWAY.has((error as { readonly code?: unknown }).code)) return false;
      throw error;
    }
  }
}

/** Payment processes, each on a line of its own to one database. */
class Site {
  readonly servers: Server[] = [];
  readonly lines: DatabaseLine[] = [];
  databaseKills = 0;
  processKills = 0;
  slowestRestart = 0;
  slowestStart = 0;
  private readonly engine: PostgresKillOptions['engine'];
  private readonly configs: string[] = [];

  constructor(engine: PostgresKillOptions['engine']) {
    this.engine = engine;
  }

  async open(bench: Bench): Promise<void> {
    for (let index = 0; index < PROCESSES; index += 1) {
      const line = new DatabaseLine(bench.location);
      this.lines.push(line);
      await line.open();
      this.configs.push(await writeConfig(bench, line.by(bench.location), `server-${index}.json`));
      await this.begin(index);
    }
  }

  /** For a moment commits are made, and nobody is told. */
  async cutCommits(): Promise<void> {
    for (const line of this.lines) line.fate = 'lose commit answers';
    await sleep(CUT_MILLISECONDS);
    for (const line of this.lines) line.fate = 'pass';
  }

  /** Kills what the fate says at once, and starts it again: the database first, which a process needs to start. */
  async strike(fate: Fate, index: number): Promise<void> {
    const isDatabase = fate !== 'process';
    const isProcess = fate === 'process' || fate === 'database and process';
    const gone = isProcess ? kill(this.serverAt(index)) : undefined;
    if (fate === 'postmaster') this.engine.server.kill();
    else if (isDatabase) await this.engine.server.killAll();
    await gone;
    if (isDatabase) {
      await this.engine.server.restart();
      this.databaseKills += 1;
      this.slowestRestart = Math.max(this.slowestRestart, performance.now() - this.engine.server.killedAt);
    }
    if (isProcess) {
      await this.begin(index);
      this.processKills += 1;
    }
  }

  async close(): Promise<void> {
    for (const { process: child } of this.servers) child.kill('SIGKILL');
    for (const line of this.lines) await line.close();
  }

  private async begin(index: number): Promise<void> {
    const server = await start(this.configs[index] ?? '');
    this.servers[index] = server;
    this.slowestStart = Math.max(this.slowestStart, server.startedInMilliseconds);
  }

  private serverAt(index: number): Server {
    const server = this.servers[index];
    if (server === undefined) throw new Error(`No process ${index}.`);
    return server;
  }
}

/**
 * Kills a PostgreSQL server and the payment processes on it over and over while they are paid at, cuts their lines
 * between a COMMIT and its answer, and looks afterwards for what was acknowledged.
 */
export async function killDatabase(options: PostgresKillOptions): Promise<PostgresKillResult> {
  const bench = await createBench(await createActors(), WIDE_MANDATE, options.engine);
  const client = createHttpClient(() => true);
  const site = new Site(options.engine);
  try {
    await site.open(bench);
    return await killing(options, bench, client, site);
  } finally {
    await site.close();
    await client.close();
    await bench.close();
  }
}

async function killing(
  { seed, kills, acknowledged, progress }: PostgresKillOptions,
  bench: Bench,
  client: ClosableHttpClient,
  site: Site,
): Promise<PostgresKillResult> {
  const dice = new Dice(seed);
  const buyers = new Buyers(bench, client, site.servers);
  const buying = buyers.buy();
  let slowestRecovery = 0;
  const round = async (): Promise<void> => {
    await sleep(
      SHORTEST_LIFE_MILLISECONDS + dice.below(LONGEST_LIFE_MILLISECONDS - SHORTEST_LIFE_MILLISECONDS),
    );
    if (dice.happens(0.5)) await site.cutCommits();
    const began = performance.now();
    await site.strike(dice.pick(FATES), dice.below(PROCESSES));
    await buyers.next();
    slowestRecovery = Math.max(slowestRecovery, performance.now() - began);
    progress?.(site.databaseKills, buyers.acknowledged.length);
  };
  const rounds = async (): Promise<void> => {
    while (site.databaseKills < kills || buyers.acknowledged.length < acknowledged) await round();
    buyers.close();
  };
  // A buyer who hears what nobody may hear ends it all.
  await Promise.all([rounds(), buying]);
  const [first] = site.servers;
  const lost = await lostOf(bench, client, first?.url ?? '', buyers.acknowledged);
  const books = await readBooks(bench, buyers.acknowledged);
  return {
    ...books,
    lost: [...lost, ...books.lost],
    databaseKills: site.databaseKills,
    processKills: site.processKills,
    cutCommits: site.lines.reduce((sum, line) => sum + line.lostAnswers, 0),
    acknowledged: buyers.acknowledged.length,
    slowestRestartMilliseconds: Math.round(site.slowestRestart),
    slowestStartMilliseconds: Math.round(site.slowestStart),
    slowestRecoveryMilliseconds: Math.round(slowestRecovery),
  };
}
