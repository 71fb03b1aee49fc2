import { eachAtOnce, isVouchedFor, type TrustSource } from '../../http/index.ts';
import type { Clock } from '../../protocol/ports.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { CLOCKS_DIFFER_MAX_SECONDS, type Store } from '../../store/index.ts';
import { writeChange } from './events.ts';
import { holdMandateRow, statusAt } from './mandate-row.ts';

/** How many are looked for at a time. */
const BATCH = 100;
/** How many share a commit, or are written beside each other: no more, because payments are written at the same time. */
const AT_ONCE = 4;

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
 * all of them are told of: nobody waits for the next call.
 *
 * @returns how many were told of
 * @see TSD-ATT-EVT-12, ADD-IAC-LCM-07, OA-TIM-05, OA-TIM-06
 */
export async function recordExpiries(deps: ExpiryDeps): Promise<number> {
  const now = deps.clock();
  for (let total = 0; ; ) {
    const ended = await dueOf(deps, now);
    if (ended.length === 0 || !(await isVouchedFor(deps.trust, now))) return total;
    await eachAtOnce(ended, AT_ONCE, (id) => recordOne(deps, id, now));
    total += ended.length;
    if (ended.length < BATCH) return total;
  }
}

async function dueOf({ store }: ExpiryDeps, now: number): Promise<readonly string[]> {
  const due = await store.read.all(
    `SELECT delegation_id FROM iac_mandates
     WHERE state = 'ISSUED' AND expiry_recorded = 0 AND ends_at <= $1 ORDER BY ends_at LIMIT $2`,
    [now - CLOCKS_DIFFER_MAX_SECONDS, BATCH],
  );
  return due.map(({ delegation_id: id }) => String(id));
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
