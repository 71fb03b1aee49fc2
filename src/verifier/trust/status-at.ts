import { parseUtcSeconds } from '../../protocol/time/index.ts';
import type { TrustEntry, TrustList } from './trust-list.ts';

type Status = TrustEntry['status'];

/**
 * The status that the history gives for a moment; undefined before it begins. Lines may stand in any order; of those that
 * begin in one second the one further down counts.
 *
 * @see OA-TRL-05
 */
export function statusAt(history: TrustEntry['history'], at: number): Status | undefined {
  return latestBefore(history, at)?.status;
}

function latestBefore(history: TrustEntry['history'], at: number) {
  let latest: { readonly status: Status; readonly from: number } | undefined;
  for (const { status, from } of history) {
    const start = parseUtcSeconds(from);
    if (start <= at && (latest === undefined || start >= latest.from)) latest = { status, from: start };
  }
  return latest;
}

/**
 * A trust list as it speaks of a moment that has passed: each entry has the status that its history gives for then. What
 * an institution signed before it was suspended stays what it was, and what it signed while it was suspended is believed
 * no more after it is back.
 *
 * The period in which the list was issued is the only one for which the history alone is not believed: there the status
 * of the entry counts too, so that a suspension without a date reaches back as far as it may.
 *
 * @param at Unix seconds
 * @see OA-TRL-11
 */
export function trustListAt(trustList: TrustList, at: number): TrustList {
  return {
    ...trustList,
    entry(entity, role) {
      const entry = trustList.entry(entity, role);
      return entry === undefined
        ? undefined
        : { ...entry, status: pastStatus(entry, trustList.issuedAt, at) };
    },
  };
}

function pastStatus({ status, history }: TrustEntry, issuedAt: number, at: number): Status {
  const present = latestBefore(history, issuedAt);
  const isPresent = present === undefined || at >= present.from;
  if (isPresent && status !== 'ACTIVE') return status;
  return statusAt(history, at) ?? 'SUSPENDED';
}

/** Thumbprints of the certificates that are revoked at a moment: those without a date always were. @see OA-TRL-12 */
export function revokedAt(entry: TrustEntry | undefined, at: number): string[] {
  const { revoked_certificates: always = [], revocations = [] } = entry ?? {};
  const since = revocations.filter(({ from }) => parseUtcSeconds(from) <= at);
  return [...always, ...since.map((one) => one['x5t#S256'])];
}
