import { digestOfObject } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { IntentTransferAnswer, IntentTransferBody } from '../../protocol/generated/types.ts';
import type { JsonValue } from '../../protocol/json/index.ts';
import type { Queries } from '../../store/index.ts';
import type { MerchantContext } from '../deps.ts';
import { lapseOrders, offeredItems } from '../stock.ts';
import { countIntent } from './limit.ts';
import { assertConsistent, type IntentContext, matchItems } from './match.ts';

/** How long a request may be referred to by an update. */
const RETENTION_SECONDS = 86_400;
/** Nobody signs an intent, so what is remembered of them is held to a number: the oldest leave. */
export const REMEMBERED_MAX_INTENTS = 10_000;

/**
 * Answers an intent transfer with candidates. An update names the former request and carries only what changes;
 * the rest is taken over from it.
 *
 * @throws ActError access_restricted, too_many_requests, request_id_reused, previous_request_unknown,
 *   constraint_conflict, no_match
 * @see CID-INT-XFR
 */
export async function transferIntent(
  deps: MerchantContext,
  body: IntentTransferBody,
): Promise<IntentTransferAnswer> {
  const now = deps.clock();
  if (deps.config.blocked_agents.includes(body.agent_id)) throw new ActError('access_restricted');
  await countIntent(deps.store, body.agent_id, now, deps.config.intents_per_minute);
  const context = await rememberIntent(deps, body, now);
  const constraints = context.constraints ?? {};
  assertConsistent(constraints, now);
  await lapseOrders(deps.store, now);
  const offered = await offeredItems(deps.store.read, deps.config, now);
  return { request_id: body.request_id, candidates: matchItems(offered, constraints) };
}

/** A repetition of the same request finds itself; another request under the same id is refused. */
async function rememberIntent(
  deps: MerchantContext,
  body: IntentTransferBody,
  now: number,
): Promise<IntentContext> {
  const bodyDigest = await digestOfObject(body as unknown as JsonValue);
  return deps.store.transact(async (tx) => {
    await forgetIntents(tx, now);
    const context = merged(await previousContext(tx, body), body.context);
    await tx.run(
      `INSERT INTO merchant_intents (agent_id, request_id, body_digest, context, received_at)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT (agent_id, request_id) DO NOTHING`,
      [body.agent_id, body.request_id, bodyDigest, JSON.stringify(context), now],
    );
    const row = await tx.get(
      'SELECT body_digest, context FROM merchant_intents WHERE agent_id = $1 AND request_id = $2',
      [body.agent_id, body.request_id],
    );
    if (row?.body_digest !== bodyDigest) throw new ActError('request_id_reused');
    return JSON.parse(String(row.context)) as IntentContext;
  });
}

async function forgetIntents(tx: Queries, now: number): Promise<void> {
  await tx.run('DELETE FROM merchant_intents WHERE received_at < $1', [now - RETENTION_SECONDS]);
  await tx.run(
    `DELETE FROM merchant_intents WHERE received_at <=
       (SELECT received_at FROM merchant_intents ORDER BY received_at DESC LIMIT 1 OFFSET $1)`,
    [REMEMBERED_MAX_INTENTS - 1],
  );
}

async function previousContext(tx: Queries, body: IntentTransferBody): Promise<IntentContext> {
  if (body.previous_request_id === undefined) return {};
  const row = await tx.get('SELECT context FROM merchant_intents WHERE agent_id = $1 AND request_id = $2', [
    body.agent_id,
    body.previous_request_id,
  ]);
  if (row === undefined) throw new ActError('previous_request_unknown');
  return JSON.parse(String(row.context)) as IntentContext;
}

/** What the update says replaces what the former request said, constraint by constraint (CID-INT-XFR-08). */
export function merged(former: IntentContext, update: IntentContext): IntentContext {
  const constraints = { ...former.constraints, ...update.constraints };
  return { ...former, ...update, ...(Object.keys(constraints).length > 0 ? { constraints } : {}) };
}
