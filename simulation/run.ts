import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { useNodeCrypto } from '../src/http/index.ts';
import { findingsOf } from './audit.ts';
import { authorise, buyAll, type Wish } from './buyer.ts';
import { createWorld, type World } from './world.ts';

export interface SimulationOptions {
  readonly seed: number;
  readonly purchases: number;
  /** The share of messages that something happens to, from 0 up to 1. */
  readonly faults: number;
  readonly progress?: (done: number) => void;
  /** Every line of what happens. */
  readonly show?: (line: string) => void;
}

export interface SimulationResult {
  readonly seed: number;
  readonly completed: number;
  readonly doubleCharges: number;
  readonly lost: number;
  /** Everything that is not as it must be, in words. Empty: all is well. */
  readonly findings: readonly string[];
  readonly faults: Readonly<Record<string, number>>;
  readonly simulatedSeconds: number;
  /** Of everything that happened: equal for two runs of a seed. */
  readonly journal: string;
}

/** Processes die here, machines do not: what is committed need not reach a disk. The kills see to that. */
const MEMORY = '/dev/shm';
const MAX_ROUNDS = 200;
const ROUND_MILLISECONDS = 60_000;

/** Buys under faults, lets the world come to rest, and compares the books of both sides. */
export async function simulate(options: SimulationOptions): Promise<SimulationResult> {
  useNodeCrypto();
  const data = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'openact-simulation-'));
  const acknowledged = new Map<string, string>();
  const world = await createWorld({
    data,
    seed: options.seed,
    show: options.show ?? (() => undefined),
    witness: (caller, { url }, answer) => {
      if (caller !== 'agent' || answer.status !== 200 || !url.endsWith('/payments')) return;
      const paid = JSON.parse(new TextDecoder().decode(answer.body)) as Record<string, string>;
      acknowledged.set(String(paid.trade_no), String(paid.out_trade_no));
    },
  });
  try {
    return await run(world, options, acknowledged);
  } finally {
    await world.close();
    rmSync(data, { recursive: true, force: true });
  }
}

async function run(
  world: World,
  { seed, purchases, faults, progress }: SimulationOptions,
  acknowledged: ReadonlyMap<string, string>,
): Promise<SimulationResult> {
  const { around } = world;
  const began = around.clock.now();
  around.trouble.share = faults;
  const wishes = wishesOf(purchases, await authorise(world, 'act:L2'));
  await buyAll(world, wishes, progress ?? (() => undefined));
  around.trouble.share = 0;
  await settle(world);
  const { doubleCharges, lost, findings } = await findingsOf(world, wishes, acknowledged);
  return {
    seed,
    completed: wishes.filter(({ bought }) => bought !== undefined).length,
    doubleCharges,
    lost,
    findings,
    faults: Object.fromEntries([...around.journal.counts].sort()),
    simulatedSeconds: around.clock.now() - began,
    journal: around.journal.end(),
  };
}

/** Three of four under one mandate; each fourth with the user, who confirms it at the cashier. */
function wishesOf(count: number, task: string): Wish[] {
  return Array.from({ length: count }, (_, index) => {
    const id = `wish-${index + 1}`;
    return index % 4 === 3 ? { id, level: 'act:L1', steps: 0 } : { id, level: 'act:L2', task, steps: 0 };
  });
}

/** What is under way arrives; the merchants' workers run until nothing is left to tell. */
async function settle({ network, merchants, around }: World): Promise<void> {
  await network.settle();
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    let waiting = 0n;
    for (const merchant of Object.values(merchants)) {
      await merchant.work();
      const row = await merchant.store.read.get(
        `SELECT (SELECT COUNT(*) FROM merchant_outbox WHERE state = 'PENDING') +
                (SELECT COUNT(*) FROM merchant_orders WHERE state = 'LOCKED') AS waiting`,
      );
      waiting += BigInt(String(row?.waiting));
    }
    if (waiting === 0n) return;
    around.clock.advance(ROUND_MILLISECONDS);
  }
}
