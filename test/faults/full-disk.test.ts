import { type ChildProcess, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/** Of each part of the test. */
const PAYMENTS = 6;
const PORTS = 8;
/** No file of the process gets longer than this: less than one page in the log of the database. */
const ROOM_BYTES = 4_096;
const LOOK = { timeout: 120_000, interval: 100 } as const;

const cleanUps: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** A disk that is full for one process, which takes neither a disk nor the rights of an administrator. */
function leaveRoom({ pid }: ChildProcess, bytes: number | 'unlimited'): void {
  const { status, stderr } = spawnSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}

async function openBuyer(run: Run): Promise<Buyer> {
  const attestation = readFileSync(join(run.keys, 'agent', 'agent-attestation.jwt'), 'utf8').trim();
  const { jwk, header } = await readKeyFile(join(run.keys, 'agent', 'agent.json'));
  const wire = new Wire();
  cleanUps.push(() => wire.close());
  return new Buyer(run, attestation, new WireSigner(jwk, header), wire);
}

interface Order {
  readonly mandate: PreparedMandate;
  readonly quote: string;
}

/** What became of each: its trade, or the status and the code of the refusal. */
async function outcomesOf(buyer: Buyer, orders: readonly Order[]) {
  const asked = orders.map(({ mandate, quote }) => buyer.pay(mandate, quote));
  const trades: string[] = [];
  const refusals: string[] = [];
  for (const end of await Promise.allSettled(asked)) {
    if (end.status === 'fulfilled') trades.push(end.value.payment.trade_no);
    else
      refusals.push(
        /answered (\d{3}): .*"code":"([a-z_]+)"/.exec(String(end.reason))?.slice(1).join(' ') ?? '',
      );
  }
  return { trades, refusals };
}

async function probe(run: Run, path: '/livez' | '/readyz') {
  const answer = await fetch(`${run.addresses.issuer}${path}`);
  const { failing = [] } = (await answer.json()) as { readonly failing?: readonly string[] };
  return { status: answer.status, failing };
}

const canLimit = spawnSync('prlimit', ['--version']).status === 0;

test.runIf(canLimit)(
  'OA-LDG-01 OA-OPS-20 OA-OPS-21 a disk that fills up under a payment service: what cannot be stored is refused, and it goes on once there is room',
  async () => {
    const data = mkdtempSync(join(tmpdir(), 'openact-full-disk-'));
    cleanUps.push(() => rmSync(data, { recursive: true, force: true }));
    const processes = new Processes();
    cleanUps.push(() => processes.stop());
    const run = await prepareRun(data, filesIn(data), await freePorts(PORTS), 2 * PAYMENTS);
    await startTrust(processes, run);
    const bank = await startIssuer(processes, run, run.databases.bank, run.addresses.issuer);
    const buyer = await openBuyer(run);
    const shop = await Shop.open(run);
    const orders = run.mandates.map((mandate) => ({ mandate, quote: shop.quote() }));
    const [first, rest] = [orders.slice(0, PAYMENTS), orders.slice(PAYMENTS)];

    const before = await outcomesOf(buyer, first);
    expect(before).toEqual({ trades: expect.any(Array), refusals: [] });

    leaveRoom(bank, ROOM_BYTES);
    const meanwhile = await outcomesOf(buyer, rest);
    expect(meanwhile).toEqual({ trades: [], refusals: rest.map(() => '503 store_unavailable') });
    await expect.poll(() => probe(run, '/readyz'), LOOK).toEqual({ status: 503, failing: ['database'] });
    expect(await probe(run, '/livez')).toEqual({ status: 200, failing: [] });

    leaveRoom(bank, 'unlimited');
    await expect.poll(() => probe(run, '/readyz'), LOOK).toEqual({ status: 200, failing: [] });
    // The same orders under new requests: a refusal has used nothing up.
    const after = await outcomesOf(buyer, rest);
    expect(after).toEqual({ trades: expect.any(Array), refusals: [] });

    const ended = once(bank, 'exit');
    bank.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    const { paid, balanced } = await bookedIn(run);
    expect(balanced).toBe(true);
    expect(paid).toEqual(new Set([...before.trades, ...after.trades]));
    expect(paid.size).toBe(orders.length);
  },
  600_000,
);
