import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadLogKey, provision } from '../../src/trust/index.ts';
import { withFolder } from '../purchases/folder.ts';
import { type Processes, peakMemoryOf, startTrust } from '../purchases/servers.ts';
import type { Appended, Asked } from './append.ts';
import { askForProofs } from './ask.ts';

export interface Spread {
  readonly median: number;
  readonly p99: number;
  readonly p999: number;
  readonly slowest: number;
}

export interface LogFigures {
  readonly appended: Appended;
  readonly proofHashes: number;
  /** Milliseconds of an answer of the server with anchor, checkpoint and proof. */
  readonly first: number;
  readonly proof: Spread;
  /** Of an answer of the same server that says only that it lives: what the machine and HTTP take of the time above. */
  readonly idle: Spread;
  /** How many answers that is. */
  readonly proofs: number;
  /** Of the server over the whole log, from its start until it is ready. */
  readonly restartMilliseconds: number;
  /** The most memory that it has held, in MB. */
  readonly serverMegabytes: number | undefined;
}

const LOG = 'did:act:bench.example/log';

/** Appends `count` anchors to a log on disk, durable before each is acknowledged; then a server is asked for proofs. */
export function measureLog(count: number, port: number): Promise<LogFigures> {
  return withFolder(async (data, processes) => {
    const keys = join(data, 'keys');
    mkdirSync(keys);
    const entities = [{ id: LOG, role: 'LOG', folder: 'log' } as const];
    await provision(
      keys,
      { operator: 'did:act:bench.example/list', entities },
      Math.floor(Date.now() / 1000),
    );
    const database = join(data, 'log.db');
    const file = join(data, 'asked');
    const appended = await append(processes, [database, join(keys, 'log'), LOG, String(count), file]);
    const url = `http://127.0.0.1:${port}`;
    const started = performance.now();
    const server = await startTrust(
      processes,
      { keys, addresses: { trust: url } },
      {
        ...{ OPENACT_DATABASE: database, OPENACT_KEYS: join(keys, 'log'), OPENACT_LOG_ID: LOG },
        ...{ OPENACT_TRUST_KEY: join(keys, 'trust-list.pub.json'), OPENACT_ADDRESS_RATE: '1000000' },
      },
    );
    const restartMilliseconds = performance.now() - started;
    const { key } = await loadLogKey(join(keys, 'log'), LOG);
    const { first, proofs, idle, hashes } = await askForProofs(url, shuffled(readAsked(file)), count, key);
    return {
      ...{ appended, proofHashes: hashes, first, proof: spreadOf(proofs), idle: spreadOf(idle) },
      ...{ proofs: proofs.length, restartMilliseconds, serverMegabytes: peakMemoryOf(server) },
    };
  });
}

function spreadOf(sorted: readonly number[]): Spread {
  const at = (part: number): number => sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN;
  return { median: at(0.5), p99: at(0.99), p999: at(0.999), slowest: at(1) };
}

async function append(processes: Processes, args: readonly string[]): Promise<Appended> {
  const child = processes.start(fileURLToPath(new URL('./append.ts', import.meta.url)), args, {});
  let said = '';
  child.stdout?.setEncoding('utf8').on('data', (part: string) => {
    said += part;
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`appending ended with ${String(code)}`);
  return JSON.parse(said) as Appended;
}

const readAsked = (file: string): Asked[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Asked);

/** By turns from all over the log, so that hardly two of them go through one tile. */
function shuffled<T>(all: readonly T[]): T[] {
  const step = 1_597;
  return all.map((_, at) => all[(at * step) % all.length] as T);
}
