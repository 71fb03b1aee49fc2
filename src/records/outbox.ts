import type { Correlation, EventBodies, EventName, EventType } from '../protocol/attestation/index.ts';
import type { RecordParticipant } from '../protocol/generated/types.ts';
import { formatUtcSeconds } from '../protocol/time/index.ts';
import type { Queries } from '../store/index.ts';

/** What a transaction knows of an event; the rest of its record is made after the commit. */
export interface Happening<T extends EventType = EventType> {
  readonly event_type: T;
  /** Unix seconds. */
  readonly at: number;
  /** As in spec 16.2: whoever reads the same message can name this event. */
  readonly subject: EventName['subject'];
  readonly correlation: Omit<Correlation, 'upstream_record_ref'>;
  /** Whoever records the event stands first. */
  readonly participants: readonly [RecordParticipant, ...RecordParticipant[]];
  /** The event that this one follows from, where it is known. */
  readonly upstream?: EventName;
  /** Without what can only be known after the commit, such as the digest of a message that is signed then. */
  readonly event_body: Partial<EventBodies[T]>;
}

/** An event that is written down and not recorded yet. */
export interface WaitingEvent {
  readonly key: string;
  readonly event: Happening;
  readonly writtenAt: bigint;
}

/**
 * Writes an event in the transaction that makes it true: one INSERT, and nobody waits for anything else.
 * One event is written once, whoever comes by it again.
 *
 * @see TSD-ATT-EVT-03, TSD-ATT-EVT-06, OA-REC-04
 */
export async function writeEvent<T extends EventType>(tx: Queries, event: Happening<T>): Promise<void> {
  const key = [event.event_type, event.participants[0].id, ...event.subject].join(' ');
  await tx.run(
    `INSERT INTO record_outbox (event_key, event, written_at) VALUES ($1, $2, $3)
     ON CONFLICT (event_key) DO NOTHING`,
    [key, JSON.stringify(event), event.at],
  );
}

/** The events that have waited longest, or those that come after this one. */
export async function waitingEvents(
  read: Queries,
  limit: number,
  after?: WaitingEvent,
): Promise<WaitingEvent[]> {
  const rows = await read.all(
    `SELECT event_key, event, written_at FROM record_outbox WHERE (written_at, event_key) > ($1, $2)
     ORDER BY written_at, event_key LIMIT $3`,
    [after?.writtenAt ?? -1n, after?.key ?? '', limit],
  );
  return rows.map((row) => ({
    key: String(row.event_key),
    event: JSON.parse(String(row.event)) as Happening,
    writtenAt: BigInt(String(row.written_at)),
  }));
}

/** The name of an event as others know it. */
export function nameOf({ event_type, participants, subject }: Happening): EventName {
  return { event_type, recorder: participants[0].id, subject };
}

export function eventTimeOf({ at }: Happening): string {
  return formatUtcSeconds(at);
}
