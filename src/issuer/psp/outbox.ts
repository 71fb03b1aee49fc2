import type { Queries } from '../../store/index.ts';
import { seconds, text } from './row.ts';

/** An event that leaves after the commit that it tells of; nobody waits for it. */
export interface OutboxEvent {
  readonly eventId: string;
  /** A registered event type of TSD-ATT-EVT. */
  readonly eventType: string;
  /** JSON without identity data and account numbers. */
  readonly body: string;
  readonly createdAt: number;
}

export async function putEvent(tx: Queries, event: OutboxEvent): Promise<void> {
  await tx.run('INSERT INTO outbox (event_id, event_type, body, created_at) VALUES ($1, $2, $3, $4)', [
    event.eventId,
    event.eventType,
    event.body,
    event.createdAt,
  ]);
}

/** The oldest events that were not delivered yet. */
export async function waitingEvents(queries: Queries, limit: number): Promise<readonly OutboxEvent[]> {
  const rows = await queries.all(
    `SELECT event_id, event_type, body, created_at FROM outbox
     WHERE delivered_at IS NULL ORDER BY created_at, event_id LIMIT $1`,
    [limit],
  );
  return rows.map((row) => ({
    eventId: text(row, 'event_id'),
    eventType: text(row, 'event_type'),
    body: text(row, 'body'),
    createdAt: seconds(row, 'created_at'),
  }));
}

/** Receivers deduplicate by event id: an event may be delivered again when this was not reached. */
export async function markDelivered(tx: Queries, eventId: string, now: number): Promise<void> {
  await tx.run('UPDATE outbox SET delivered_at = $1 WHERE event_id = $2 AND delivered_at IS NULL', [
    now,
    eventId,
  ]);
}

/** When the oldest waiting event was written, in Unix seconds; undefined when none waits. One look into an index. */
export async function oldestWaiting(queries: Queries): Promise<number | undefined> {
  const row = await queries.get(
    'SELECT created_at FROM outbox WHERE delivered_at IS NULL ORDER BY created_at LIMIT 1',
  );
  return row === undefined ? undefined : seconds(row, 'created_at');
}
