import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { IDS } from '../../demo/plan.ts';
import type { Run, Shop } from './plan.ts';

const LOOKS = 2_400;
const LOOK_MILLISECONDS = 25;

const main = (role: string): string => fileURLToPath(new URL(`../../src/${role}/main.ts`, import.meta.url));

/** Server processes that were started and are still to be stopped. */
export class Processes {
  private readonly children: ChildProcess[] = [];

  start(script: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
    const flags = process.env.OPENACT_BENCH_FLAGS?.split(' ') ?? [];
    const child = spawn(process.execPath, [...flags, script, ...args], {
      env: { ...inherited(), OPENACT_LOG: 'silent', ...env },
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

  /** Asks one to drain, or each, and waits for it. */
  async stop(only?: ChildProcess): Promise<void> {
    for (const child of this.taken(only)) await ended(child, 'SIGTERM');
  }

  /** Ends one without a warning. */
  async kill(child: ChildProcess): Promise<void> {
    for (const one of this.taken(child)) await ended(one, 'SIGKILL');
  }

  private taken(only?: ChildProcess): readonly ChildProcess[] {
    if (only === undefined) return this.children.splice(0).reverse();
    const at = this.children.indexOf(only);
    return at < 0 ? [] : this.children.splice(at, 1);
  }
}

/** A server refuses a setting that is for the bench alone. */
function inherited(): NodeJS.ProcessEnv {
  const ours = Object.entries(process.env).filter(([name]) => !name.startsWith('OPENACT_BENCH_'));
  return Object.fromEntries(ours);
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

/** The most memory that a process has held so far, in MB; undefined where the system does not tell. */
export function peakMemoryOf({ pid }: ChildProcess): number | undefined {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
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

const portOf = (url: string): string => new URL(url).port;

function trustIn({ keys, addresses }: Run): NodeJS.ProcessEnv {
  return {
    OPENACT_TRUST_URL: `${addresses.trust}/trust-list`,
    OPENACT_TRUST_KEY: join(keys, 'trust-list.pub.json'),
    OPENACT_ADDRESS_RATE: '1000000',
    OPENACT_CALLER_RATE: '1000000',
    OPENACT_LOCAL_ORIGINS: Object.values(addresses).join(' '),
  };
}

/** `more` is added to the environment, as for the others below. */
export async function startTrust(
  processes: Processes,
  { keys, addresses }: { readonly keys: string; readonly addresses: Pick<Run['addresses'], 'trust'> },
  more: NodeJS.ProcessEnv = {},
): Promise<ChildProcess> {
  const child = processes.start(main('trust'), [], {
    OPENACT_TRUST_LIST: join(keys, 'trust-list.jwt'),
    OPENACT_PORT: portOf(addresses.trust),
    ...more,
  });
  await untilHealthy(addresses.trust);
  return child;
}

/** The account side over this database at this address. It is up when this resolves. */
export async function startIssuer(
  processes: Processes,
  run: Run,
  database: string,
  url: string,
  more: NodeJS.ProcessEnv = {},
): Promise<ChildProcess> {
  const child = processes.start(main('issuer'), [], {
    ...trustIn(run),
    OPENACT_DATABASE: database,
    OPENACT_KEYS: join(run.keys, 'bank'),
    OPENACT_ISSUER_ID: IDS.issuer,
    OPENACT_PSP_ID: IDS.psp,
    OPENACT_PORT: portOf(url),
    OPENACT_BASE_URL: run.addresses.issuer,
    ...more,
  });
  await untilHealthy(url);
  return child;
}

export async function startMerchant(
  processes: Processes,
  run: Run,
  role: Shop['role'],
  more: NodeJS.ProcessEnv = {},
): Promise<void> {
  processes.start(main('merchant'), [], {
    ...trustIn(run),
    OPENACT_CONFIG: join(run.data, `${role}.json`),
    OPENACT_DATABASE: run.databases[role],
    OPENACT_KEYS: join(run.keys, role),
    OPENACT_PORT: portOf(run.addresses[role]),
    ...more,
  });
  await untilHealthy(run.addresses[role]);
}

/** Starts the trust service, the account side and both sellers, each by its own main.ts in its own process. */
export async function startServers(processes: Processes, run: Run): Promise<void> {
  await startTrust(processes, run);
  await Promise.all([
    startIssuer(processes, run, run.databases.bank, run.addresses.issuer),
    startMerchant(processes, run, 'rail'),
    startMerchant(processes, run, 'voyage'),
  ]);
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
    const args = [role, join(data, `bare-${role}.db`), keys, portOf(url), addresses.issuer];
    processes.start(script, args, {});
  }
  await Promise.all(servers.map(([, url]) => untilHealthy(url)));
}
