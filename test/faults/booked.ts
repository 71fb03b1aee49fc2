import type { Run } from '../../bench/purchases/plan.ts';
import { openBank } from '../../bench/purchases/prepare.ts';
import { auditLedger } from '../../src/issuer/index.ts';

/** Trades that are paid, with both receipts signed, and whether the ledger balances: read from the books themselves. */
export async function bookedIn(
  run: Run,
): Promise<{ readonly paid: Set<string>; readonly balanced: boolean }> {
  const store = await openBank(run.databases);
  try {
    const rows = await store.read.all(
      `SELECT trade_no FROM payments WHERE trade_no IN
         (SELECT trade_no FROM receipts WHERE jws IS NOT NULL GROUP BY trade_no HAVING COUNT(*) = 2)`,
    );
    const { balanced } = await auditLedger(store.read);
    return { paid: new Set(rows.map((row) => String(row.trade_no))), balanced };
  } finally {
    await store.close();
  }
}
