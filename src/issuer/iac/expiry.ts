import { eachAtOnce, isVouchedFor, type TrustSource } from '../../http/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { Clock } from '../../protocol/ports.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { CLOCKS_DIFFER_MAX_SECONDS, type Store } from '../../store/index.ts';
import { writeChange } from './events.ts';
import { holdMandateRow, statusAt } from './mandate-row.ts';

/** How many are looked for at a time. */
const BATCH = 100;
/** How many share a commit, or are written beside each other: no more, because payments are written at the same time. */
const AT_ONCE = 4;

/** A mandate, by its end in Unix seconds. */
interface Ended {
  readonly endsAt: number;
  readonly id: string;
}

const BEFORE_ALL: Ended = { endsAt: Number.MIN_SAFE_INTEGER, id: '' };

export interface ExpiryDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly issuerId: string;
  readonly trust: TrustSource;
}

/**
 * Tells of mandates that have reached their end. Expired follows from the time and is in force without this; what is
 * written here is only that it happened, once, and when. A record is never taken back, so that it waits until no other
 * process here could still revoke the mandate, and for a time that the trust list vouches for. However many end at once,
 * all of them are told of: nobody waits for the next call. One that cannot be told of holds up no other.
 *
 * @returns how many were told of
 * @throws the first fault, after all others were told of
 * @see TSD-ATT-EVT-12, ADD-IAC-LCM-07, OA-TIM-05, OA-TIM-06
 */
export async function recordExpiries(deps: ExpiryDeps): Promise<number> {
  const now = deps.clock();
  const faults: unknown[] = [];
  let last: Ended = BEFORE_ALL;
  for (let total = 0; ; ) {
    const ended = await endedAfter(deps, now, last);
    if (ended.length === 0 || !(await isVouchedFor(deps.trust, now))) return withoutFaults(faults, total);
    await eachAtOnce(ended, AT_ONCE, async ({ id }) => {
      await recordOne(deps, id, now).catch((error: unknown) => {
        if (error instanceof ActError && error.code === 'store_unavailable') throw error;
        faults.push(error);
      });
    });
    total += ended.length;
    last = ended.at(-1) ?? last;
  }
}

function withoutFaults<T>(faults: readonly unknown[], value: T): T {
  if (faults.length > 0) throw faults[0];
  return value;
}

async function endedAfter(
  { store }: ExpiryDeps,
  now: number,
  { endsAt, id }: Ended,
): Promise<readonly Ended[]> {
  const due = await store.read.all(
    `SELECT delegation_id, ends_at FROM iac_mandates
     WHERE state = 'ISSUED' AND expiry_recorded = 0 AND ends_at <= $1 AND (ends_at, delegation_id) > ($3, $4)
     ORDER BY ends_at, delegation_id LIMIT $2`,
    [now - CLOCKS_DIFFER_MAX_SECONDS, BATCH, endsAt, id],
  );
  return due.map((row) => ({ id: String(row.delegation_id), endsAt: Number(row.ends_at) }));
}

function recordOne({ store, issuerId }: ExpiryDeps, id: string, now: number): Promise<void> {
  return store.transact(async (tx) => {
    const row = await holdMandateRow(tx, id);
    const { changes } = await tx.run(
      'UPDATE iac_mandates SET expiry_recorded = 1 WHERE delegation_id = $1 AND expiry_recorded = 0',
      [row.delegationId],
    );
    if (changes === 0 || statusAt(row, now) !== 'Expired') return;
    await writeChange(tx, {
      type: 'act:delegation:delegation-expired',
      row,
      issuerId,
      running: 'expired',
      now: row.endsAt,
      body: { validity_end_time: formatUtcSeconds(row.endsAt) },
    });
  });
}
