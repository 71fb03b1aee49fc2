import { auditLedger } from '../src/issuer/index.ts';
import { parseAmount } from '../src/protocol/money/index.ts';
import type { Row } from '../src/store/index.ts';
import type { Wish } from './buyer.ts';
import type { Role } from './role.ts';
import { FUNDS, type World } from './world.ts';

const STOCK = 100_000n;

export interface Audit {
  readonly doubleCharges: number;
  readonly lost: number;
  readonly findings: readonly string[];
}

interface Books {
  readonly wishes: readonly Wish[];
  readonly payments: readonly Row[];
  readonly byTrade: ReadonlyMap<string, Row>;
}

/** Compares what the buyer thinks it bought, what the bank has charged, and what the merchants have handed out. */
export async function findingsOf(
  world: World,
  wishes: readonly Wish[],
  acknowledged: ReadonlyMap<string, string>,
): Promise<Audit> {
  const payments = await world.bank.store.read.all('SELECT * FROM payments ORDER BY trade_no');
  const byTrade = new Map(payments.map((row) => [String(row.trade_no), row]));
  const books: Books = { wishes, payments, byTrade };
  const lost = lostOf(books, acknowledged);
  const double = doublesOf(books);
  return {
    lost: lost.length,
    doubleCharges: double.length,
    findings: [
      ...lost,
      ...double,
      ...(await bankFindings(world, books)),
      ...(await goodsFindings(world, books)),
    ],
  };
}

/** What somebody was told is paid, and no book knows; a wish that did not come true. */
function lostOf({ wishes, byTrade }: Books, acknowledged: ReadonlyMap<string, string>): string[] {
  const unknown = [...acknowledged].filter(
    ([tradeNo, order]) => byTrade.get(tradeNo)?.out_trade_no !== order,
  );
  const open = wishes.filter(({ bought }) => bought === undefined);
  const unpaid = wishes.filter(({ bought }) => bought !== undefined && !byTrade.has(bought.tradeNo));
  return [
    ...unknown.map(([tradeNo]) => `acknowledged and lost: ${tradeNo}`),
    ...[...open, ...unpaid].map(({ id }) => `not bought: ${id}`),
  ];
}

/** Every charge belongs to one wish, and no wish to two. */
function doublesOf({ wishes, payments }: Books): string[] {
  const owners = new Map<string, string>();
  const twice: string[] = [];
  for (const { id, bought } of wishes) {
    if (bought === undefined) continue;
    const other = owners.get(bought.tradeNo);
    if (other !== undefined) twice.push(`one trade for ${other} and ${id}: ${bought.tradeNo}`);
    owners.set(bought.tradeNo, id);
  }
  const strays = payments.filter((row) => row.state !== 'TRADE_CLOSED' && !owners.has(String(row.trade_no)));
  return [
    ...twice,
    ...strays.map((row) => `charged without a wish: ${row.trade_no} for ${row.out_trade_no}`),
  ];
}

async function bankFindings({ bank }: World, { wishes, byTrade }: Books): Promise<string[]> {
  const findings: string[] = [];
  const ledger = await auditLedger(bank.store.read);
  if (!ledger.balanced) findings.push('the ledger does not balance');
  const user = await bank.store.read.get("SELECT balance_minor FROM accounts WHERE kind = 'user'");
  let spent = 0n;
  for (const { id, bought } of wishes) {
    if (bought === undefined) continue;
    const charged = byTrade.get(bought.tradeNo);
    const wanted = parseAmount(bought.amount, 'CNY').minor;
    spent += wanted;
    if (charged?.captured_minor !== wanted || charged.out_trade_no !== bought.outTradeNo)
      findings.push(`${id} was charged otherwise than its receipt says: ${bought.tradeNo}`);
    if (charged?.state !== 'WAIT_BUYER_RECEIPT')
      findings.push(`the delivery of ${id} is not confirmed: ${charged?.state}`);
  }
  const left = FUNDS.minor - spent;
  if (user?.balance_minor !== left)
    findings.push(`the user has ${user?.balance_minor} left instead of ${left}`);
  const debits = await bank.store.read.all(
    `SELECT reference FROM transfers WHERE kind = 'payment' GROUP BY reference HAVING COUNT(*) > 1`,
  );
  findings.push(...debits.map((row) => `debited more than once: ${row.reference}`));
  return findings;
}

async function goodsFindings({ merchants }: World, { wishes, byTrade }: Books): Promise<string[]> {
  const findings: string[] = [];
  const orders = new Set(wishes.map(({ bought }) => bought?.outTradeNo));
  for (const merchant of [merchants.rail, merchants.voyage]) {
    const released = await merchant.store.read.all(
      "SELECT out_trade_no, trade_no FROM merchant_orders WHERE state = 'RELEASED'",
    );
    for (const row of released) {
      const paid = byTrade.get(String(row.trade_no));
      if (paid?.out_trade_no !== row.out_trade_no) findings.push(`goods without money: ${row.out_trade_no}`);
      if (!orders.has(String(row.out_trade_no))) findings.push(`goods that nobody has: ${row.out_trade_no}`);
    }
    findings.push(...(await stockFindings(merchant)));
  }
  return findings;
}

async function stockFindings({ name, store }: Role): Promise<string[]> {
  const rows = await store.read.all(
    `SELECT i.item_id AS item, i.stock AS stock, i.locked AS locked,
       (SELECT COALESCE(SUM(l.quantity), 0) FROM merchant_order_lines l, merchant_orders o
         WHERE o.out_trade_no = l.out_trade_no AND l.item_id = i.item_id AND o.state = 'RELEASED') AS released
     FROM merchant_items i ORDER BY i.item_id`,
  );
  const wrong = rows.filter(
    ({ stock, locked, released }) => locked !== 0n || stock !== STOCK - BigInt(String(released)),
  );
  return wrong.map(({ item, stock, locked }) => `stock of ${name} ${item}: ${stock}, locked ${locked}`);
}
