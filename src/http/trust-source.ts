import { ActError } from '../protocol/errors/index.ts';
import type { Migration, Store } from '../store/index.ts';
import { openTrustList, type PinnedKeys, type TrustList } from '../verifier/index.ts';
import { expectText, RemoteProblem } from './answer.ts';
import type { HttpClient } from './client.ts';

/** Where a role gets the trust list from. */
export interface TrustSource {
  /**
   * A list that is signed by the pinned key, not past its next update and not older than one seen before.
   *
   * @param now Unix seconds
   * @throws ActError trust_list_signature_invalid, trust_list_stale, trust_list_rollback, trust_list_unavailable
   */
  current(now: number): Promise<TrustList>;
}

/**
 * Whether somebody else vouches for this time, too: a list that is signed says from when until when it holds. What the
 * time alone brings about for good asks this first, so that a clock further ahead than the list reaches brings about
 * nothing. That there is no such list is told by /readyz.
 *
 * @param now Unix seconds
 * @see OA-TIM-05
 */
export async function isVouchedFor(trust: TrustSource, now: number): Promise<boolean> {
  try {
    await trust.current(now);
    return true;
  } catch (error) {
    if (error instanceof ActError) return false;
    throw error;
  }
}

/** Remembers the highest sequence seen, so that an older list is refused after a restart too (OA-TRL-03). */
export const trustMemoryMigration: Migration = {
  id: 'trust-memory-1',
  sql: 'CREATE TABLE trust_memory (source TEXT NOT NULL PRIMARY KEY, sequence BIGINT NOT NULL)',
};

export interface TrustSourceOptions {
  /** Address of the signed list. */
  readonly url: string;
  /** What the list must be signed with, from configuration and from nowhere else. */
  readonly pinnedKey: PinnedKeys;
  readonly client: HttpClient;
  readonly store: Store;
  /** How long a fetched list is used before the next look, in seconds; never past its next update. */
  readonly refreshSeconds: number;
}

/** While a refresh fails, the list in hand is not held up by another look for so long. */
const RETRY_SECONDS = 10;

const FIRST_SERVER_FAULT = 500;
const TOO_MANY = 429;

/** Without a list, or after one that is wrong, nobody is served, so the next look comes sooner; but not with every request. */
const EMPTY_RETRY_SECONDS = 2;

/**
 * Fetches, verifies and remembers the trust list. A list in hand is kept while a refresh fails, until it is stale. However
 * many ask, and for whomever, there is one look in each span.
 *
 * @see OA-NET-05
 */
export function createTrustSource(options: TrustSourceOptions): TrustSource {
  const { refreshSeconds } = options;
  let held: { readonly list: TrustList; readonly lookAgainAt: number } | undefined;
  let failed: { readonly error: unknown; readonly at: number } | undefined;
  let fetching: { readonly at: number; readonly list: Promise<TrustList> } | undefined;

  async function refresh(now: number): Promise<TrustList> {
    const compact = expectText(await options.client.get(options.url));
    const list = await openTrustList(compact, options.pinnedKey, now);
    await rememberSequence(options.store, options.url, list.sequence);
    held = { list, lookAgainAt: now + refreshSeconds };
    failed = undefined;
    return list;
  }

  /** Whoever asks while somebody looks waits for that look; but not for one that judges by another clock. */
  function refreshOnce(now: number): Promise<TrustList> {
    if (fetching !== undefined && Math.abs(now - fetching.at) <= RETRY_SECONDS) return fetching.list;
    const look = {
      at: now,
      list: refresh(now).finally(() => {
        if (fetching === look) fetching = undefined;
      }),
    };
    fetching = look;
    return look.list;
  }

  return {
    async current(now) {
      const usable = held !== undefined && now < held.list.nextUpdate ? held : undefined;
      if (usable && isRecent(usable.lookAgainAt - now, refreshSeconds)) return usable.list;
      if (failed && Math.abs(now - failed.at) < EMPTY_RETRY_SECONDS) throw failed.error;
      try {
        return await refreshOnce(now);
      } catch (error) {
        if (usable && isOutage(error)) {
          held = { list: usable.list, lookAgainAt: now + Math.min(RETRY_SECONDS, refreshSeconds) };
          return usable.list;
        }
        failed = { error: isOutage(error) ? new ActError('trust_list_unavailable') : error, at: now };
        throw failed.error;
      }
    },
  };
}

/**
 * Whether the next look is still to come. One that is further off than any is put was put by a clock that was ahead, and
 * until then nobody would hear who has lost the trust; requests that began before the last look may be a little behind it.
 */
function isRecent(left: number, refreshSeconds: number): boolean {
  return left > 0 && left <= refreshSeconds + RETRY_SECONDS;
}

/**
 * Only silence is an outage, and a server that says of itself that it hands out no list now. A list that is wrong or
 * older is never papered over with the one in hand.
 */
function isOutage(error: unknown): boolean {
  if (error instanceof RemoteProblem) return isPassing(error.problem);
  return (
    error instanceof ActError && (error.code === 'peer_unreachable' || error.code === 'peer_answer_invalid')
  );
}

function isPassing({ status }: RemoteProblem['problem']): boolean {
  return status >= FIRST_SERVER_FAULT || status === TOO_MANY;
}

async function rememberSequence(store: Store, source: string, sequence: number): Promise<void> {
  await store.transact(async (tx) => {
    const row = await tx.get('SELECT sequence FROM trust_memory WHERE source = $1', [source]);
    const highest = row === undefined ? 0 : Number(row.sequence);
    if (sequence < highest) throw new ActError('trust_list_rollback', { sequence, highest });
    const { changes } = await tx.run(
      `INSERT INTO trust_memory (source, sequence) VALUES ($1, $2) ON CONFLICT (source)
       DO UPDATE SET sequence = excluded.sequence WHERE trust_memory.sequence <= excluded.sequence`,
      [source, sequence],
    );
    // Another process has seen a newer list since the look-up.
    if (changes !== 1) throw new ActError('trust_list_rollback', { sequence });
  });
}
