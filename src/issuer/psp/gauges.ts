import { observe, type Reading } from '../../http/index.ts';
import type { Queries, Store } from '../../store/index.ts';
import { integer, text } from './row.ts';

/** Balances are added up at most once in this time, however often somebody collects: it costs a look at each account. */
const LEDGER_MILLISECONDS = 60_000;
const HALF = 2n ** 32n;

/**
 * What operators have to see of a payment service: whether its books add up.
 *
 * @see OA-OPS-25
 */
export function observePsp(store: Store, hasOwnLedger: boolean): void {
  if (!hasOwnLedger) return;
  observe(
    'openact.ledger.imbalance',
    {
      unit: '{minor_unit}',
      description: 'Sum of all balances of a currency in minor units; anything but 0 is a fault.',
      keepMilliseconds: LEDGER_MILLISECONDS,
    },
    () => imbalances(store.read),
  );
}

/**
 * The sum of all balances of each currency. Added up in halves of 64 bits: a sum beyond them would end in an error, and
 * just the greatest fault, with all others, would not be told.
 */
export async function imbalances(queries: Queries): Promise<readonly Reading[]> {
  const rows = await queries.all(
    `SELECT currency, CAST(SUM(balance_minor / ${HALF}) AS BIGINT) AS high,
       CAST(SUM(balance_minor % ${HALF}) AS BIGINT) AS low FROM accounts GROUP BY currency ORDER BY currency`,
  );
  return rows.map((row) => ({
    value: Number(integer(row, 'high') * HALF + integer(row, 'low')),
    of: { 'openact.currency': text(row, 'currency') },
  }));
}
