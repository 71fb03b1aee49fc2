import { Dice } from '../../simulation/dice.ts';
import { type ClosableHttpClient, createHttpClient, expectJson } from '../../src/http/index.ts';
import { type Bench, createBench } from '../../src/issuer/psp/testing/bench.ts';
import type { PaymentAnswer, PaymentBody } from '../../src/protocol/generated/types.ts';
import { validatePaymentAnswer } from '../../src/protocol/generated/validators.js';
import { createActors } from '../../src/verifier/testing/actors.ts';
import { AMOUNT, type Books, lostOf, readBooks } from './audit.ts';
import { kill, type Server, start, writeConfig } from './payment-process.ts';

const BUYERS = 8;
const SHORTEST_LIFE_MILLISECONDS = 200;
const LONGEST_LIFE_MILLISECONDS = 600;

export interface KillOptions {
  readonly seed: number;
  /** It goes on until there were so many kills and so many acknowledged payments. */
  readonly kills: number;
  readonly acknowledged: number;
  readonly progress?: (kills: number, acknowledged: number) => void;
}

export interface KillResult extends Books {
  readonly kills: number;
  readonly acknowledged: number;
  /** From the start of the process to its first answer, kills before it included. */
  readonly slowestStartMilliseconds: number;
  /** Processor time of the first start, on empty books, and of the dearest one after a kill. */
  readonly startCpuMilliseconds: { readonly first: number; readonly dearest: number };
}

/** Buyers who keep trying until they have a receipt for each order. */
class Buyers {
  readonly acknowledged: PaymentAnswer[] = [];
  private readonly open: PaymentBody[] = [];
  private readonly waiting: (() => void)[] = [];
  private readonly bench: Bench;
  private readonly client: ClosableHttpClient;

  constructor(bench: Bench, client: ClosableHttpClient) {
    this.bench = bench;
    this.client = client;
  }

  /** Resolves with the next payment that is acknowledged. */
  next(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
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
        for (const resolve of this.waiting.splice(0)) resolve();
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
  const costs: number[] = [];
  const startOne = async (): Promise<Server> => {
    const server = await start(configPath);
    running.push(server);
    slowest = Math.max(slowest, server.startedInMilliseconds);
    costs.push(server.startCpuMilliseconds);
    return server;
  };
  for (; round < kills || buyers.acknowledged.length < acknowledged; round += 1) {
    const server = await startOne();
    const buying = buyers.buyFrom(server.url);
    const progressed = buyers.next();
    const life =
      SHORTEST_LIFE_MILLISECONDS + dice.below(LONGEST_LIFE_MILLISECONDS - SHORTEST_LIFE_MILLISECONDS);
    await new Promise((resolve) => setTimeout(resolve, life));
    // However slow the machine is: no life is in vain.
    await Promise.race([progressed, buying]);
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
    startCpuMilliseconds: { first: costs[0] ?? 0, dearest: Math.max(...costs.slice(1)) },
    ...books,
    lost: [...lost, ...books.lost],
  };
}
