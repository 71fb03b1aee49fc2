import { eachAtOnce, isUnanswered, retryAfterOf } from '../http/index.ts';
import { ActError } from '../protocol/errors/index.ts';
import type { AttestationRecord } from '../protocol/generated/types.ts';
import type { Clock } from '../protocol/ports.ts';
import { beyondEveryWait, findDue, type Queries, type Store } from '../store/index.ts';

/** Where a record is anchored: whatever the log says of its position, as JSON. */
export type AnchorPosition = string;

/** The way into the anchor log. A record that is there already is no failure: its first position is answered. */
export interface AnchorSink {
  /** @throws ActError when it is not in the log now; it is tried again later */
  submit(record: AttestationRecord): Promise<AnchorPosition>;
}

export interface DeliveryDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly sink: AnchorSink;
}

const BATCH = 32;
/** How many are on their way at a time. */
const AT_ONCE = 8;
const FIRST_DELAY_SECONDS = 1;
const MAX_DELAY_SECONDS = 300;
/** For a record that the log refuses: the next try may fare the same. */
const MAX_REFUSED_DELAY_SECONDS = 3_600;
/** After so many failures no record waits longer than `MAX_DELAY_SECONDS`, whatever has failed. */
const FEW_ATTEMPTS = 1 + Math.floor(Math.log2(MAX_DELAY_SECONDS / FIRST_DELAY_SECONDS));

export interface Delivery {
  readonly anchored: number;
  readonly failed: number;
  /** Whether the log gave no answer: it is down, or wants to be left alone. */
  readonly isAway: boolean;
  /** Whether as many as one look takes were found: there may be more. */
  readonly isFull: boolean;
}

/**
 * Submits the records that are due. What fails is tried again with growing waits, for as long as it takes: a log that
 * is down costs a few calls a round and loses nothing. One that the log refuses holds up no other.
 *
 * @throws the first fault that is none of the log's, after all others were submitted
 * @see OA-REC-05, TSD-ATT-OCA-05
 */
export async function deliverDue(deps: DeliveryDeps): Promise<Delivery> {
  const due = await dueRecords(deps.store.read, deps.clock());
  const faults: unknown[] = [];
  let anchored = 0;
  let failed = 0;
  let isAway = false;
  await eachAtOnce(due, AT_ONCE, async (entry) => {
    if (isAway) return;
    const failure = await deliverOne(deps, entry);
    if (failure === undefined) {
      anchored += 1;
      return;
    }
    failed += 1;
    if (!(failure instanceof ActError)) faults.push(failure);
    else if (isUnanswered(failure)) isAway = true;
  });
  if (faults.length > 0) throw faults[0];
  return { anchored, failed, isAway, isFull: due.length === BATCH };
}

interface DueRecord {
  readonly record: AttestationRecord;
  readonly attempts: number;
}

/** While a clock is ahead a log refuses what comes from it: once it is right again, that must not wait as long as it was off. */
async function dueRecords(read: Queries, now: number): Promise<DueRecord[]> {
  const due = { now, longestSeconds: MAX_DELAY_SECONDS, limit: BATCH };
  const rows = await findDue(due, (from, until, limit) =>
    read.all(
      `SELECT records.record, record_anchors.attempts FROM record_anchors
       JOIN records ON records.record_id = record_anchors.record_id
       WHERE state = 'PENDING' AND next_at BETWEEN $1 AND $2 AND (next_at <= $4 OR attempts <= $5 OR next_at > $6)
       ORDER BY next_at LIMIT $3`,
      [from, until, limit, now, FEW_ATTEMPTS, beyondEveryWait(now, MAX_REFUSED_DELAY_SECONDS)],
    ),
  );
  return rows.map((row) => ({
    record: JSON.parse(String(row.record)) as AttestationRecord,
    attempts: Number(row.attempts),
  }));
}

/** @returns why it is not in the log */
async function deliverOne(deps: DeliveryDeps, { record, attempts }: DueRecord): Promise<unknown> {
  try {
    const position = await deps.sink.submit(record);
    await deps.store.transact((tx) =>
      tx.run(
        `UPDATE record_anchors SET state = 'ANCHORED', position = $2, last_code = NULL
         WHERE record_id = $1 AND state = 'PENDING'`,
        [record.record_id, position],
      ),
    );
    return undefined;
  } catch (error) {
    const nextAt = deps.clock() + waitAfter(error, attempts);
    await deps.store.transact((tx) =>
      tx.run(
        `UPDATE record_anchors SET attempts = attempts + 1, next_at = $2, last_code = $3
         WHERE record_id = $1 AND state = 'PENDING'`,
        [record.record_id, nextAt, error instanceof ActError ? error.code : 'internal'],
      ),
    );
    return error;
  }
}

/** How long a record waits after a failure, in seconds. */
function waitAfter(error: unknown, attempts: number): number {
  const growing = FIRST_DELAY_SECONDS * 2 ** Math.min(attempts, 16);
  if (!(error instanceof ActError)) return Math.min(MAX_DELAY_SECONDS, growing);
  if (!isUnanswered(error)) return Math.min(MAX_REFUSED_DELAY_SECONDS, growing);
  return Math.min(MAX_DELAY_SECONDS, Math.max(FIRST_DELAY_SECONDS, retryAfterOf(error) ?? growing));
}
