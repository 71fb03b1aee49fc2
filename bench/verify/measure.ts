import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { verifyPurchase } from '../../src/verifier/index.ts';
import type { World } from '../../src/verifier/testing/world.ts';
import { benchActors, differentPurchases } from './bundles.ts';
import type { ColdJob } from './cold.ts';
import { joseSignatures, verifyWithJose } from './jose.ts';
import { type RawSignature, signaturesIn, verifyRaw } from './raw.ts';
import { SdJwtVerifier } from './sd-jwt.ts';

const COLD = fileURLToPath(new URL('./cold.ts', import.meta.url));
const COLD_RUNS = 3;
/** Different purchases: their messages are many more than any cache holds. */
const PURCHASES = 60;
const ROUND = 10;
/** It takes some 3,000 purchases until everything that judges one is compiled as it stays. */
const WARM_UP = 300;
const LIBRARY_WARM_UP = 60;

/** Milliseconds for one purchase; `cpuRatio` is the CPU time of all rounds, collection of garbage included, to that of the signatures. */
export interface VerifyFigures {
  readonly signatures: number;
  readonly raw: number;
  readonly warm: number;
  readonly cold: number;
  readonly cpuRatio: number;
  /** The same messages verified by `jose`, signatures and headers alone, to their bare signatures. */
  readonly joseRatio: number;
  /** A chain of as many SD-JWTs, verified by @sd-jwt/core, to their bare signatures. */
  readonly sdJwtRatio: number;
}

/** CPU time of this process in microseconds, whichever thread used it. */
function cpuMicroseconds(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

async function assertVerifies({ bundleBytes, actors, now }: World): Promise<void> {
  const { verdict } = await verifyPurchase(bundleBytes, { trustListKey: actors.trustList.publicJwk, now });
  if (verdict !== 'accepted') throw new Error('the purchase is not accepted');
}

/**
 * The whole verification and the bare signatures by turns, so that whatever else the machine does falls on both. The
 * medians of the rounds are compared. A purchase comes again only after so many others that nothing in memory is left
 * of its messages; what stays warm are the certificates and keys of those who signed.
 *
 * @param rounds `WARM_UP` more are run before and not counted
 */
export async function measureVerify(rounds: number): Promise<VerifyFigures> {
  const worlds = await differentPurchases(await benchActors(), PURCHASES);
  const signatures = worlds.map(signaturesIn);
  const warm: number[] = [];
  const raw: number[] = [];
  // The system counts CPU time in steps as long as a round, so that only the sums say anything.
  const cpu = { warm: 0, raw: 0 };
  for (let round = -WARM_UP; round < rounds; round += 1) {
    const from = ((round + WARM_UP) * ROUND) % PURCHASES;
    const cpuStart = cpuMicroseconds();
    const start = performance.now();
    for (const world of worlds.slice(from, from + ROUND)) await assertVerifies(world);
    const between = performance.now();
    const cpuBetween = cpuMicroseconds();
    for (const one of signatures.slice(from, from + ROUND)) verifyRaw(one);
    const end = performance.now();
    if (round < 0) continue;
    cpu.warm += cpuBetween - cpuStart;
    cpu.raw += cpuMicroseconds() - cpuBetween;
    warm.push((between - start) / ROUND);
    raw.push((end - between) / ROUND);
  }
  const [first] = worlds;
  if (!first) throw new Error('nothing to measure');
  return {
    signatures: signatures[0]?.length ?? 0,
    raw: median(raw),
    warm: median(warm),
    cold: median(coldRuns(first)),
    cpuRatio: cpu.warm / cpu.raw,
    joseRatio: await measureJose(signatures, rounds),
    sdJwtRatio: await measureSdJwt(worlds, signatures, rounds),
  };
}

async function measureJose(signatures: readonly RawSignature[][], rounds: number): Promise<number> {
  const prepared = await Promise.all(signatures.map(joseSignatures));
  return libraryToRaw(prepared, verifyWithJose, signatures, rounds);
}

async function measureSdJwt(
  worlds: readonly World[],
  signatures: readonly RawSignature[][],
  rounds: number,
): Promise<number> {
  const library = new SdJwtVerifier();
  const chains = await Promise.all(worlds.map((world) => library.chainOf(world)));
  return libraryToRaw(chains, (chain) => library.verify(chain), signatures, rounds);
}

/** After the others and not between them, so that nobody else's garbage is collected in their time. */
async function libraryToRaw<T>(
  prepared: readonly T[],
  verify: (one: T) => Promise<void>,
  signatures: readonly RawSignature[][],
  rounds: number,
): Promise<number> {
  const library: number[] = [];
  const raw: number[] = [];
  for (let round = -LIBRARY_WARM_UP; round < rounds; round += 1) {
    const from = ((round + LIBRARY_WARM_UP) * ROUND) % PURCHASES;
    const start = performance.now();
    for (const one of prepared.slice(from, from + ROUND)) await verify(one);
    const between = performance.now();
    for (const one of signatures.slice(from, from + ROUND)) verifyRaw(one);
    if (round < 0) continue;
    library.push(between - start);
    raw.push(performance.now() - between);
  }
  return median(library) / median(raw);
}

function coldRuns({ bundle, actors, now }: World): number[] {
  const folder = mkdtempSync(join(tmpdir(), 'openact-bench-'));
  try {
    const path = join(folder, 'cold.json');
    const context = { trustListKey: actors.trustList.publicJwk, now };
    writeFileSync(path, JSON.stringify({ bundle: JSON.stringify(bundle), context } satisfies ColdJob));
    return Array.from({ length: COLD_RUNS }, () => {
      const text = execFileSync(process.execPath, [COLD, path], { encoding: 'utf8' });
      return (JSON.parse(text) as { milliseconds: number }).milliseconds;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
