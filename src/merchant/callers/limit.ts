import { ActError } from '../../protocol/errors/index.ts';
import type { Queries } from '../../store/index.ts';
import type { MerchantContext } from '../deps.ts';
import type { Caller } from './caller.ts';

const WINDOW_SECONDS = 60;
/** What all callers without a proof share. No key has such a thumbprint. */
const ANONYMOUS = '';

type Road = 'intent' | 'negotiation';

/**
 * Counts a call in the caller's window of a minute. A caller that proved its key has a budget that nobody else can
 * use up; those that only give a name share a second one, because names cost nothing. The counts are durable before
 * the limits are judged, so that refused calls count too.
 *
 * @throws ActError too_many_requests
 * @see CID-INT-XFR-12, OA-XFR-02
 */
export async function countCall(deps: MerchantContext, caller: Caller, road: Road): Promise<void> {
  const { store, config } = deps;
  const now = deps.clock();
  const { calls, shared } = await store.transact(async (tx) => {
    await tx.run('DELETE FROM merchant_calls WHERE window_start <= $1', [now - WINDOW_SECONDS]);
    const isProven = caller.jkt !== undefined;
    return {
      calls: await counted(tx, caller.jkt ?? `name:${caller.agentId}`, road, now),
      shared: isProven ? 0 : await counted(tx, ANONYMOUS, road, now),
    };
  });
  assertWithin(calls, config.intents_per_minute);
  assertWithin(shared, config.anonymous_calls_per_minute);
}

async function counted(tx: Queries, caller: string, road: Road, now: number): Promise<number> {
  const row = await tx.get(
    `INSERT INTO merchant_calls (caller, road, window_start, calls) VALUES ($1, $2, $3, 1)
     ON CONFLICT (caller, road) DO UPDATE SET calls = merchant_calls.calls + 1
     RETURNING calls`,
    [caller, road, now],
  );
  return Number(row?.calls);
}

function assertWithin(calls: number, limit: number): void {
  if (!(calls <= limit)) throw new ActError('too_many_requests', { limit, window_seconds: WINDOW_SECONDS });
}
