import { type Rounds, startRounds } from '../http/index.ts';
import { ActError } from '../protocol/errors/index.ts';
import { type AnchorSink, type Delivery, deliverDue } from './deliver.ts';
import { type RecordingDeps, recordWaiting } from './record.ts';

export interface RecordWorkerDeps extends RecordingDeps {
  /** Absent: records are made and kept, and wait for a log. */
  readonly sink?: AnchorSink;
}

/** Records and delivers until it is closed. */
export type RecordWorker = Pick<Rounds, 'close'>;

const POLL_MILLISECONDS = 500;
/** After a round that had work, others get a turn first. */
const PAUSE_MILLISECONDS = 20;
const FAILED_MILLISECONDS = 2_000;
const NOTHING_DUE: Delivery = { anchored: 0, failed: 0, isAway: false, isFull: false };

/**
 * Records what has happened and brings it into the log, beside the business and never in its way: one round at a time,
 * a bounded batch a round.
 *
 * @see TSD-ATT-EVT, TSD-ATT-OCA
 */
export function startRecords(deps: RecordWorkerDeps): RecordWorker {
  return startRounds(() => round(deps));
}

/** Answers how long to wait for the next round. */
async function round(deps: RecordWorkerDeps): Promise<number> {
  const { sink, log } = deps;
  const codes = new Set<string>();
  try {
    const recorded = await recordWaiting(deps);
    const { anchored, failed, isAway, isFull } = sink
      ? await deliverDue({ ...deps, sink: telling(sink, log, codes) })
      : NOTHING_DUE;
    if (failed > 0) {
      const why = [...codes].toSorted();
      log.warn({ failed, codes: why }, 'records were not anchored and are tried again');
    }
    if (isAway) return FAILED_MILLISECONDS;
    return recorded + anchored > 0 || isFull ? PAUSE_MILLISECONDS : POLL_MILLISECONDS;
  } catch (error) {
    const name = error instanceof ActError ? error.code : error instanceof Error ? error.name : 'unknown';
    log.error({ error: name }, 'records are not made');
    return FAILED_MILLISECONDS;
  }
}

/**
 * Another record of ours under the same id is no failure of the log: this database was set back since, or somebody else
 * signs with the key. Either is for people to look at, every time.
 *
 * @param codes takes the code of each failure
 */
function telling(sink: AnchorSink, log: RecordWorkerDeps['log'], codes: Set<string>): AnchorSink {
  return {
    async submit(record) {
      try {
        return await sink.submit(record);
      } catch (error) {
        if (error instanceof ActError) codes.add(error.code);
        if (error instanceof ActError && error.code === 'anchor_id_reused')
          log.error({ record_id: record.record_id }, 'the log has another record of ours under this id');
        throw error;
      }
    },
  };
}
