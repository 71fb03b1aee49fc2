import { setTimeout as sleep } from 'node:timers/promises';
import { type ClosableHttpClient, expectJson } from '../../src/http/index.ts';
import { issuerMigrations } from '../../src/issuer/migrations.ts';
import { auditLedger } from '../../src/issuer/psp/index.ts';
import { type Bench, PAYEE_ACCOUNT } from '../../src/issuer/psp/testing/bench.ts';
import { ActError } from '../../src/protocol/errors/index.ts';
import type { PaymentAnswer } from '../../src/protocol/generated/types.ts';
import { validatePaymentAnswer } from '../../src/protocol/generated/validators.js';
import { openStore } from '../../src/store/index.ts';

/** What every order costs. */
export const AMOUNT = '1.00';
const AMOUNT_MINOR = 100n;

export interface Books {
  /** Orders that the service has as paid. */
  readonly paid: number;
  /** Acknowledged payments that the service does not know afterwards, or answers otherwise. */
  readonly lost: readonly string[];
  /** Orders that were acknowledged as two payments. */
  readonly twice: number;
  readonly balanced: boolean;
}

/** Asks the service for every payment that it has acknowledged. */
export async function lostOf(
  bench: Bench,
  client: ClosableHttpClient,
  url: string,
  acknowledged: readonly PaymentAnswer[],
): Promise<string[]> {
  const lost: string[] = [];
  for (const answer of acknowledged) {
    const found = await ask(bench, client, url, answer.trade_no);
    if (JSON.stringify(found) !== JSON.stringify(answer)) lost.push(answer.trade_no);
  }
  return lost;
}

const PATIENCE_MILLISECONDS = 120_000;
const PAUSE_MILLISECONDS = 100;
const AWAY: ReadonlySet<unknown> = new Set(['peer_unreachable', 'store_unavailable', 'payment_pending']);

/** A service that does not answer yet, or not on a slow machine, has lost nothing: it is asked until it says what it knows. */
async function ask(
  bench: Bench,
  client: ClosableHttpClient,
  url: string,
  tradeNo: string,
): Promise<PaymentAnswer | undefined> {
  const end = performance.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    const command = await bench.command({ target: tradeNo }, bench.actors.agent.signer);
    try {
      return expectJson(validatePaymentAnswer, await client.post(`${url}/payments/query`, { command }));
    } catch (error) {
      if (!(error instanceof ActError)) throw error;
      if (!AWAY.has(error.code)) return undefined;
      if (performance.now() > end) throw error;
    }
    await sleep(PAUSE_MILLISECONDS);
  }
}

/** What stands in the books, beside what was acknowledged. */
export async function readBooks(bench: Bench, acknowledged: readonly PaymentAnswer[]): Promise<Books> {
  const store = await openStore(bench.location, issuerMigrations);
  try {
    const rows = await store.read.all('SELECT out_trade_no FROM payments');
    const paid = new Set(rows.map((row) => String(row.out_trade_no)));
    const orders = new Set(acknowledged.map((answer) => answer.out_trade_no));
    const payee = await store.read.get('SELECT balance_minor FROM accounts WHERE account_id = $1', [
      PAYEE_ACCOUNT,
    ]);
    const { balanced } = await auditLedger(store.read);
    return {
      paid: paid.size,
      lost: [...orders].filter((order) => !paid.has(order)),
      twice: acknowledged.length - orders.size,
      balanced: balanced && payee?.balance_minor === BigInt(paid.size) * AMOUNT_MINOR,
    };
  } finally {
    await store.close();
  }
}
