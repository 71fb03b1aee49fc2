import type { Logger } from '../http/index.ts';
import {
  type EventBodies,
  type EventType,
  type RecordSigner,
  recordIdOf,
  recordOf,
  signRecord,
} from '../protocol/attestation/index.ts';
import { ActError } from '../protocol/errors/index.ts';
import type { AttestationRecord } from '../protocol/generated/types.ts';
import type { Clock, Random } from '../protocol/ports.ts';
import type { Queries, Store } from '../store/index.ts';
import { signerOf } from './key-of-the-time.ts';
import { eventTimeOf, type Happening, nameOf, type WaitingEvent, waitingEvents } from './outbox.ts';

/** What an event's body still lacks after the commit, such as the digest of a message that is signed then. */
export type Completion = {
  readonly [T in EventType]?: (event: Happening<T>) => Promise<Partial<EventBodies[T]>>;
};

/** What it takes to record events. */
export interface RecordingDeps {
  /** Opened with `recordMigrations`. */
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  /** Everybody whose events this store has, each with the key for records and nothing else; former keys after it. */
  readonly signers: readonly RecordSigner[];
  readonly completion?: Completion;
  readonly log: Logger;
}

const BATCH = 64;

/**
 * Makes and signs the records of events that wait, and takes those off the outbox in the same transaction. An event
 * that cannot be recorded now (its key is not here, a message is not signed yet) stays, and keeps up no other one.
 *
 * @returns how many were recorded; 0 when there is nothing to do
 * @see TSD-ATT-OFF-01, TSD-ATT-OFF-02, TSD-ATT-OFF-04
 */
export async function recordWaiting(deps: RecordingDeps): Promise<number> {
  let recorded = 0;
  let page = await waitingEvents(deps.store.read, BATCH);
  while (page.length > 0) {
    recorded += await recordAll(deps, page);
    // Past what cannot be recorded, until this round has done its share.
    page = recorded < BATCH ? await waitingEvents(deps.store.read, BATCH, page.at(-1)) : [];
  }
  return recorded;
}

async function recordAll(deps: RecordingDeps, waiting: readonly WaitingEvent[]): Promise<number> {
  const tried = await Promise.all(waiting.map((entry) => tryOf(deps, entry)));
  const made = tried.filter((one) => one !== undefined);
  if (made.length > 0) {
    await deps.store.transact(async (tx) => {
      for (const { key, record, now } of made) await keep(tx, key, record, now);
    });
  }
  return made.length;
}

interface Made {
  readonly key: string;
  readonly record: AttestationRecord;
  readonly now: number;
}

async function tryOf(deps: RecordingDeps, waiting: WaitingEvent): Promise<Made | undefined> {
  try {
    return await madeOf(deps, waiting);
  } catch (error) {
    // A key service may throw what it likes.
    const { code, evidence } = error instanceof ActError ? error : faultOf(error);
    deps.log.error({ event_type: waiting.event.event_type, code, evidence }, 'an event is not recorded');
    return undefined;
  }
}

function faultOf(error: unknown): ActError {
  return new ActError('internal', { rule: error instanceof Error ? error.name : 'unknown' });
}

async function madeOf(deps: RecordingDeps, { key, event }: WaitingEvent): Promise<Made> {
  const name = nameOf(event);
  const { signer, isOfTheTime } = signerOf(deps.signers, event.participants[0], event.at);
  if (signer !== undefined && !isOfTheTime) {
    deps.log.warn(
      { event_type: event.event_type, at: event.at },
      'no key of its time: a record of less weight',
    );
  }
  if (signer === undefined) throw new ActError('internal', { rule: 'record_signer' });
  const { event_type, participants, correlation, upstream } = event;
  const complete = deps.completion?.[event_type] as
    | ((given: Happening) => Promise<Partial<EventBodies[EventType]>>)
    | undefined;
  const now = Math.max(deps.clock(), event.at);
  const record = await recordOf(
    {
      record_id: await recordIdOf(name),
      event_type,
      event_time: eventTimeOf(event),
      correlation: {
        ...correlation,
        ...(upstream === undefined ? {} : { upstream_record_ref: await recordIdOf(upstream) }),
      },
      participants,
      event_body: { ...event.event_body, ...(await complete?.(event)) } as EventBodies[EventType],
    },
    { now, random: deps.random },
  );
  return { key, record: await signRecord(record, signer), now };
}

/** Of two processes that record the same event the first one is right: one event has one record. */
async function keep(tx: Queries, key: string, record: AttestationRecord, now: number): Promise<void> {
  await insertRecord(tx, record);
  await tx.run(
    `INSERT INTO record_anchors (record_id, state, attempts, since, next_at) VALUES ($1, 'PENDING', 0, $2, $2)
     ON CONFLICT (record_id) DO NOTHING`,
    [record.record_id, now],
  );
  await tx.run('DELETE FROM record_outbox WHERE event_key = $1', [key]);
}

/** Adds a record; one that is there already stays as it is. Answers whether it was new. */
export async function insertRecord(tx: Queries, record: AttestationRecord): Promise<boolean> {
  const { record_id, event_type, event_time, intent_id, order_no, trade_no, delegation_id } = record;
  const { changes } = await tx.run(
    `INSERT INTO records (record_id, event_type, event_time, intent_id, order_no, trade_no, record, delegation_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (record_id) DO NOTHING`,
    [
      record_id,
      event_type,
      event_time,
      intent_id,
      order_no ?? null,
      trade_no ?? null,
      JSON.stringify(record),
      delegation_id ?? null,
    ],
  );
  return changes === 1;
}
