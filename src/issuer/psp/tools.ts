import { type PublicJwk, publicJwkFrom } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { ToolRequestBody } from '../../protocol/generated/types.ts';
import { parseAmount } from '../../protocol/money/index.ts';
import { newId, type Random } from '../../protocol/ports.ts';
import { parseUtcSeconds } from '../../protocol/time/index.ts';
import type { Queries, Row } from '../../store/index.ts';
import { findPayerAccount } from './accounts.ts';
import { registerAgent } from './agents.ts';
import type { PspPolicy } from './policy.ts';
import { integer, seconds, text, texts } from './row.ts';

/** A request to bind a payment tool, after the agent's statement and command were verified. */
export interface ToolRequest {
  readonly toolRequestId: string;
  readonly delegator: string;
  readonly agentId: string;
  readonly agentJkt: string;
  readonly agentJwk: PublicJwk;
  readonly limits: ToolRequestBody['limits'];
  /** Unix seconds. */
  readonly now: number;
}

/**
 * What is held while a request under this name is taken: that of a tool and that of a sub-account, which is one. Of two
 * that are the same the second sees the first.
 */
export function toolLock(toolRequestId: string): string {
  return `tool ${toolRequestId}`;
}

export interface ToolBindingStatus {
  readonly status: 'PENDING_CONFIRMATION' | 'ACTIVE' | 'DENIED' | 'REVOKED' | 'EXPIRED';
  readonly delegator: string;
  readonly agentId: string;
  readonly agentJkt: string;
  readonly paymentToolRef?: string;
}

/** Binding of payment tools. Each call runs inside the caller's transaction. */
export interface ToolBindings {
  /**
   * Keeps a request until the account holder has decided. Nothing can be paid with it.
   *
   * @throws ActError binding_identity_failed (the delegator has no account in this currency), binding_over_limit,
   *   request_id_reused (the name of another request)
   * @see PSD-PMT-BND-01, PSD-PMT-BND-03, PSD-PMT-BND-07
   */
  prepare(tx: Queries, request: ToolRequest): Promise<{ readonly accountId: string }>;
  /**
   * Makes the tool after the account holder's approval, in the transaction that stores the approval: the reference
   * and the agent's key come into being together or not at all.
   *
   * @throws ActError tool_invalid (unknown, decided before, or past its end)
   * @see PSD-PMT-BND-08
   */
  activate(
    tx: Queries,
    decision: { readonly toolRequestId: string; readonly now: number },
  ): Promise<{ readonly paymentToolRef: string }>;
  /** Ends a request that was denied or that nobody answered. @throws ActError tool_invalid */
  decline(tx: Queries, decision: { readonly toolRequestId: string }): Promise<void>;
  read(queries: Queries, toolRequestId: string, now: number): Promise<ToolBindingStatus | undefined>;
  /**
   * Takes a tool out of use for good. Revoking it again changes nothing.
   *
   * @throws ActError tool_invalid (unknown, or of another principal)
   */
  revoke(
    tx: Queries,
    revocation: { readonly paymentToolRef: string; readonly delegator: string },
  ): Promise<void>;
}

export interface ToolBindingDeps {
  readonly random: Random;
  readonly policy: PspPolicy;
}

export function createToolBindings({ random, policy }: ToolBindingDeps): ToolBindings {
  return {
    prepare: (tx, request) => prepare(tx, request, policyIn(policy, request.limits.currency)),
    activate: (tx, decision) => activateTool(tx, decision, newId(random, 'tool')),
    decline,
    read,
    revoke,
  };
}

/** The policy as it is for one currency. */
function policyIn(policy: PspPolicy, currency: string): PspPolicy {
  const { toolMaxAmountMinorOf: named } = policy;
  const most = Object.hasOwn(named, currency) ? named[currency] : undefined;
  return most === undefined ? policy : { ...policy, toolMaxAmountMinor: most };
}

async function prepare(
  tx: Queries,
  request: ToolRequest,
  policy: PspPolicy,
): Promise<{ readonly accountId: string }> {
  const { limits, now } = request;
  const maxAmount = parseAmount(limits.max_amount, limits.currency);
  const validUntil = parseUtcSeconds(limits.valid_until);
  const account = await findPayerAccount(tx, request.delegator, limits.currency);
  if (!account) throw new ActError('binding_identity_failed', { currency: limits.currency });
  if (maxAmount.minor > policy.toolMaxAmountMinor)
    throw new ActError('binding_over_limit', { rule: 'amount' });
  if (validUntil <= now || validUntil > now + policy.toolMaxLifetimeSeconds) {
    throw new ActError('binding_over_limit', { rule: 'valid_until' });
  }
  await assertNameFree(tx, request.toolRequestId);
  await tx.run(
    `INSERT INTO tool_requests (tool_request_id, state, account_id, delegator, agent_id, agent_jkt, agent_jwk,
       currency, max_amount_minor, valid_until, merchants, requested_at, confirm_each)
     VALUES ($1, 'PENDING', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      request.toolRequestId,
      account.accountId,
      request.delegator,
      request.agentId,
      request.agentJkt,
      JSON.stringify(request.agentJwk),
      limits.currency,
      maxAmount.minor,
      validUntil,
      limits.merchants ? JSON.stringify(limits.merchants) : null,
      now,
      limits.confirm_each ? 1 : 0,
    ],
  );
  return { accountId: account.accountId };
}

/** The sender chooses the name, and a sub-account has it in the same table. */
async function assertNameFree(tx: Queries, toolRequestId: string): Promise<void> {
  const taken = await tx.get('SELECT 1 AS taken FROM tool_requests WHERE tool_request_id = $1', [
    toolRequestId,
  ]);
  if (taken) throw new ActError('request_id_reused', { rule: 'tool_request_id' });
}

/** Makes the tool of an approved request under the given reference. @throws ActError tool_invalid */
export async function activateTool(
  tx: Queries,
  { toolRequestId, now }: { readonly toolRequestId: string; readonly now: number },
  paymentToolRef: string,
): Promise<{ readonly paymentToolRef: string }> {
  const { changes } = await tx.run(
    `UPDATE tool_requests SET state = 'APPROVED'
     WHERE tool_request_id = $1 AND state = 'PENDING' AND valid_until > $2`,
    [toolRequestId, now],
  );
  if (changes !== 1) throw new ActError('tool_invalid', { rule: 'not_pending' });
  await tx.run(
    `INSERT INTO tools (payment_tool_ref, tool_request_id, state, account_id, delegator, agent_id, agent_jkt,
       currency, max_amount_minor, valid_until, merchants, uses, bound_at, confirm_each)
     SELECT $1, tool_request_id, 'ACTIVE', account_id, delegator, agent_id, agent_jkt,
       currency, max_amount_minor, valid_until, merchants, 0, $2, confirm_each
     FROM tool_requests WHERE tool_request_id = $3`,
    [paymentToolRef, now, toolRequestId],
  );
  const row = await tx.get(
    'SELECT agent_id, agent_jkt, agent_jwk FROM tool_requests WHERE tool_request_id = $1',
    [toolRequestId],
  );
  if (!row) throw new ActError('tool_invalid', { rule: 'unknown' });
  const publicJwk = publicJwkFrom(JSON.parse(text(row, 'agent_jwk')));
  await registerAgent(tx, { agentId: text(row, 'agent_id'), jkt: text(row, 'agent_jkt'), publicJwk }, now);
  return { paymentToolRef };
}

async function decline(tx: Queries, { toolRequestId }: { readonly toolRequestId: string }): Promise<void> {
  const { changes } = await tx.run(
    "UPDATE tool_requests SET state = 'DENIED' WHERE tool_request_id = $1 AND state = 'PENDING'",
    [toolRequestId],
  );
  if (changes !== 1) throw new ActError('tool_invalid', { rule: 'not_pending' });
}

async function read(
  queries: Queries,
  toolRequestId: string,
  now: number,
): Promise<ToolBindingStatus | undefined> {
  const row = await queries.get(
    `SELECT r.state AS request_state, r.delegator AS delegator, r.agent_id AS agent_id, r.agent_jkt AS agent_jkt,
       r.valid_until AS valid_until, t.state AS tool_state, t.payment_tool_ref AS payment_tool_ref
     FROM tool_requests r LEFT JOIN tools t ON t.tool_request_id = r.tool_request_id
     WHERE r.tool_request_id = $1`,
    [toolRequestId],
  );
  if (!row) return undefined;
  const binding = {
    status: statusOf(row, now),
    delegator: text(row, 'delegator'),
    agentId: text(row, 'agent_id'),
    agentJkt: text(row, 'agent_jkt'),
  };
  return row.payment_tool_ref === null
    ? binding
    : { ...binding, paymentToolRef: text(row, 'payment_tool_ref') };
}

function statusOf(row: Row, now: number): ToolBindingStatus['status'] {
  if (row.request_state === 'DENIED') return 'DENIED';
  if (row.tool_state === 'REVOKED') return 'REVOKED';
  if (now >= seconds(row, 'valid_until')) return 'EXPIRED';
  return row.tool_state === 'ACTIVE' ? 'ACTIVE' : 'PENDING_CONFIRMATION';
}

async function revoke(
  tx: Queries,
  { paymentToolRef, delegator }: { readonly paymentToolRef: string; readonly delegator: string },
): Promise<void> {
  const { changes } = await tx.run(
    `UPDATE tools SET state = 'REVOKED' WHERE payment_tool_ref = $1 AND delegator = $2
       AND payment_tool_ref NOT IN (SELECT sub_account_id FROM sub_accounts)`,
    [paymentToolRef, delegator],
  );
  if (changes !== 1) throw new ActError('tool_invalid', { rule: 'unknown' });
}

/** A bound tool as the payment pipeline reads it. */
export interface Tool {
  readonly paymentToolRef: string;
  readonly state: 'ACTIVE' | 'REVOKED';
  readonly accountId: string;
  readonly delegator: string;
  readonly agentId: string;
  readonly agentJkt: string;
  readonly currency: string;
  readonly maxAmountMinor: bigint;
  readonly validUntil: number;
  readonly merchants?: readonly string[];
  readonly confirmEach?: true;
}

export async function findTool(queries: Queries, paymentToolRef: string): Promise<Tool | undefined> {
  const row = await queries.get(
    `SELECT payment_tool_ref, state, account_id, delegator, agent_id, agent_jkt, currency, max_amount_minor,
       valid_until, merchants, confirm_each FROM tools WHERE payment_tool_ref = $1`,
    [paymentToolRef],
  );
  if (!row) return undefined;
  const merchants = texts(row, 'merchants');
  return {
    paymentToolRef: text(row, 'payment_tool_ref'),
    state: row.state === 'ACTIVE' ? 'ACTIVE' : 'REVOKED',
    accountId: text(row, 'account_id'),
    delegator: text(row, 'delegator'),
    agentId: text(row, 'agent_id'),
    agentJkt: text(row, 'agent_jkt'),
    currency: text(row, 'currency'),
    maxAmountMinor: integer(row, 'max_amount_minor'),
    validUntil: seconds(row, 'valid_until'),
    ...(merchants === undefined ? {} : { merchants }),
    ...(integer(row, 'confirm_each') === 1n ? { confirmEach: true } : {}),
  };
}

/**
 * Counts one use of a tool, if it is still usable by this key for this amount.
 *
 * @throws ActError tool_invalid
 * @see PSD-PMT-BND-06
 */
export async function useTool(
  tx: Queries,
  use: {
    readonly paymentToolRef: string;
    readonly agentJkt: string;
    readonly amountMinor: bigint;
    readonly now: number;
  },
): Promise<void> {
  const { changes } = await tx.run(
    `UPDATE tools SET uses = uses + 1
     WHERE payment_tool_ref = $1 AND state = 'ACTIVE' AND agent_jkt = $2 AND max_amount_minor >= $3
       AND valid_until > $4`,
    [use.paymentToolRef, use.agentJkt, use.amountMinor, use.now],
  );
  if (changes !== 1) throw new ActError('tool_invalid');
}
