import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readKeyFile } from '../../src/http/key-file.ts';
import { auditLedger } from '../../src/issuer/index.ts';
import { Buyer } from '../purchases/buyer.ts';
import { withFolder } from '../purchases/folder.ts';
import { filesIn, type PreparedMandate, type Run } from '../purchases/plan.ts';
import { openBank, prepareRun } from '../purchases/prepare.ts';
import { type Processes, peakMemoryOf, startIssuer, startTrust } from '../purchases/servers.ts';
import { Wire, WireSigner } from '../purchases/wire.ts';
import { fill, type Template } from './fill.ts';
import { Shop } from './shop.ts';

/** What the larger of two account sides holds is compared with this many mandates and past purchases. */
export const FEW = 1_000;
const WARM_UP = 100;

export interface ScalePlan {
  /** Mandates and past purchases of the larger one. */
  readonly many: number;
  /** Payments that are timed at each of the two. */
  readonly payments: number;
  readonly firstPort: number;
}

export interface ScaleFigures {
  /** Median milliseconds of a payment, without its quote. */
  readonly few: number;
  readonly many: number;
  /** The most memory that the larger account side has held, in MB. */
  readonly memory: number | undefined;
  /** Of the larger one, from its start until it answered, after it was killed. */
  readonly restartMilliseconds: number;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/**
 * Pays at two account sides by turns, so that whatever else the machine does falls on both. They have the same keys,
 * and the same mandates are used at both; but one has `FEW` past purchases in its file and the other `many`.
 */
export function measureScale(plan: ScalePlan): Promise<ScaleFigures> {
  return withFolder(async (data, processes) => {
    const databases = filesIn(data);
    const count = 1 + WARM_UP + plan.payments;
    const run = await prepareRun(data, databases, plan.firstPort, count);
    const [first, ...mandates] = run.mandates;
    if (!first) throw new Error('no mandate');
    await startTrust(processes, run);
    const wire = new Wire();
    const shop = await Shop.open(run);
    const template = await buyFirst(
      processes,
      run,
      await buyerAt(run, run.addresses.issuer, wire),
      shop,
      first,
    );
    fill(databases.bank, template, 0, FEW);
    const large = join(data, 'large.db');
    copyFileSync(databases.bank, large);
    copyFileSync(`${databases.bank}.mark`, `${large}.mark`);
    fill(large, template, FEW, plan.many);
    const figures = await payAtBoth(processes, run, large, { wire, shop, mandates });
    await wire.close();
    await processes.stop();
    await assertBooks(databases.bank, FEW + count);
    await assertBooks(large, plan.many + count);
    return figures;
  });
}

async function buyerAt(run: Run, issuer: string, wire: Wire): Promise<Buyer> {
  const { jwk, header } = await readKeyFile(join(run.keys, 'agent', 'agent.json'));
  const attestation = readFileSync(join(run.keys, 'agent', 'agent-attestation.jwt'), 'utf8').trim();
  const there = { ...run, addresses: { ...run.addresses, issuer } };
  return new Buyer(there, attestation, new WireSigner(jwk, header), wire);
}

/** The one real purchase that the past ones are copied from. */
async function buyFirst(
  processes: Processes,
  run: Run,
  buyer: Buyer,
  shop: Shop,
  mandate: PreparedMandate,
): Promise<Template> {
  const issuer = await startIssuer(processes, run, run.databases.bank, run.addresses.issuer);
  const { payment } = await buyer.pay(mandate, shop.quote());
  await processes.stop(issuer);
  return { delegation: mandate.delegationId, trade: payment.trade_no };
}

interface Load {
  readonly wire: Wire;
  readonly shop: Shop;
  readonly mandates: readonly PreparedMandate[];
}

async function payAtBoth(
  processes: Processes,
  run: Run,
  large: string,
  { wire, shop, mandates }: Load,
): Promise<ScaleFigures> {
  const { issuer: few, rail: many } = run.addresses;
  await startIssuer(processes, run, run.databases.bank, few);
  await processes.kill(await startIssuer(processes, run, large, many));
  const started = performance.now();
  const largeIssuer = await startIssuer(processes, run, large, many);
  const restartMilliseconds = performance.now() - started;
  const buyers = [await buyerAt(run, few, wire), await buyerAt(run, many, wire)];
  const times: [number[], number[]] = [[], []];
  for (const [index, mandate] of mandates.entries()) {
    for (const side of index % 2 === 0 ? [0, 1] : [1, 0]) {
      const quote = shop.quote();
      const start = performance.now();
      await buyers[side]?.pay(mandate, quote);
      if (index >= WARM_UP) times[side]?.push(performance.now() - start);
    }
  }
  const memory = peakMemoryOf(largeIssuer);
  return { few: median(times[0]), many: median(times[1]), memory, restartMilliseconds };
}

/** @throws Error when the books of this file do not balance or another number of payments stands in them */
async function assertBooks(bank: string, expected: number): Promise<void> {
  const store = await openBank({ bank, rail: '', voyage: '' });
  try {
    const { balanced } = await auditLedger(store.read);
    const row = await store.read.get('SELECT COUNT(*) AS paid FROM payments');
    if (!balanced) throw new Error('the ledger does not balance');
    if (Number(row?.paid) !== expected) throw new Error(`${row?.paid} payments instead of ${expected}`);
  } finally {
    await store.close();
  }
}
