import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { IDS } from '../../demo/plan.ts';
import { databaseOf, type Run } from './plan.ts';

const LOOKS = 400;
const LOOK_MILLISECONDS = 25;

const main = (role: string): string => fileURLToPath(new URL(`../../src/${role}/main.ts`, import.meta.url));

/** Server processes that were started and are still to be stopped. */
export class Processes {
  private readonly children: ChildProcess[] = [];

  start(script: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
    const flags = process.env.OPENACT_BENCH_FLAGS?.split(' ') ?? [];
    const child = spawn(process.execPath, [...flags, script, ...args], {
      env: { ...process.env, OPENACT_LOG: 'silent', ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.children.push(child);
    return child;
  }

  /** CPU time of all of them so far, in milliseconds; undefined where the system does not tell. */
  cpuMilliseconds(): number | undefined {
    try {
      return this.children.reduce((sum, { pid }) => sum + cpuOf(pid), 0);
    } catch {
      return undefined;
    }
  }

  /** Asks each to drain and waits for it. */
  async stop(): Promise<void> {
    for (const child of this.children.splice(0).reverse()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    }
  }
}

/** User and system time of a process, which Linux counts in hundredths of a second. */
function cpuOf(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return 10 * (Number(fields[11]) + Number(fields[12]));
}

async function untilHealthy(url: string): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.status === 200) return;
    await sleep(LOOK_MILLISECONDS);
  }
  throw new Error(`${url} did not come up`);
}

/** Starts the trust service, the account side and both sellers, each by its own main.ts in its own process. */
export async function startServers(processes: Processes, run: Run): Promise<void> {
  const { data, keys, addresses } = run;
  const trust = {
    OPENACT_TRUST_URL: `${addresses.trust}/trust-list`,
    OPENACT_TRUST_KEY: join(keys, 'trust-list.pub.json'),
  };
  const portOf = (url: string): string => new URL(url).port;
  processes.start(main('trust'), [], {
    OPENACT_TRUST_LIST: join(keys, 'trust-list.jwt'),
    OPENACT_PORT: portOf(addresses.trust),
  });
  await untilHealthy(addresses.trust);
  processes.start(main('issuer'), [], {
    ...trust,
    OPENACT_DATABASE: process.env.OPENACT_BENCH_DATABASE ?? databaseOf(data, 'bank'),
    OPENACT_KEYS: join(keys, 'bank'),
    OPENACT_ISSUER_ID: IDS.issuer,
    OPENACT_PSP_ID: IDS.psp,
    OPENACT_PORT: portOf(addresses.issuer),
    OPENACT_BASE_URL: addresses.issuer,
  });
  for (const role of ['rail', 'voyage'] as const) {
    processes.start(main('merchant'), [], {
      ...trust,
      OPENACT_CONFIG: join(data, `${role}.json`),
      OPENACT_DATABASE: databaseOf(data, role),
      OPENACT_KEYS: join(keys, role),
      OPENACT_PORT: portOf(addresses[role]),
    });
  }
  await Promise.all([addresses.issuer, addresses.rail, addresses.voyage].map(untilHealthy));
}

/** Starts the bare servers in the same processes, but for the trust service, which nobody asks under load. */
export async function startBareServers(processes: Processes, { data, keys, addresses }: Run): Promise<void> {
  const script = fileURLToPath(new URL('./bare.ts', import.meta.url));
  const servers = [
    ['bank', addresses.issuer],
    ['rail', addresses.rail],
    ['voyage', addresses.voyage],
  ] as const;
  for (const [role, url] of servers) {
    const args = [role, databaseOf(data, `bare-${role}`), keys, new URL(url).port, addresses.issuer];
    processes.start(script, args, {});
  }
  await Promise.all(servers.map(([, url]) => untilHealthy(url)));
}
