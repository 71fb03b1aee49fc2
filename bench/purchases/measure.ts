import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { PostgresServer } from '../../src/store/testing/postgres-server.ts';
import { withFolder } from './folder.ts';
import type { LoadJob, LoadResult } from './load.ts';
import { type Databases, filesIn, type Run } from './plan.ts';
import { openBank, openSeller, prepareRun } from './prepare.ts';
import { assertBooks, openFulfilments, reverify } from './proof.ts';
import { type Processes, startBareServers, startServers } from './servers.ts';

const LOAD = fileURLToPath(new URL('./load.ts', import.meta.url));
const ROLES = ['rail', 'voyage'] as const;
const DRAIN_LOOK_MILLISECONDS = 10;

export interface LoadPlan {
  readonly warmUp: number;
  readonly purchases: number;
  readonly atOnce: number;
  readonly firstPort: number;
}

export interface Rates {
  /** Until the last delivery was acknowledged. */
  readonly perSecond: number;
  /** Until the buyer had its last goods. */
  readonly boughtPerSecond: number;
  /** CPU time of all servers for one purchase; the load is not in it. */
  readonly serverCpuMilliseconds: number | undefined;
}

export interface Throughput extends Rates {
  readonly reverified: number;
}

async function drained(open: () => number | Promise<number>): Promise<void> {
  while ((await open()) > 0) await sleep(DRAIN_LOOK_MILLISECONDS);
}

async function messageOf<T>(child: ChildProcess): Promise<T> {
  // Its exit may be noticed before its last message was read; the end of the channel cannot.
  const gone = once(child, 'disconnect').then(() => {
    throw new Error('the load ended early');
  });
  // It comes after the last message too, when nobody waits any more.
  gone.catch(() => undefined);
  const [message] = await Promise.race([once(child, 'message'), gone]);
  return message as T;
}

/** Runs the load against servers that are up. @returns its result, and purchases a second with all deliveries */
async function underLoad(job: LoadJob, open: () => number | Promise<number>, processes: Processes) {
  const path = join(job.run.data, 'load.json');
  writeFileSync(path, JSON.stringify(job));
  const child = fork(LOAD, [path], { execArgv: [] });
  await messageOf(child);
  await drained(open);
  const before = processes.cpuMilliseconds();
  child.send('go');
  const result = await messageOf<LoadResult>(child);
  await drained(open);
  const milliseconds = Date.now() - result.startedAt;
  const after = processes.cpuMilliseconds();
  return {
    result,
    serverCpuMilliseconds:
      before === undefined || after === undefined ? undefined : (after - before) / result.purchases,
    perSecond: (result.purchases * 1000) / milliseconds,
    boughtPerSecond: (result.purchases * 1000) / result.milliseconds,
  };
}

/**
 * Full act:L2 purchases a second against real servers with durable stores, after the same load on the bare ones. The
 * figures are void (an error) when a sampled purchase does not verify offline or the books do not balance.
 */
export function measurePurchases(
  plan: LoadPlan,
): Promise<{ readonly full: Throughput; readonly bare: Rates }> {
  return withFolder(async (data, processes) => {
    const run = await prepare(plan, data, filesIn(data));
    const bare = await loadBare(plan, run, processes);
    return { full: await loadFull(plan, run, processes), bare };
  });
}

/** The same load against the same servers, each with its books in a schema of one PostgreSQL server that syncs. */
export function measureOnPostgres(plan: LoadPlan): Promise<Throughput> {
  return withFolder(async (data, processes) => {
    const server = new PostgresServer();
    try {
      await server.start();
      const databases = {
        bank: await server.createSchema(),
        rail: await server.createSchema(),
        voyage: await server.createSchema(),
      };
      return await loadFull(plan, await prepare(plan, data, databases), processes);
    } finally {
      await processes.stop();
      await server.remove();
    }
  });
}

function prepare({ warmUp, purchases, firstPort }: LoadPlan, data: string, databases: Databases) {
  return prepareRun(data, databases, firstPort, warmUp + purchases);
}

async function loadFull({ warmUp, purchases, atOnce }: LoadPlan, run: Run, processes: Processes) {
  await startServers(processes, run);
  const sellers = await Promise.all(ROLES.map((role) => openSeller(run.databases, role)));
  const { result, ...rates } = await underLoad(
    { run, warmUp, atOnce },
    () => openFulfilments(sellers),
    processes,
  );
  await Promise.all(sellers.map((seller) => seller.close()));
  await processes.stop();
  const store = await openBank(run.databases);
  try {
    await assertBooks(store, warmUp + purchases);
  } finally {
    await store.close();
  }
  return { ...rates, reverified: await reverify(run, result.samples) };
}

/** The same messages against servers that only verify, commit, sign and call. */
async function loadBare({ warmUp, atOnce }: LoadPlan, run: Run, processes: Processes): Promise<Rates> {
  await startBareServers(processes, run);
  const { result: _, ...rates } = await underLoad({ run, warmUp, atOnce }, () => undelivered(run), processes);
  await processes.stop();
  return rates;
}

async function undelivered({ addresses }: Run): Promise<number> {
  const answers = await Promise.all(
    [addresses.rail, addresses.voyage].map(async (url) => (await fetch(`${url}/readyz`)).json()),
  );
  return (answers as { undelivered: number }[]).reduce((sum, answer) => sum + answer.undelivered, 0);
}
