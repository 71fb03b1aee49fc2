import type { Queries } from '../../store/index.ts';

/** The lifecycle events of ACT's register that an issuer can tell (TSD-ATT-EVT). */
export type DelegationEvent =
  | 'act:delegation:delegation-issued'
  | 'act:delegation:delegation-suspended'
  | 'act:delegation:delegation-resumed'
  | 'act:delegation:delegation-revoked';

/** What an event says beyond its type. No identity data, no account numbers. */
export type EventBody = Readonly<Record<string, string>>;

/**
 * Writes an event in the transaction that makes it true; it is delivered later and never delays the business.
 * `revision` counts the changes of one mandate, so that its events keep their order.
 */
export async function writeEvent(
  tx: Queries,
  event: {
    readonly delegationId: string;
    readonly revision: number;
    readonly type: DelegationEvent;
    readonly now: number;
    readonly body: EventBody;
  },
): Promise<void> {
  await tx.run(
    `INSERT INTO iac_outbox (delegation_id, revision, event_type, event_time, event_body, delivered_at)
     VALUES ($1, $2, $3, $4, $5, NULL)`,
    [event.delegationId, event.revision, event.type, event.now, JSON.stringify(event.body)],
  );
}

/** When the oldest waiting event was written, in Unix seconds; undefined when none waits. One look into an index. */
export async function oldestWaiting(queries: Queries): Promise<number | undefined> {
  const row = await queries.get(
    'SELECT event_time FROM iac_outbox WHERE delivered_at IS NULL ORDER BY event_time LIMIT 1',
  );
  return row === undefined ? undefined : Number(row.event_time);
}
