import { ActError } from '../../protocol/errors/index.ts';
import { currencyDecimals, type Money } from '../../protocol/money/index.ts';
import type { Queries, Row } from '../../store/index.ts';
import { legsBetween, postTransfer } from './ledger.ts';
import { integer, text } from './row.ts';

export interface Account {
  readonly accountId: string;
  readonly owner: string;
  readonly kind: 'user' | 'merchant' | 'system';
  readonly currency: string;
  readonly balanceMinor: bigint;
}

export interface NewAccount {
  readonly accountId: string;
  /** The delegator or the merchant. */
  readonly owner: string;
  readonly kind: 'user' | 'merchant';
  readonly currency: string;
  /** Unix seconds. */
  readonly now: number;
}

/**
 * Opens an account with a balance of zero. Opening it again as it is changes nothing.
 *
 * @throws ActError currency_unknown, internal (the id is taken by another account)
 */
export async function openAccount(tx: Queries, account: NewAccount): Promise<void> {
  currencyDecimals(account.currency);
  await insertAccount(tx, account);
  const stored = await findAccount(tx, account.accountId);
  const same =
    stored?.owner === account.owner && stored.kind === account.kind && stored.currency === account.currency;
  if (!same) throw new ActError('internal', { rule: 'account_taken' });
}

async function insertAccount(
  tx: Queries,
  account: Omit<NewAccount, 'kind'> & { readonly kind: Account['kind'] },
): Promise<void> {
  await tx.run(
    `INSERT INTO accounts (account_id, owner, kind, currency, balance_minor, opened_at)
     VALUES ($1, $2, $3, $4, 0, $5) ON CONFLICT DO NOTHING`,
    [account.accountId, account.owner, account.kind, account.currency, account.now],
  );
}

export interface Funding {
  readonly accountId: string;
  readonly money: Money;
  /** Makes the funding happen once: a second one of this id is refused. */
  readonly transferId: string;
  readonly now: number;
}

/**
 * Puts money into an account, against the system account of its currency.
 *
 * @throws ActError balance_insufficient (no such account in this currency), store_unavailable (the id is used)
 */
export async function fundAccount(
  tx: Queries,
  { accountId, money, transferId, now }: Funding,
): Promise<void> {
  const source = `system:funding:${money.currency}`;
  await insertAccount(tx, {
    accountId: source,
    owner: 'system',
    kind: 'system',
    currency: money.currency,
    now,
  });
  await postTransfer(tx, {
    transferId,
    kind: 'funding',
    reference: accountId,
    currency: money.currency,
    legs: legsBetween(source, accountId, money.minor),
    now,
  });
}

/** Not a name of anybody who could be paid. */
const ESCROW_OWNER = 'escrow';

/** The account that holds the money of ESCROW trades in a currency. */
export async function escrowAccount(tx: Queries, currency: string, now: number): Promise<string> {
  const accountId = `escrow:${currency}`;
  await insertAccount(tx, { accountId, owner: ESCROW_OWNER, kind: 'merchant', currency, now });
  return accountId;
}

/** Not a name of anybody who could own an account or be paid. */
const HOUSE_OWNER = 'house';

/** An account of the service's own for one purpose in a currency; it may stand below zero. */
export async function houseAccount(
  tx: Queries,
  purpose: string,
  currency: string,
  now: number,
): Promise<string> {
  const accountId = `${purpose}:${currency}`;
  await insertAccount(tx, { accountId, owner: HOUSE_OWNER, kind: 'system', currency, now });
  return accountId;
}

function accountOf(row: Row): Account {
  return {
    accountId: text(row, 'account_id'),
    owner: text(row, 'owner'),
    kind: text(row, 'kind') as Account['kind'],
    currency: text(row, 'currency'),
    balanceMinor: integer(row, 'balance_minor'),
  };
}

export async function findAccount(queries: Queries, accountId: string): Promise<Account | undefined> {
  const row = await queries.get(
    'SELECT account_id, owner, kind, currency, balance_minor FROM accounts WHERE account_id = $1',
    [accountId],
  );
  return row && accountOf(row);
}

/** The account that pays for this delegator in this currency: the first one opened that is no sub-account. */
export async function findPayerAccount(
  queries: Queries,
  delegator: string,
  currency: string,
): Promise<Account | undefined> {
  const row = await queries.get(
    `SELECT account_id, owner, kind, currency, balance_minor FROM accounts
     WHERE owner = $1 AND currency = $2 AND kind = 'user'
       AND account_id NOT IN (SELECT account_id FROM sub_accounts) ORDER BY opened_at, account_id LIMIT 1`,
    [delegator, currency],
  );
  return row && accountOf(row);
}
