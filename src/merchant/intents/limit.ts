import { ActError } from '../../protocol/errors/index.ts';
import type { Store } from '../../store/index.ts';

const WINDOW_SECONDS = 60;

/**
 * Counts one intent transfer of an agent in its window of a minute. The count is durable before the limit is
 * judged, so that refused calls count too.
 *
 * @param now Unix seconds
 * @throws ActError too_many_requests
 * @see CID-INT-XFR-12
 */
export async function countIntent(store: Store, agentId: string, now: number, limit: number): Promise<void> {
  const calls = await store.transact(async (tx) => {
    await tx.run('DELETE FROM merchant_intent_calls WHERE window_start <= $1', [now - WINDOW_SECONDS]);
    const row = await tx.get(
      `INSERT INTO merchant_intent_calls (agent_id, window_start, calls) VALUES ($1, $2, 1)
       ON CONFLICT (agent_id) DO UPDATE SET calls = merchant_intent_calls.calls + 1
       RETURNING calls`,
      [agentId, now],
    );
    return Number(row?.calls);
  });
  if (!(calls <= limit)) throw new ActError('too_many_requests', { limit, window_seconds: WINDOW_SECONDS });
}
