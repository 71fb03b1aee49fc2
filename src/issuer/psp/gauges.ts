import { observe } from '../../http/index.ts';
import type { Store } from '../../store/index.ts';
import { integer, text } from './row.ts';

/** Balances are added up at most once in this time, however often somebody collects: it costs a look at each account. */
const LEDGER_MILLISECONDS = 60_000;

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
    async () => {
      const rows = await store.read.all(
        'SELECT currency, CAST(SUM(balance_minor) AS BIGINT) AS imbalance FROM accounts GROUP BY currency',
      );
      return rows.map((row) => ({
        value: Number(integer(row, 'imbalance')),
        of: { 'openact.currency': text(row, 'currency') },
      }));
    },
  );
}
