import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Bench } from '../../src/issuer/psp/testing/bench.ts';
import { generateKeyPair } from '../../src/protocol/jws/index.ts';
import { EKU, issueLeaf } from '../../src/protocol/x509/index.ts';
import { DAY_SECONDS, IDS, WORLD_NOW } from '../../src/verifier/testing/actors.ts';
import type { ServerConfig } from './payment-server.ts';

const SERVER = fileURLToPath(new URL('./payment-server.ts', import.meta.url));

/** What a payment server is told; `database` where it reaches its store by another way than the bench does. */
export async function writeConfig(
  bench: Bench,
  database = bench.location,
  name = 'server.json',
): Promise<string> {
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
    database,
    pspId: IDS.psp,
    issuerId: IDS.issuer,
    trustList: bench.world.trustListCompact,
    trustListKey: bench.actors.trustList.publicJwk,
    receiptKey: privateJwk,
    receiptCertificates: [leaf, ...bank.chain],
    now: WORLD_NOW,
  };
  const path = join(bench.folder, name);
  writeFileSync(path, JSON.stringify(config), { mode: 0o600 });
  return path;
}

export interface Server {
  readonly process: ChildProcess;
  readonly url: string;
  readonly startedInMilliseconds: number;
  /** Of the process alone, whatever else the machine does. */
  readonly startCpuMilliseconds: number;
}

/** Starts a payment service in a process of its own and waits until it listens. */
export async function start(configPath: string): Promise<Server> {
  const began = performance.now();
  const child = spawn(process.execPath, [SERVER, configPath], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Half of a start is compiling, and the program is the same each time.
    env: { ...process.env, NODE_COMPILE_CACHE: `${configPath}.cache` },
  });
  const lines = createInterface({ input: child.stdout });
  const [line] = await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(() => Promise.reject(new Error('The server ended before it listened.'))),
  ]);
  const { url, cpuMilliseconds } = JSON.parse(String(line)) as {
    readonly url: string;
    readonly cpuMilliseconds: number;
  };
  return {
    process: child,
    url,
    startedInMilliseconds: performance.now() - began,
    startCpuMilliseconds: cpuMilliseconds,
  };
}

export async function kill(server: Server): Promise<void> {
  const gone = once(server.process, 'exit');
  server.process.kill('SIGKILL');
  await gone;
}
