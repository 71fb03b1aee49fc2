import { ActError } from '../../protocol/errors/index.ts';
import { beyondEveryWait, type Queries, type Row } from '../../store/index.ts';
import type { MerchantContext } from '../deps.ts';
import type { Caller } from './caller.ts';

const WINDOW_SECONDS = 60;
/** What all callers without a proof share. No key has such a thumbprint. */
const ANONYMOUS = '';

type Road = 'intent' | 'negotiation';

interface Budget {
  readonly name: string;
  /** Calls in a window. */
  readonly limit: number;
}

interface Window {
  readonly calls: number;
  /** Unix seconds, exclusive. */
  readonly end: number;
}

/**
 * Counts a call in the caller's window of a minute. A caller that proved its key has a budget that nobody else can
 * use up; those that only give a name share a second one, because names cost nothing. A budget that is used up is only
 * read: a flood writes nothing. The counts are durable before the limits are judged. A window that begins in a time that
 * is still to come was begun by a clock that was ahead, and is over.
 *
 * @throws ActError too_many_requests, with the seconds to wait
 * @see CID-INT-XFR-12, OA-XFR-02
 */
export async function countCall(deps: MerchantContext, caller: Caller, road: Road): Promise<void> {
  const { store, config } = deps;
  const now = deps.clock();
  const isProven = caller.jkt !== undefined;
  const own = { name: caller.jkt ?? `name:${caller.agentId}`, limit: config.intents_per_minute };
  const shared = { name: ANONYMOUS, limit: config.anonymous_calls_per_minute };
  const budgets: readonly Budget[] = isProven ? [own] : [own, shared];
  for (const budget of budgets) {
    const window = await windowOf(store.read, budget, road, now);
    if (window) assertWithin({ ...window, calls: window.calls + 1 }, budget, now);
  }
  const windows = await store.transact(async (tx) => {
    await tx.run('DELETE FROM merchant_calls WHERE window_start <= $1 OR window_start > $2', [
      now - WINDOW_SECONDS,
      beyondEveryWait(now, 0),
    ]);
    const counted: Window[] = [];
    for (const budget of budgets) counted.push(await countedIn(tx, budget, road, now));
    return counted;
  });
  for (const [at, budget] of budgets.entries()) assertWithin(windows[at], budget, now);
}

async function windowOf(
  queries: Queries,
  { name }: Budget,
  road: Road,
  now: number,
): Promise<Window | undefined> {
  const row = await queries.get(
    `SELECT calls, window_start FROM merchant_calls
     WHERE caller = $1 AND road = $2 AND window_start > $3 AND window_start <= $4`,
    [name, road, now - WINDOW_SECONDS, beyondEveryWait(now, 0)],
  );
  return row && windowIn(row);
}

async function countedIn(tx: Queries, { name }: Budget, road: Road, now: number): Promise<Window> {
  const row = await tx.get(
    `INSERT INTO merchant_calls (caller, road, window_start, calls) VALUES ($1, $2, $3, 1)
     ON CONFLICT (caller, road) DO UPDATE SET calls = merchant_calls.calls + 1
     RETURNING calls, window_start`,
    [name, road, now],
  );
  return windowIn(row ?? {});
}

const windowIn = ({ calls, window_start }: Row): Window => ({
  calls: Number(calls),
  end: Number(window_start) + WINDOW_SECONDS,
});

function assertWithin(window: Window | undefined, { limit }: Budget, now: number): void {
  if (window !== undefined && window.calls <= limit) return;
  const wait = Math.max(1, (window?.end ?? now + WINDOW_SECONDS) - now);
  throw new ActError('too_many_requests', {
    limit,
    window_seconds: WINDOW_SECONDS,
    retry_after_seconds: wait,
  });
}
