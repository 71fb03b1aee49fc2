import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateKeyPair, jwkThumbprint, localSigner, type OkpPublicJwk } from '../../src/protocol/index.ts';
import { openStore } from '../../src/store/index.ts';
import { AnchorLog, logMigrations, type Submission, TreeReading } from '../../src/trust/index.ts';

export interface LogFigures {
  readonly appendsPerSecond: number;
  readonly proofHashes: number;
  /** The slowest of `PROOFS` inclusion proofs, caches cold for most. */
  readonly slowestProofMilliseconds: number;
  readonly medianProofMilliseconds: number;
  /** Resident memory at the end to that after a tenth. */
  readonly memoryRatio: number;
  readonly memoryMegabytes: number;
}

const AT_ONCE = 512;
const PROOFS = 500;
/** As long as the anchor of an agent. */
const ANCHOR_BYTES = 640;
const MEGABYTE = 1024 * 1024;

/** Appends `count` anchors to a log on disk, durable before each is acknowledged, then proves some of them. */
export async function measureLog(count: number): Promise<LogFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'openact-bench-log-'));
  try {
    return await measureIn(folder, count);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureIn(folder: string, count: number): Promise<LogFigures> {
  const store = await openStore(join(folder, 'log.db'), logMigrations);
  const { publicJwk, privateJwk } = await generateKeyPair('Ed25519');
  const signer = localSigner(privateJwk, { kid: await jwkThumbprint(publicJwk) });
  const key = { name: 'bench.example/log', publicJwk: publicJwk as OkpPublicJwk };
  const log = new AnchorLog({ store, key, signer, clock: () => Math.floor(Date.now() / 1000) });
  let early = 0;
  const started = performance.now();
  let next = 0;
  const client = async () => {
    while (next < count) {
      const at = next;
      next += 1;
      await log.append(submission(at));
      if (at === Math.floor(count / 10)) early = process.memoryUsage().rss;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, client));
  const seconds = (performance.now() - started) / 1_000;
  const late = process.memoryUsage().rss;
  const tree = new TreeReading(store.read);
  const times: number[] = [];
  let proofHashes = 0;
  for (let proof = 0; proof < PROOFS; proof += 1) {
    const index = randomBytes(6).readUIntBE(0, 6) % count;
    const begun = performance.now();
    proofHashes = Math.max(proofHashes, (await tree.inclusion(index, count)).length);
    times.push(performance.now() - begun);
  }
  await store.close();
  times.sort((a, b) => a - b);
  return {
    appendsPerSecond: count / seconds,
    proofHashes,
    slowestProofMilliseconds: times.at(-1) ?? 0,
    medianProofMilliseconds: times[PROOFS >> 1] ?? 0,
    memoryRatio: late / early,
    memoryMegabytes: late / MEGABYTE,
  };
}

function submission(at: number): Submission {
  return {
    recordId: `rec_${at}`,
    channel: `ch_${at}`,
    anchor: randomBytes(ANCHOR_BYTES / 2).toString('hex'),
    agentAttestation: undefined,
    entry: new Uint8Array(randomBytes(32)),
  };
}
