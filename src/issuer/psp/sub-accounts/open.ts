import type { PublicJwk } from '../../../protocol/digest/index.ts';
import { ActError } from '../../../protocol/errors/index.ts';
import type { Queries } from '../../../store/index.ts';
import { openAccount } from '../accounts.ts';
import { activateTool, type ToolBindings, type ToolRequest } from '../tools.ts';
import { findSubAccount, takeKey } from './row.ts';

/** A request for a sub-account, after attestation, command and possession of both keys were verified. */
export interface SubAccountRequest extends Omit<ToolRequest, 'toolRequestId'> {
  readonly subAccountId: string;
  readonly keyJkt: string;
  readonly keyJwk: PublicJwk;
}

/**
 * Keeps a request until the account holder has decided. Its limits are those of a payment tool: the sub-account is one.
 *
 * @throws ActError sub_account_identity_failed (no account in this currency), sub_account_key_reused,
 *   binding_over_limit, request_id_reused (the name of a payment tool)
 * @see PSD-AGT-SUB-02
 */
export async function prepareSubAccount(
  tx: Queries,
  toolBindings: ToolBindings,
  request: SubAccountRequest,
): Promise<void> {
  const { subAccountId, keyJkt, limits, now } = request;
  await assertNameFree(tx, subAccountId);
  const source = await prepareTool(tx, toolBindings, { ...request, toolRequestId: subAccountId });
  await takeKey(tx, { keyJkt, subAccountId, now });
  await tx.run(
    `INSERT INTO sub_accounts (sub_account_id, state, account_id, source_account, delegator, agent_id, currency,
       key_jkt, key_jwk, state_since) VALUES ($1, 'PENDING', $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      subAccountId,
      `sub:${subAccountId}`,
      source,
      request.delegator,
      request.agentId,
      limits.currency,
      keyJkt,
      JSON.stringify(request.keyJwk),
      now,
    ],
  );
}

/** The sender chooses the name: under that of a tool the sub-account would stand between its owner and revoking it. */
async function assertNameFree(tx: Queries, subAccountId: string): Promise<void> {
  const taken = await tx.get('SELECT 1 AS taken FROM tools WHERE payment_tool_ref = $1', [subAccountId]);
  if (taken) throw new ActError('request_id_reused', { rule: 'sub_account_id' });
}

async function prepareTool(tx: Queries, toolBindings: ToolBindings, request: ToolRequest): Promise<string> {
  try {
    return (await toolBindings.prepare(tx, request)).accountId;
  } catch (error) {
    if (!(error instanceof ActError) || error.code !== 'binding_identity_failed') throw error;
    throw new ActError('sub_account_identity_failed', error.evidence);
  }
}

/**
 * Opens the sub-account after the account holder's approval, in the transaction that stores it: the account, empty,
 * and the tool that pays from it and from nothing else.
 *
 * @throws ActError sub_account_transition_illegal (decided before), tool_invalid (past its end)
 * @see PSD-AGT-SUB-01, PSD-AGT-SUB-02
 */
export async function activateSubAccount(
  tx: Queries,
  { subAccountId, now }: { readonly subAccountId: string; readonly now: number },
): Promise<void> {
  await decidePending(tx, subAccountId, 'ACTIVE', now);
  const opened = await findSubAccount(tx, subAccountId);
  if (!opened) throw new ActError('sub_account_unknown');
  const { accountId, delegator: owner, currency } = opened;
  await openAccount(tx, { accountId, owner, kind: 'user', currency, now });
  await activateTool(tx, { toolRequestId: subAccountId, now }, subAccountId);
  await tx.run('UPDATE tools SET account_id = $1 WHERE payment_tool_ref = $2', [accountId, subAccountId]);
}

/** Ends a request that was denied. Its key was never of use and is of none later. */
export async function declineSubAccount(
  tx: Queries,
  toolBindings: ToolBindings,
  { subAccountId, now }: { readonly subAccountId: string; readonly now: number },
): Promise<void> {
  await decidePending(tx, subAccountId, 'DENIED', now);
  await toolBindings.decline(tx, { toolRequestId: subAccountId });
}

async function decidePending(
  tx: Queries,
  subAccountId: string,
  state: 'ACTIVE' | 'DENIED',
  now: number,
): Promise<void> {
  const { changes } = await tx.run(
    "UPDATE sub_accounts SET state = $1, state_since = $2 WHERE sub_account_id = $3 AND state = 'PENDING'",
    [state, now, subAccountId],
  );
  if (changes !== 1) throw new ActError('sub_account_transition_illegal', { to: state });
}
