import type { Witness } from '../../http/traced.ts';
import { digestOfObject } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { IntentTransferAnswer, IntentTransferBody } from '../../protocol/generated/types.ts';
import type { JsonValue } from '../../protocol/json/index.ts';
import { beyondEveryWait, type Queries } from '../../store/index.ts';
import { type Caller, callerOf } from '../callers/caller.ts';
import { countCall } from '../callers/limit.ts';
import type { MerchantContext } from '../deps.ts';
import { lapseOrders, offeredItems } from '../stock.ts';
import { assertConsistent, type IntentContext, matchItems } from './match.ts';

/** How long a request may be referred to by an update. What was received in a time to come would outlast what comes now. */
const RETENTION_SECONDS = 86_400;
/** Nobody signs an intent, so what is remembered of them is held to a number: the oldest leave. */
export const REMEMBERED_MAX_INTENTS = 10_000;

/**
 * Answers an intent transfer with candidates. An update names the former request and carries only what changes;
 * the rest is taken over from it.
 *
 * @param command act-command+jwt of a sender that proves its key; absent: the sender is anonymous
 * @throws ActError access_restricted, too_many_requests, request_id_reused, previous_request_unknown,
 *   constraint_conflict, no_match, and as callerOf
 * @see CID-INT-XFR-05, CID-INT-XFR-11, CID-INT-XFR-17, CID-INT-XFR-20
 */
export async function transferIntent(
  deps: MerchantContext,
  body: IntentTransferBody,
  command: string | undefined,
  witness: Witness,
): Promise<IntentTransferAnswer> {
  const now = deps.clock();
  if (deps.config.blocked_agents.includes(body.agent_id)) throw new ActError('access_restricted');
  const caller = await callerOf(deps, body, command, witness);
  await countCall(deps, caller, 'intent');
  const context = await rememberIntent(deps, body, caller, now);
  const constraints = context.constraints ?? {};
  assertConsistent(constraints, now);
  await lapseOrders(deps.store, now);
  const offered = await offeredItems(deps.store.read, deps.config, now);
  const candidates = matchItems(offered, constraints, body.format?.max_candidates);
  return { request_id: body.request_id, candidates };
}

/** A repetition of the same request finds itself; another request under the same id is refused. */
async function rememberIntent(
  deps: MerchantContext,
  body: IntentTransferBody,
  { jkt = '' }: Caller,
  now: number,
): Promise<IntentContext> {
  const bodyDigest = await digestOfObject(body as unknown as JsonValue);
  return deps.store.transact(async (tx) => {
    await forgetIntents(tx, now);
    const context = merged(await previousContext(tx, body, jkt), body.context);
    await tx.run(
      `INSERT INTO merchant_intents (agent_id, request_id, body_digest, context, received_at, agent_jkt)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (agent_id, request_id) DO NOTHING`,
      [body.agent_id, body.request_id, bodyDigest, JSON.stringify(context), now, jkt],
    );
    const row = await tx.get(
      'SELECT body_digest, context FROM merchant_intents WHERE agent_id = $1 AND request_id = $2 AND agent_jkt = $3',
      [body.agent_id, body.request_id, jkt],
    );
    if (row?.body_digest !== bodyDigest) throw new ActError('request_id_reused');
    return JSON.parse(String(row.context)) as IntentContext;
  });
}

async function forgetIntents(tx: Queries, now: number): Promise<void> {
  await tx.run('DELETE FROM merchant_intents WHERE received_at < $1 OR received_at > $2', [
    now - RETENTION_SECONDS,
    beyondEveryWait(now, 0),
  ]);
  await tx.run(
    `DELETE FROM merchant_intents WHERE received_at <=
       (SELECT received_at FROM merchant_intents ORDER BY received_at DESC LIMIT 1 OFFSET $1)`,
    [REMEMBERED_MAX_INTENTS - 1],
  );
}

/** Who proved a key is not followed up by somebody who only gives its name. @see OA-XFR-03 */
async function previousContext(tx: Queries, body: IntentTransferBody, jkt: string): Promise<IntentContext> {
  if (body.previous_request_id === undefined) return {};
  const row = await tx.get(
    'SELECT context FROM merchant_intents WHERE agent_id = $1 AND request_id = $2 AND agent_jkt = $3',
    [body.agent_id, body.previous_request_id, jkt],
  );
  if (row === undefined) throw new ActError('previous_request_unknown');
  return JSON.parse(String(row.context)) as IntentContext;
}

/**
 * What the update takes back is gone, and what it says replaces what the former request said, constraint by
 * constraint (CID-INT-XFR-08).
 */
export function merged(former: IntentContext, update: IntentContext): IntentContext {
  const { dropped = [], ...said } = update;
  const { constraints: bounds, ...needs } = former;
  const constraints = { ...without(bounds ?? {}, dropped), ...said.constraints };
  return {
    ...without(needs, dropped),
    ...said,
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  };
}

function without<T extends object>(members: T, dropped: readonly string[]): Partial<T> {
  const kept = Object.entries(members).filter(([name]) => !dropped.includes(name));
  return Object.fromEntries(kept) as Partial<T>;
}
