import type { Store } from '../../store/index.ts';
import { heldUntil } from './escrow.ts';

const BATCH = 100;

/**
 * Notes until when the stock of paid orders waits that a server took before such a time was written down. Their stock would
 * be locked for good otherwise, long after the money went back.
 *
 * @see OA-ESC-08
 */
export async function readHeldBefore(store: Store): Promise<void> {
  for (;;) {
    const rows = await store.read.all(
      `SELECT out_trade_no, quote FROM merchant_orders WHERE held_unread = 1 ORDER BY out_trade_no LIMIT ${BATCH}`,
    );
    if (rows.length === 0) return;
    await store.transact(async (tx) => {
      for (const { out_trade_no, quote } of rows)
        await tx.run(
          'UPDATE merchant_orders SET held_until = $2, held_unread = NULL WHERE out_trade_no = $1 AND held_unread = 1',
          [String(out_trade_no), heldUntil({ quote: String(quote) })],
        );
    });
  }
}
