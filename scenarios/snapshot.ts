/** Everything that a step may move, read from the books and the shelves themselves; and what moved between two looks. */
import { formatAmount, type Money } from '../src/protocol/money/index.ts';
import type { Row } from '../src/store/index.ts';
import type { Expected } from './format.ts';
import { currencyOf } from './world/plan.ts';
import type { World } from './world/world.ts';

export interface Snapshot {
  /** By account. */
  readonly balances: ReadonlyMap<string, bigint>;
  readonly trades: ReadonlyMap<string, string>;
  readonly stock: ReadonlyMap<string, number>;
  readonly instruments: number;
  /** Of every balance. */
  readonly currency: string;
}

export type NameOf = (accountId: string) => string;

/** What moved, in the words of a scenario's expectation. */
export type Movement = Required<Pick<Expected, 'moved' | 'stock' | 'trades' | 'changed' | 'instruments'>>;

export async function look(world: World): Promise<Snapshot> {
  const stores = [world.bank.store, ...world.partners];
  const everywhere = async (query: string): Promise<Row[]> =>
    (await Promise.all(stores.map(({ read }) => read.all(query)))).flat();
  const [accounts, trades, tools] = await Promise.all([
    // What services owe each other counts; where money comes from in the first place does not.
    everywhere(
      "SELECT account_id, balance_minor FROM accounts WHERE account_id NOT LIKE 'system:%' ORDER BY opened_at, account_id",
    ),
    everywhere('SELECT trade_no, state FROM payments'),
    everywhere("SELECT payment_tool_ref FROM tools WHERE state = 'ACTIVE'"),
  ]);
  const shelves = await Promise.all(
    [...world.shops.values()].map(({ store }) => store.read.all('SELECT item_id, stock FROM merchant_items')),
  );
  return {
    balances: new Map(accounts.map((row) => [String(row.account_id), BigInt(String(row.balance_minor))])),
    trades: new Map(trades.map((row) => [String(row.trade_no), String(row.state)])),
    stock: new Map(shelves.flat().map((row) => [String(row.item_id), Number(row.stock)])),
    instruments: tools.length,
    currency: currencyOf(world.plan),
  };
}

export function balancesOf({ balances, currency }: Snapshot, nameOf: NameOf): Record<string, string> {
  return Object.fromEntries(
    [...balances].map(([id, minor]) => [nameOf(id), signed({ currency, minor }).replace('+', '')]),
  );
}

/** @param nameOf what an account is called in the scenario */
export function movementBetween(before: Snapshot, after: Snapshot, nameOf: NameOf): Movement {
  const { currency } = after;
  const moved: Record<string, string> = {};
  for (const [id, minor] of after.balances) {
    const difference = minor - (before.balances.get(id) ?? 0n);
    if (difference !== 0n) moved[nameOf(id)] = signed({ currency, minor: difference });
  }
  const stock: Record<string, number> = {};
  for (const [item, count] of after.stock) {
    const difference = count - (before.stock.get(item) ?? 0);
    if (difference !== 0) stock[item] = difference;
  }
  const trades: Record<string, number> = {};
  const changed: Record<string, number> = {};
  for (const [tradeNo, state] of after.trades) {
    const former = before.trades.get(tradeNo);
    if (former === undefined) trades[state] = (trades[state] ?? 0) + 1;
    else if (former !== state) changed[state] = (changed[state] ?? 0) + 1;
  }
  return { moved, stock, trades, changed, instruments: after.instruments - before.instruments };
}

function signed({ currency, minor }: Money): string {
  const text = formatAmount({ currency, minor: minor < 0n ? -minor : minor });
  return `${minor < 0n ? '-' : '+'}${text}`;
}
