import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { type Bank, openMerchantAccounts, readBalances, readTradeState, topUp } from '../../demo/bank.ts';
import type { Device } from '../../demo/device-link.ts';
import { CURRENCY, IDS } from '../../demo/plan.ts';
import type { Surroundings } from '../../demo/surroundings.ts';
import { startWorld, type World } from '../../demo/world.ts';
import { freePorts } from '../../scenarios/ports.ts';
import type { TaskView } from '../../src/agent/index.ts';
import { trustMemoryMigration } from '../../src/http/index.ts';
import {
  auditLedger,
  createAccountHolder,
  createEnrolmentCode,
  issuerMigrations,
} from '../../src/issuer/index.ts';
import { parseAmount } from '../../src/protocol/money/index.ts';
import { openStore, type Store } from '../../src/store/index.ts';

/** At least so many; the buying goes on until there were enough kills. */
const PURCHASES = 12;
const KILLS = 4;
const PAUSE_MILLISECONDS = 300;
const PRICE_FEN = 55_350n;
const FUNDS = parseAmount('100000.00', CURRENCY);
/** How long the bank lives before each kill, over and over; twice as long after each life in which nothing was bought. */
const LIVES_MILLISECONDS = [700, 1_150, 850, 1_400, 950];
const PORTS = 10;
const MAIN = fileURLToPath(new URL('../../src/issuer/main.ts', import.meta.url));

const cleanUps: (() => Promise<unknown> | unknown)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

/** The account side as its own main.ts runs it, in a process that can be killed and started again. */
class BankProcess {
  private readonly env: NodeJS.ProcessEnv;
  private child: ChildProcess | undefined;
  kills = 0;

  constructor(env: NodeJS.ProcessEnv) {
    this.env = env;
  }

  async start(): Promise<void> {
    this.child = spawn(process.execPath, [MAIN], { env: this.env, stdio: ['ignore', 'ignore', 'inherit'] });
    const health = `${this.env.OPENACT_BASE_URL}/readyz`;
    while (this.child.exitCode === null) {
      const answer = await fetch(health).catch(() => undefined);
      if (answer?.status === 200) return;
      await sleep(25);
    }
    throw new Error('the bank did not come up');
  }

  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    this.kills += 1;
  }
}

const databaseOf = (around: Pick<Surroundings, 'data'>): string => join(around.data, 'bank.db');

async function withStore<T>(file: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(file, [...issuerMigrations, trustMemoryMigration]);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Seeds the accounts before the server owns the file, then starts the server. */
function bankInProcess(processes: BankProcess[]) {
  return async (around: Surroundings, keys: string): Promise<Bank> => {
    const { addresses, clock, random } = around;
    const { delegator, code } = await withStore(databaseOf(around), async (store) => {
      const now = clock();
      await openMerchantAccounts(store, now);
      const holder = await createAccountHolder(store, { now, random, domain: 'bank.example' });
      await topUp(store, holder, now, 'funds', FUNDS);
      const login = { now, random, delegatorIdentity: holder, identityMethod: 'branch-visit' };
      return { delegator: holder, code: await createEnrolmentCode(store, login) };
    });
    const bank = new BankProcess({
      ...process.env,
      OPENACT_DATABASE: databaseOf(around),
      OPENACT_KEYS: join(keys, 'bank'),
      OPENACT_TRUST_URL: `${addresses.trust}/trust-list`,
      OPENACT_TRUST_KEY: join(keys, 'trust-list.pub.json'),
      OPENACT_ISSUER_ID: IDS.issuer,
      OPENACT_PSP_ID: IDS.psp,
      OPENACT_PORT: new URL(addresses.issuer).port,
      OPENACT_BASE_URL: addresses.issuer,
      OPENACT_LOG: 'silent',
    });
    processes.push(bank);
    cleanUps.push(() => bank.kill());
    await bank.start();
    return {
      balances: () => withStore(databaseOf(around), readBalances),
      tradeState: (tradeNo) => withStore(databaseOf(around), (store) => readTradeState(store, tradeNo)),
      async welcome(device: Device) {
        await device.ask({ do: 'enrol', loginCode: code });
        return delegator;
      },
    };
  };
}

const ANSWERS: Readonly<Record<string, string>> = {
  max_total_amount: '90000.00',
  validity_end_time: `${new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 19)}Z`,
};

async function call(world: World, path: string, body?: unknown): Promise<TaskView> {
  const answer = await fetch(`${world.addresses.agent}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  return (await answer.json()) as TaskView;
}

async function authorise(world: World): Promise<string> {
  const utterance =
    'Buy me a train ticket G123 from Beijing to Harbin, second class, at most 600 yuan a payment. You may pay the railway only.';
  let task = await call(world, '/tasks', { utterance });
  while (task.questions.length > 0) {
    const answers = Object.fromEntries(task.questions.map(({ field }) => [field, ANSWERS[field] ?? '1']));
    task = await call(world, `/tasks/${task.task_id}/answers`, answers);
  }
  await world.device.ask({ do: 'watch' });
  task = await call(world, `/tasks/${task.task_id}/confirm`, {});
  while (task.status === 'AWAITING_CONFIRMATION') {
    await sleep(50);
    task = await call(world, `/tasks/${task.task_id}`);
  }
  await world.device.ask({ do: 'rest' });
  expect(task.status).toBe('AUTHORISED');
  return task.task_id;
}

/**
 * Buys until the purchase is done; one that stopped because the bank was away is taken up again, however long the bank takes
 * to come back.
 */
async function buy(world: World, taskId: string, purchase: string): Promise<string> {
  for (;;) {
    const task = await call(world, `/tasks/${taskId}/buy`, { purchase });
    if (task.status === 'DONE') return task.result?.trade_no ?? '';
    await sleep(200);
  }
}

test('killing the issuer’s own server loses no acknowledged payment (OA-LDG-01, OA-LDG-02, P21)', async () => {
  const data = mkdtempSync(join(tmpdir(), 'openact-issuer-kill-'));
  cleanUps.push(() => rmSync(data, { recursive: true, force: true }));
  const processes: BankProcess[] = [];
  const world = await startWorld({
    data,
    firstPort: await freePorts(PORTS),
    trace: () => undefined,
    startBank: bankInProcess(processes),
  });
  cleanUps.push(() => world.close());
  const [bank] = processes;
  if (!bank) throw new Error('no bank was started');
  const taskId = await authorise(world);

  const closing = new AbortController();
  const trades: string[] = [];
  const killer = (async () => {
    let patience = 1;
    for (let life = 0; !closing.signal.aborted; life += 1) {
      const before = trades.length;
      await sleep(patience * (LIVES_MILLISECONDS[life % LIVES_MILLISECONDS.length] ?? 0));
      patience = trades.length > before ? 1 : 2 * patience;
      await bank.kill();
      await bank.start();
    }
  })();
  for (let index = 1; index <= PURCHASES || bank.kills < KILLS; index += 1) {
    trades.push(await buy(world, taskId, String(index)));
    // A seller answers only so many requests of one agent in a minute.
    await sleep(PAUSE_MILLISECONDS);
  }
  closing.abort();
  await killer;
  await bank.kill();

  expect(bank.kills).toBeGreaterThanOrEqual(KILLS);
  expect(new Set(trades).size).toBe(trades.length);
  await withStore(databaseOf({ data }), async (store) => {
    const paid = await store.read.all('SELECT trade_no FROM payments');
    expect(new Set(paid.map((row) => row.trade_no))).toEqual(new Set(trades));
    expect(await auditLedger(store.read)).toMatchObject({ balanced: true });
    const [user] = await store.read.all(`SELECT balance_minor FROM accounts WHERE kind = 'user'`);
    expect(user?.balance_minor).toBe(FUNDS.minor - BigInt(trades.length) * PRICE_FEN);
  });
});
