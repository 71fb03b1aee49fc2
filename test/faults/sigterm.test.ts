import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { Buyer } from '../../bench/purchases/buyer.ts';
import { filesIn, type PreparedMandate, type Run } from '../../bench/purchases/plan.ts';
import { prepareRun } from '../../bench/purchases/prepare.ts';
import { Processes, startIssuer, startTrust } from '../../bench/purchases/servers.ts';
import { Wire, WireSigner } from '../../bench/purchases/wire.ts';
import { Shop } from '../../bench/scale/shop.ts';
import { freePorts } from '../../scenarios/ports.ts';
import { readKeyFile } from '../../src/http/key-file.ts';
import { bookedIn } from './booked.ts';

const MANDATES = 1_500;
const AT_ONCE = 12;
/** Payments before the server is told to end. */
const BEFORE = 60;
/** Long enough for one to hear of it and pay after that, also on a slow machine. */
const NOTICE_SECONDS = '15';
/** Between two payments of one buyer once the notice is given: so few mandates are enough on a quick machine. */
const PAUSE_MILLISECONDS = 300;
const PORTS = 8;
const LOOK_MILLISECONDS = 10;

const cleanUps: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** Buyers who pay one order after the other until the server is gone, and note what they were told. */
class Crowd {
  readonly acknowledged: string[] = [];
  readonly refused: string[] = [];
  /** Acknowledged to those who asked after the server had said that it is not ready. */
  late = 0;
  isNoticed = false as boolean;
  private next = 0;
  private readonly buyer: Buyer;
  private readonly shop: Shop;
  private readonly mandates: readonly PreparedMandate[];

  constructor(buyer: Buyer, shop: Shop, mandates: readonly PreparedMandate[]) {
    this.buyer = buyer;
    this.shop = shop;
    this.mandates = mandates;
  }

  pay(): Promise<unknown> {
    return Promise.all(Array.from({ length: AT_ONCE }, () => this.payUntilGone()));
  }

  private async payUntilGone(): Promise<void> {
    for (;;) {
      const mandate = this.mandates[this.next++];
      if (mandate === undefined) throw new Error('more mandates are needed');
      const wasNoticed = this.isNoticed;
      if (wasNoticed) await sleep(PAUSE_MILLISECONDS);
      try {
        const { payment } = await this.buyer.pay(mandate, this.shop.quote());
        this.acknowledged.push(payment.trade_no);
        if (wasNoticed) this.late += 1;
      } catch (error) {
        const code = /"code":"([a-z_0-9]+)"/.exec(String(error))?.[1];
        if (code === undefined) return;
        this.refused.push(code);
      }
    }
  }
}

async function openCrowd(run: Run): Promise<Crowd> {
  const attestation = readFileSync(join(run.keys, 'agent', 'agent-attestation.jwt'), 'utf8').trim();
  const { jwk, header } = await readKeyFile(join(run.keys, 'agent', 'agent.json'));
  const wire = new Wire();
  cleanUps.push(() => wire.close());
  const buyer = new Buyer(run, attestation, new WireSigner(jwk, header), wire);
  return new Crowd(buyer, await Shop.open(run), run.mandates);
}

/** What /readyz says, until it says nothing any more. */
async function watchReadiness(url: string, crowd: Crowd): Promise<readonly string[]> {
  const seen = new Set<string>();
  for (;;) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer === undefined) return [...seen];
    const body = (await answer.json().catch(() => ({}))) as { failing?: string[] };
    crowd.isNoticed ||= body.failing?.includes('draining') === true;
    seen.add(`${answer.status} ${body.failing?.join() ?? ''}`.trim());
    await sleep(LOOK_MILLISECONDS);
  }
}

test('OA-OPS-01 OA-OPS-23 SIGTERM under load: first not ready, then drained, then closed, and no acknowledged payment is lost', async () => {
  const data = mkdtempSync(join(tmpdir(), 'openact-sigterm-'));
  cleanUps.push(() => rmSync(data, { recursive: true, force: true }));
  const processes = new Processes();
  cleanUps.push(() => processes.stop());
  const notice = process.env.OPENACT_NOTICE_SECONDS;
  process.env.OPENACT_NOTICE_SECONDS = NOTICE_SECONDS;
  cleanUps.push(() => {
    if (notice === undefined) delete process.env.OPENACT_NOTICE_SECONDS;
    else process.env.OPENACT_NOTICE_SECONDS = notice;
  });
  const run = await prepareRun(data, filesIn(data), await freePorts(PORTS), MANDATES);
  await startTrust(processes, run);
  const bank = await startIssuer(processes, run, run.databases.bank, run.addresses.issuer);

  const crowd = await openCrowd(run);
  const paying = crowd.pay();
  while (crowd.acknowledged.length < BEFORE) await sleep(LOOK_MILLISECONDS);
  const watching = watchReadiness(run.addresses.issuer, crowd);
  const ended = once(bank, 'exit');
  bank.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  await paying;

  const readiness = await watching;
  expect(readiness).toContain('503 draining');
  expect(crowd.late).toBeGreaterThan(0);
  expect(new Set([...crowd.refused, 'shutting_down'])).toEqual(new Set(['shutting_down']));
  const { paid, balanced } = await bookedIn(run);
  expect(balanced).toBe(true);
  expect(crowd.acknowledged.filter((tradeNo) => !paid.has(tradeNo))).toEqual([]);
  // And what was taken up was answered: nobody has paid without knowing it.
  expect(paid.size).toBe(crowd.acknowledged.length);

  await startIssuer(processes, run, run.databases.bank, run.addresses.issuer);
  await expect.poll(async () => (await fetch(`${run.addresses.issuer}/readyz`)).status).toBe(200);
});
