import { observeOutbox } from '../http/index.ts';
import type { Clock } from '../protocol/ports.ts';
import type { Store } from '../store/index.ts';

/**
 * Tells operators how long the oldest event waits to be recorded, and the oldest record to be anchored.
 *
 * @see OA-OPS-25
 */
export function observeRecords(role: 'issuer' | 'merchant' | 'agent', store: Store, clock: Clock): void {
  const oldestOf = (outbox: string, sql: string) =>
    observeOutbox(`${role}-${outbox}`, clock, async () => {
      const row = await store.read.get(sql);
      return row === undefined ? {} : { oldest: Number(row.since) };
    });
  oldestOf('events', 'SELECT written_at AS since FROM record_outbox ORDER BY written_at LIMIT 1');
  oldestOf('anchors', "SELECT since FROM record_anchors WHERE state = 'PENDING' ORDER BY since LIMIT 1");
}
