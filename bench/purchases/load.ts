/**
 * The load, a process of its own: buys once with each mandate, a bounded number at a time. It warms everything up,
 * says so, and starts its clock when its parent answers.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readKeyFile } from '../../src/http/key-file.ts';
import { Buyer, type Evidence } from './buyer.ts';
import { type PreparedMandate, type Run, shopsAt } from './plan.ts';
import { Wire, WireSigner } from './wire.ts';

const SAMPLE_EVERY = 100;

export interface LoadJob {
  readonly run: Run;
  readonly warmUp: number;
  readonly atOnce: number;
}

export interface LoadResult {
  readonly purchases: number;
  readonly startedAt: number;
  readonly milliseconds: number;
  readonly samples: readonly Evidence[];
}

async function buyAll(buyer: Buyer, job: LoadJob, mandates: readonly PreparedMandate[], keep: boolean) {
  const shops = shopsAt(job.run.addresses);
  const samples: Evidence[] = [];
  let next = 0;
  async function worker(): Promise<void> {
    for (let index = next++; index < mandates.length; index = next++) {
      const mandate = mandates[index];
      const shop = shops[index % 2];
      if (!mandate || !shop) return;
      const evidence = await buyer.buy(mandate, shop, keep && index % SAMPLE_EVERY === 0);
      if (evidence) samples.push(evidence);
    }
  }
  await Promise.all(Array.from({ length: job.atOnce }, worker));
  return samples;
}

async function main(path: string): Promise<void> {
  const job = JSON.parse(readFileSync(path, 'utf8')) as LoadJob;
  const { keys, mandates } = job.run;
  const attestation = readFileSync(join(keys, 'agent', 'agent-attestation.jwt'), 'utf8').trim();
  const { jwk, header } = await readKeyFile(join(keys, 'agent', 'agent.json'));
  const wire = new Wire();
  const buyer = new Buyer(job.run, attestation, new WireSigner(jwk, header), wire);
  await buyAll(buyer, job, mandates.slice(0, job.warmUp), false);
  process.send?.('warm');
  await once(process, 'message');
  const startedAt = Date.now();
  const start = performance.now();
  const measured = mandates.slice(job.warmUp);
  const samples = await buyAll(buyer, job, measured, true);
  const milliseconds = performance.now() - start;
  const result: LoadResult = { purchases: measured.length, startedAt, milliseconds, samples };
  await wire.close();
  // Before all of it has left the channel stays open.
  process.send?.(result, () => process.disconnect?.());
}

const [, , path] = process.argv;
if (path !== undefined) await main(path);
