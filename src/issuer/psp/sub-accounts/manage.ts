import type { PublicJwk } from '../../../protocol/digest/index.ts';
import { ActError } from '../../../protocol/errors/index.ts';
import type { Money } from '../../../protocol/money/index.ts';
import type { Queries } from '../../../store/index.ts';
import { legsBetween } from '../ledger.ts';
import type { Ledger } from '../ports.ts';
import { text } from '../row.ts';
import { findSubAccount, ownSubAccount, type SubAccount, takeKey } from './row.ts';

/** One of the account holder's sub-accounts, and the time of the request in Unix seconds. */
export interface SubAccountOrder {
  readonly subAccountId: string;
  readonly delegator: string;
  readonly now: number;
}

function assertOpen({ state }: SubAccount): void {
  if (state === 'CLOSED') throw new ActError('sub_account_closed');
}

/**
 * Moves money from the account holder's account into the sub-account. A frozen one takes none.
 *
 * @throws ActError sub_account_unknown, sub_account_frozen, sub_account_closed, currency_mismatch, amount_form (zero),
 *   balance_insufficient
 * @see PSD-AGT-SUB-03, OA-MNY-06
 */
export async function fundSubAccount(
  tx: Queries,
  ledger: Ledger,
  order: SubAccountOrder & { readonly money: Money; readonly transferId: string },
): Promise<void> {
  const { subAccountId, delegator, money, transferId, now } = order;
  const account = await ownSubAccount(tx, subAccountId, delegator);
  assertOpen(account);
  if (account.state === 'FROZEN') throw new ActError('sub_account_frozen');
  if (money.currency !== account.currency) throw new ActError('currency_mismatch');
  if (money.minor === 0n) throw new ActError('amount_form', { rule: 'zero' });
  await ledger.post(tx, {
    transferId,
    kind: 'funding',
    reference: subAccountId,
    currency: money.currency,
    legs: legsBetween(account.sourceAccount, account.accountId, money.minor),
    now,
  });
}

/**
 * Stops the sub-account at once; its key is dead from here on, for good. Without a delegator it is the service's own
 * risk control that freezes. Freezing again changes nothing.
 *
 * @throws ActError sub_account_unknown, sub_account_closed
 * @see PSD-AGT-SUB-04, PSD-AGT-SUB-07
 */
export async function freezeSubAccount(
  tx: Queries,
  order: Omit<SubAccountOrder, 'delegator'> & { readonly delegator?: string },
): Promise<void> {
  const { subAccountId, now } = order;
  const delegator = order.delegator ?? (await findSubAccount(tx, subAccountId))?.delegator ?? '';
  const account = await ownSubAccount(tx, subAccountId, delegator);
  assertOpen(account);
  await tx.run(
    "UPDATE sub_accounts SET state = 'FROZEN', state_since = $1 WHERE sub_account_id = $2 AND state = 'ACTIVE'",
    [now, subAccountId],
  );
}

/**
 * Puts a frozen sub-account back into use under a new key; none that was ever taken comes back.
 *
 * @throws ActError sub_account_unknown, sub_account_closed, sub_account_transition_illegal (not frozen),
 *   sub_account_key_reused
 * @see OA-SUB-01
 */
export async function unfreezeSubAccount(
  tx: Queries,
  order: SubAccountOrder & { readonly keyJkt: string; readonly keyJwk: PublicJwk },
): Promise<void> {
  const { subAccountId, delegator, keyJkt, keyJwk, now } = order;
  assertOpen(await ownSubAccount(tx, subAccountId, delegator));
  await takeKey(tx, { keyJkt, subAccountId, now });
  const { changes } = await tx.run(
    `UPDATE sub_accounts SET state = 'ACTIVE', key_jkt = $1, key_jwk = $2, state_since = $3
     WHERE sub_account_id = $4 AND state = 'FROZEN'`,
    [keyJkt, JSON.stringify(keyJwk), now, subAccountId],
  );
  if (changes !== 1) throw new ActError('sub_account_transition_illegal', { to: 'ACTIVE' });
}

/**
 * Closes the sub-account for good and gives what is left back to the account it came from. Closing again changes
 * nothing.
 *
 * @throws ActError sub_account_unknown
 * @see PSD-AGT-SUB-04, PSD-AGT-SUB-05, OA-SUB-02
 */
export async function closeSubAccount(
  tx: Queries,
  ledger: Ledger,
  order: SubAccountOrder & { readonly transferId: string },
): Promise<void> {
  const { subAccountId, delegator, transferId, now } = order;
  const account = await ownSubAccount(tx, subAccountId, delegator);
  const { changes } = await tx.run(
    "UPDATE sub_accounts SET state = 'CLOSED', state_since = $1 WHERE sub_account_id = $2 AND state <> 'CLOSED'",
    [now, subAccountId],
  );
  if (changes !== 1) return;
  await tx.run("UPDATE tools SET state = 'REVOKED' WHERE payment_tool_ref = $1", [subAccountId]);
  const left = (await ledger.account(tx, account.accountId))?.balanceMinor ?? 0n;
  await ledger.post(tx, {
    transferId,
    kind: 'funding',
    reference: subAccountId,
    currency: account.currency,
    legs: legsBetween(account.accountId, account.sourceAccount, left),
    now,
  });
}

/**
 * Holds the sub-account for a payment that its key has proved, in the transaction that moves the money.
 *
 * @throws ActError sub_account_closed, sub_account_frozen, sub_account_key_invalid (another key since)
 */
export async function useSubAccount(
  tx: Queries,
  use: { readonly subAccountId: string; readonly keyJkt: string | undefined },
): Promise<void> {
  const { changes } = await tx.run(
    `UPDATE sub_accounts SET state = 'ACTIVE' WHERE sub_account_id = $1 AND state = 'ACTIVE' AND key_jkt = $2`,
    [use.subAccountId, use.keyJkt ?? ''],
  );
  if (changes === 1) return;
  const found = await findSubAccount(tx, use.subAccountId);
  if (found?.state === 'CLOSED') throw new ActError('sub_account_closed');
  if (found?.state === 'FROZEN') throw new ActError('sub_account_frozen');
  throw new ActError('sub_account_key_invalid', { rule: 'dead' });
}

/**
 * Where a refund goes: what a closed sub-account paid goes to the account that it belonged to. Held, so that none is
 * closed while money is on its way into it.
 */
export async function refundAccount(tx: Queries, payerAccount: string): Promise<string> {
  const row = await tx.get(
    'SELECT source_account, state FROM sub_accounts WHERE account_id = $1 FOR UPDATE',
    [payerAccount],
  );
  return row?.state === 'CLOSED' ? text(row, 'source_account') : payerAccount;
}
