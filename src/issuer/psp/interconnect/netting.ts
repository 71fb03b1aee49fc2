import { digestOfObject } from '../../../protocol/digest/index.ts';
import { ActError } from '../../../protocol/errors/index.ts';
import type { InterconnectNettingBody } from '../../../protocol/generated/types.ts';
import type { JsonValue } from '../../../protocol/json/index.ts';
import { formatSum, parseAmount, parseSum } from '../../../protocol/money/index.ts';
import { parseUtcSeconds } from '../../../protocol/time/index.ts';
import { CLOCKS_DIFFER_MAX_SECONDS, type Queries, type Row, type Transaction } from '../../../store/index.ts';
import { integer, seconds, text } from '../row.ts';
import { type ClearedTrade, debtorOf, type Span, type Statement } from './statement.ts';

/** What two services owe each other, the same document at both. */
export type NettingRecord = InterconnectNettingBody['netting'];

/** One netting: with whom, of what span, in which currency. */
export interface NettingKey extends Span {
  readonly partner: string;
  readonly currency: string;
}

/**
 * How a netting stands here. OPEN: this service has said what it finds, and the other has not answered; AGREED: both
 * have signed the same; SETTLED: it is paid, and both have booked that.
 */
export interface StoredNetting {
  readonly state: 'OPEN' | 'AGREED' | 'SETTLED';
  readonly record: NettingRecord;
  readonly digest: string;
  readonly debtor?: string;
  readonly netMinor: bigint;
}

const nameOf = ({ payer_psp, trade_no, refund_id = '' }: ClearedTrade): string =>
  `${payer_psp} ${trade_no} ${refund_id}`;

/**
 * Computes the netting of a currency from a statement. Whoever has the same trades gets the same document.
 *
 * @throws ActError interconnect_window_invalid when nothing was cleared in this currency
 * @see OA-ICN-19
 */
export async function nettingOf(
  { psp_id, from, until, trades }: Statement,
  partner: string,
  currency: string,
): Promise<NettingRecord> {
  const own = trades
    .filter((trade) => trade.currency === currency)
    .toSorted((left, right) => (nameOf(left) < nameOf(right) ? -1 : 1));
  if (own.length === 0) throw new ActError('interconnect_window_invalid', { rule: 'empty' });
  const [first = psp_id, second = partner] = [psp_id, partner].toSorted();
  const owedBy = (party: string): bigint =>
    own
      .filter((trade) => debtorOf(trade, [first, second]) === party)
      .reduce((sum, { amount }) => sum + parseAmount(amount, currency).minor, 0n);
  const net = owedBy(first) - owedBy(second);
  const money = (minor: bigint): string => formatSum({ currency, minor });
  return {
    parties: [first, second],
    from,
    until,
    currency,
    trades: own.length,
    trades_digest: await digestOfObject(own as unknown as JsonValue),
    owed: [money(owedBy(first)), money(owedBy(second))],
    ...(net === 0n ? {} : { debtor: net > 0n ? first : second }),
    amount: money(net < 0n ? -net : net),
  };
}

export function digestOfNetting(record: NettingRecord): Promise<string> {
  return digestOfObject(record as unknown as JsonValue);
}

export function keyOf(partner: string, { from, until, currency }: NettingRecord): NettingKey {
  return { partner, from: parseUtcSeconds(from), until: parseUtcSeconds(until), currency };
}

export async function findNetting(queries: Queries, key: NettingKey): Promise<StoredNetting | undefined> {
  const row = await queries.get(
    `SELECT state, netting, digest, debtor, net_minor FROM interconnect_settlements
     WHERE partner = $1 AND from_time = $2 AND until_time = $3 AND currency = $4`,
    [key.partner, key.from, key.until, key.currency],
  );
  return row && nettingIn(row);
}

function nettingIn(row: Row): StoredNetting {
  return {
    state: text(row, 'state') as StoredNetting['state'],
    record: JSON.parse(text(row, 'netting')),
    digest: text(row, 'digest'),
    netMinor: integer(row, 'net_minor'),
    ...(row.debtor === null ? {} : { debtor: text(row, 'debtor') }),
  };
}

/** A trade belongs to one netting: spans that overlap are not netted both. @throws ActError interconnect_window_invalid */
export async function assertApart(tx: Queries, key: NettingKey): Promise<void> {
  const row = await tx.get(
    `SELECT 1 AS found FROM interconnect_settlements
     WHERE partner = $1 AND currency = $2 AND from_time < $4 AND until_time > $3
       AND NOT (from_time = $3 AND until_time = $4) LIMIT 1`,
    [key.partner, key.currency, key.from, key.until],
  );
  if (row !== undefined) throw new ActError('interconnect_window_invalid', { rule: 'overlap' });
}

/**
 * What is held while something is counted with a partner, and while it is netted: each waits for the other, so that nothing
 * comes into a span whose trades were read.
 */
export function clearingLock({ partner, currency }: Pick<NettingKey, 'partner' | 'currency'>): string {
  return `clearing ${partner} ${currency}`;
}

/**
 * The second at which something counts that is written now, by whoever holds the clearing lock: never in a span that is
 * netted. By the clock of another process such a span may be over before it is by this one; then it counts in the second
 * after.
 *
 * @see OA-ICN-19
 */
export async function countedAt(
  tx: Queries,
  { partner, currency }: Pick<NettingKey, 'partner' | 'currency'>,
  now: number,
): Promise<number> {
  const row = await tx.get(
    `SELECT until_time FROM interconnect_settlements
     WHERE partner = $1 AND currency = $2 AND until_time > $3 AND from_time <= $4
     ORDER BY until_time DESC LIMIT 1`,
    [partner, currency, now, now + CLOCKS_DIFFER_MAX_SECONDS],
  );
  const at = row === undefined ? now : seconds(row, 'until_time');
  if (at > now + CLOCKS_DIFFER_MAX_SECONDS) throw new ActError('store_unavailable', { rule: 'span_netted' });
  return at;
}

/** Writes what this service finds; what was found before and not agreed on is replaced, what was agreed on never. */
export async function openNetting(
  tx: Queries,
  key: NettingKey,
  { record, digest, now }: { readonly record: NettingRecord; readonly digest: string; readonly now: number },
): Promise<void> {
  await tx.run(
    `INSERT INTO interconnect_settlements (partner, from_time, until_time, currency, state, netting, digest, debtor,
       net_minor, opened_at)
     VALUES ($1, $2, $3, $4, 'OPEN', $5, $6, $7, $8, $9)
     ON CONFLICT (partner, from_time, until_time, currency) DO UPDATE SET netting = excluded.netting,
       digest = excluded.digest, debtor = excluded.debtor, net_minor = excluded.net_minor
     WHERE interconnect_settlements.state = 'OPEN'`,
    [
      key.partner,
      key.from,
      key.until,
      key.currency,
      JSON.stringify(record),
      digest,
      record.debtor ?? null,
      parseSum(record.amount, key.currency).minor,
      now,
    ],
  );
}

/** What the partner has refused to say is not agreed on: a span that overlaps may be. */
export async function withdrawNetting(tx: Queries, key: NettingKey, digest: string): Promise<void> {
  await tx.run(
    `DELETE FROM interconnect_settlements
     WHERE partner = $1 AND from_time = $2 AND until_time = $3 AND currency = $4 AND state = 'OPEN' AND digest = $5`,
    [key.partner, key.from, key.until, key.currency, digest],
  );
}

/** @param signed the other service's command over the same digest @returns whether it was still open */
export async function agreeOn(
  tx: Queries,
  key: NettingKey,
  { digest, signed, now }: { readonly digest: string; readonly signed: string; readonly now: number },
): Promise<boolean> {
  const { changes } = await tx.run(
    `UPDATE interconnect_settlements SET state = 'AGREED', agreement = $1, agreed_at = $2
     WHERE partner = $3 AND from_time = $4 AND until_time = $5 AND currency = $6 AND state = 'OPEN' AND digest = $7`,
    [signed, now, key.partner, key.from, key.until, key.currency, digest],
  );
  return changes === 1;
}

interface Settlement {
  readonly digest: string;
  readonly signed: string;
  readonly now: number;
  /** The transfer that it was paid by, where something was to be paid. */
  readonly evidenceRef?: string;
}

/**
 * @returns whether it was agreed on and not settled before
 * @throws ActError netting_payment_missing when the transfer has paid another netting, or another transfer this one
 */
export async function settleOnce(
  tx: Transaction,
  key: NettingKey,
  { digest, signed, now, evidenceRef }: Settlement,
): Promise<boolean> {
  const { partner, from, until, currency } = key;
  if (evidenceRef !== undefined) {
    await tx.lock(`transfer ${partner} ${evidenceRef}`);
    const other = await tx.get(
      `SELECT 1 AS found FROM interconnect_settlements WHERE partner = $1 AND evidence_ref = $2
       AND NOT (from_time = $3 AND until_time = $4 AND currency = $5)`,
      [partner, evidenceRef, from, until, currency],
    );
    if (other !== undefined) throw new ActError('netting_payment_missing', { rule: 'used' });
  }
  const { changes } = await tx.run(
    `UPDATE interconnect_settlements SET state = 'SETTLED', settlement = $1, settled_at = $2, evidence_ref = $8
     WHERE partner = $3 AND from_time = $4 AND until_time = $5 AND currency = $6 AND state = 'AGREED' AND digest = $7`,
    [signed, now, partner, from, until, currency, digest, evidenceRef ?? null],
  );
  if (changes !== 1 && evidenceRef !== undefined) await assertPaidBy(tx, key, evidenceRef);
  return changes === 1;
}

/** What is settled was paid by one transfer. @throws ActError netting_payment_missing when it was another one */
async function assertPaidBy(tx: Queries, key: NettingKey, evidenceRef: string): Promise<void> {
  const row = await tx.get(
    `SELECT evidence_ref FROM interconnect_settlements
     WHERE partner = $1 AND from_time = $2 AND until_time = $3 AND currency = $4 AND state = 'SETTLED'`,
    [key.partner, key.from, key.until, key.currency],
  );
  if (row !== undefined && row.evidence_ref !== evidenceRef) {
    throw new ActError('netting_payment_missing', { rule: 'other' });
  }
}

/** The nettings with a partner, the latest first. */
export async function nettingsWith(
  queries: Queries,
  partner: string,
  limit: number,
): Promise<readonly StoredNetting[]> {
  const rows = await queries.all(
    `SELECT state, netting, digest, debtor, net_minor FROM interconnect_settlements WHERE partner = $1
     ORDER BY until_time DESC, currency LIMIT $2`,
    [partner, limit],
  );
  return rows.map(nettingIn);
}
