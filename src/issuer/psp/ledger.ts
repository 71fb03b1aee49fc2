import { ActError } from '../../protocol/errors/index.ts';
import { type LastChange, type Queries, type Transaction, together } from '../../store/index.ts';
import { integer, text } from './row.ts';

/** A debit takes from an account, a credit gives to it; what users own is a debt of the service. */
export interface Leg {
  readonly accountId: string;
  readonly direction: 'debit' | 'credit';
  readonly minor: bigint;
}

export interface Transfer {
  readonly transferId: string;
  readonly kind: 'funding' | 'payment' | 'refund' | 'correction';
  /** What it was for: a trade, a refund, the transfer that is corrected. */
  readonly reference: string;
  readonly currency: string;
  readonly legs: readonly Leg[];
  /** Unix seconds. */
  readonly now: number;
}

/**
 * Posts a transfer: its entries, and the balances moved by conditional updates, in the order of the account ids, so
 * that two transfers never wait for each other. Entries are never changed; a mistake is put right by another
 * transfer (`reversalOf`).
 *
 * @throws ActError balance_insufficient (an account would go below zero, or is in another currency), internal (debits
 *   and credits differ)
 * @see OA-LDG-02, OA-LDG-03, PSD-PAY-DEL-17
 */
export function postTransfer(tx: Queries, transfer: Transfer): Promise<void> {
  return postTransfers(tx, [transfer]);
}

/** Posts transfers of one transaction: all balances that they move are moved in the one order of the accounts. */
export async function postTransfers(tx: Queries, transfers: readonly Transfer[]): Promise<void> {
  for (const transfer of transfers) await insertWhole(tx, transfer);
  for (const { sql, params, otherwise } of balanceMoves(transfers)) {
    if ((await tx.run(sql, params)).changes !== 1) throw otherwise();
  }
}

/**
 * Posts a transfer whose balances are moved when the transaction ends, so that payments to one merchant wait for each
 * other's commit alone.
 *
 * @throws as `postTransfer`; balance_insufficient comes from the transaction
 * @see OA-LDG-02, OA-LDG-03
 */
export async function postTransferLast(tx: Transaction, transfer: Transfer): Promise<void> {
  for (const move of balanceMoves([transfer])) tx.finish(move);
  await insertWhole(tx, transfer);
}

function inFixedOrder<L extends Leg>(legs: readonly L[]): readonly L[] {
  return [...legs].sort((left, right) => (left.accountId < right.accountId ? -1 : 1));
}

function balanceMoves(transfers: readonly Transfer[]): readonly LastChange[] {
  const legs = transfers.flatMap(({ currency, legs: own }) => own.map((leg) => ({ ...leg, currency })));
  return inFixedOrder(legs).map((leg) => balanceMove(leg.currency, leg));
}

async function insertWhole(tx: Queries, transfer: Transfer): Promise<void> {
  assertBalanced(transfer.legs);
  const legs = inFixedOrder(transfer.legs);
  await together(
    insertTransfer(tx, transfer),
    legs.length === 0 ? undefined : insertEntries(tx, transfer, legs),
  );
}

async function insertTransfer(tx: Queries, { transferId, kind, reference, now }: Transfer): Promise<void> {
  await tx.run('INSERT INTO transfers (transfer_id, kind, reference, posted_at) VALUES ($1, $2, $3, $4)', [
    transferId,
    kind,
    reference,
    now,
  ]);
}

async function insertEntries(
  tx: Queries,
  { transferId, currency }: Transfer,
  legs: readonly Leg[],
): Promise<void> {
  const selected = legs.map((_, line) => {
    const [account, direction, minor] = [3 * line + 3, 3 * line + 4, 3 * line + 5];
    return `SELECT $1, ${line}, account_id, $${direction}, CAST($${minor} AS BIGINT), currency FROM accounts
       WHERE account_id = $${account} AND currency = $2`;
  });
  const { changes } = await tx.run(
    `INSERT INTO entries (transfer_id, line, account_id, direction, amount_minor, currency)
     ${selected.join(' UNION ALL ')}`,
    [
      transferId,
      currency,
      ...legs.flatMap(({ accountId, direction, minor }) => [accountId, direction, minor]),
    ],
  );
  if (changes !== legs.length) throw new ActError('balance_insufficient');
}

/** The two legs of money that goes from one account to another; none for an amount of zero. */
export function legsBetween(from: string, to: string, minor: bigint): readonly Leg[] {
  if (minor === 0n) return [];
  return [
    { accountId: from, direction: 'debit', minor },
    { accountId: to, direction: 'credit', minor },
  ];
}

function assertBalanced(legs: readonly Leg[]): void {
  let sum = 0n;
  for (const leg of legs) {
    if (leg.minor <= 0n) throw new ActError('internal', { rule: 'leg_amount' });
    sum += signed(leg);
  }
  if (sum !== 0n) throw new ActError('internal', { rule: 'debits_and_credits_differ' });
}

function signed({ direction, minor }: Leg): bigint {
  return direction === 'credit' ? minor : -minor;
}

function balanceMove(currency: string, leg: Leg): LastChange {
  return {
    sql: `UPDATE accounts SET balance_minor = balance_minor + $1
     WHERE account_id = $2 AND currency = $3 AND (kind = 'system' OR balance_minor + $1 >= 0)`,
    params: [signed(leg), leg.accountId, currency],
    otherwise: () => new ActError('balance_insufficient'),
  };
}

/**
 * The legs that undo a transfer.
 *
 * @throws ActError internal when there is no such transfer
 */
export async function reversalOf(queries: Queries, transferId: string): Promise<readonly Leg[]> {
  const rows = await queries.all(
    'SELECT account_id, direction, amount_minor FROM entries WHERE transfer_id = $1 ORDER BY line',
    [transferId],
  );
  if (rows.length === 0) throw new ActError('internal', { rule: 'transfer_unknown' });
  return rows.map((row) => ({
    accountId: text(row, 'account_id'),
    direction: text(row, 'direction') === 'debit' ? 'credit' : 'debit',
    minor: integer(row, 'amount_minor'),
  }));
}

export interface Audit {
  /** Whether everything below is in order. */
  readonly balanced: boolean;
  readonly debitsMinor: bigint;
  readonly creditsMinor: bigint;
  /** Transfers whose debits and credits differ in a currency. */
  readonly unbalancedTransfers: readonly string[];
  /** Accounts whose balance is not the sum of their entries. */
  readonly wrongAccounts: readonly string[];
}

/** Adds the books up: Σ debits = Σ credits for each transfer and currency, and each balance is the sum of its entries. */
export async function auditLedger(queries: Queries): Promise<Audit> {
  const totals = await queries.get(
    `SELECT COALESCE(SUM(CASE WHEN direction = 'debit' THEN amount_minor ELSE 0 END), 0) AS debits,
            COALESCE(SUM(CASE WHEN direction = 'credit' THEN amount_minor ELSE 0 END), 0) AS credits
     FROM entries`,
  );
  const transfers = await queries.all(
    `SELECT transfer_id FROM entries GROUP BY transfer_id, currency
     HAVING SUM(CASE WHEN direction = 'debit' THEN amount_minor ELSE -amount_minor END) <> 0`,
  );
  const accounts = await queries.all(
    `SELECT a.account_id AS account_id FROM accounts a LEFT JOIN entries e ON e.account_id = a.account_id
     GROUP BY a.account_id, a.balance_minor, a.currency
     HAVING a.balance_minor <> COALESCE(SUM(CASE WHEN e.direction = 'credit' THEN e.amount_minor ELSE -e.amount_minor END), 0)
         OR COUNT(CASE WHEN e.currency <> a.currency THEN 1 END) > 0`,
  );
  const debitsMinor = totals ? integer(totals, 'debits') : 0n;
  const creditsMinor = totals ? integer(totals, 'credits') : 0n;
  return {
    balanced: debitsMinor === creditsMinor && transfers.length === 0 && accounts.length === 0,
    debitsMinor,
    creditsMinor,
    unbalancedTransfers: transfers.map((row) => text(row, 'transfer_id')),
    wrongAccounts: accounts.map((row) => text(row, 'account_id')),
  };
}
