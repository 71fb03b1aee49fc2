import { type PublicJwk, publicJwkFrom } from '../../../protocol/digest/index.ts';
import { ActError } from '../../../protocol/errors/index.ts';
import type { Queries } from '../../../store/index.ts';
import { text } from '../row.ts';

/** PENDING until the account holder has decided; DENIED and CLOSED are final. */
export type SubAccountStatus = 'PENDING' | 'DENIED' | 'ACTIVE' | 'FROZEN' | 'CLOSED';

/** A sub-account: one agent, one account of its own, one key at a time [PSD-AGT-SUB-08]. */
export interface SubAccount {
  /** Also the reference of the payment tool that pays from it. */
  readonly subAccountId: string;
  readonly state: SubAccountStatus;
  /** The account that holds its money, and no other money. */
  readonly accountId: string;
  /** Where its money comes from and goes back to. */
  readonly sourceAccount: string;
  readonly delegator: string;
  readonly agentId: string;
  readonly currency: string;
  /** Thumbprint of its last key; alive only while the state is ACTIVE. */
  readonly keyJkt: string;
  readonly keyJwk: PublicJwk;
}

export async function findSubAccount(
  queries: Queries,
  subAccountId: string,
): Promise<SubAccount | undefined> {
  const row = await queries.get('SELECT * FROM sub_accounts WHERE sub_account_id = $1', [subAccountId]);
  if (!row) return undefined;
  return {
    subAccountId,
    state: text(row, 'state') as SubAccountStatus,
    accountId: text(row, 'account_id'),
    sourceAccount: text(row, 'source_account'),
    delegator: text(row, 'delegator'),
    agentId: text(row, 'agent_id'),
    currency: text(row, 'currency'),
    keyJkt: text(row, 'key_jkt'),
    keyJwk: publicJwkFrom(JSON.parse(text(row, 'key_jwk'))),
  };
}

/** Minor units of the sub-account's currency. */
export interface SubAccountUsage {
  readonly payments: number;
  readonly paidMinor: bigint;
  readonly refundedMinor: bigint;
}

/** By the books, and by nothing that the agent says. */
export async function readSubAccountUsage(
  queries: Queries,
  { accountId }: SubAccount,
): Promise<SubAccountUsage> {
  const row = await queries.get(
    `SELECT COUNT(*) AS payments, CAST(COALESCE(SUM(captured_minor), 0) AS BIGINT) AS paid,
       CAST(COALESCE(SUM(refunded_minor), 0) AS BIGINT) AS refunded
     FROM payments WHERE payer_account = $1`,
    [accountId],
  );
  return {
    payments: Number(row?.payments ?? 0),
    paidMinor: BigInt(row?.paid?.toString() ?? 0),
    refundedMinor: BigInt(row?.refunded?.toString() ?? 0),
  };
}

/**
 * The sub-account of this account holder, which nobody else changes until the transaction is over; another's is as
 * unknown as one that was never opened.
 *
 * @throws ActError sub_account_unknown
 */
export async function ownSubAccount(
  queries: Queries,
  subAccountId: string,
  delegator: string,
): Promise<SubAccount> {
  await queries.get('SELECT 1 AS held FROM sub_accounts WHERE sub_account_id = $1 FOR UPDATE', [
    subAccountId,
  ]);
  const found = await findSubAccount(queries, subAccountId);
  if (found?.delegator !== delegator || found.state === 'PENDING' || found.state === 'DENIED') {
    throw new ActError('sub_account_unknown');
  }
  return found;
}

/** Takes a key for a sub-account, once and for all: a key that is or was anybody's is not taken. */
export async function takeKey(
  tx: Queries,
  use: { readonly keyJkt: string; readonly subAccountId: string; readonly now: number },
): Promise<void> {
  const { changes } = await tx.run(
    'INSERT INTO sub_account_keys (key_jkt, sub_account_id, taken_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [use.keyJkt, use.subAccountId, use.now],
  );
  if (changes !== 1) throw new ActError('sub_account_key_reused');
}
