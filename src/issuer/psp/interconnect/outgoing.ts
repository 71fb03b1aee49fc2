import type { InterconnectInstruction, ReceiptClaims } from '../../../protocol/generated/types.ts';
import type { Happening } from '../../../records/index.ts';
import { beyondEveryWait, type Queries, type Row } from '../../../store/index.ts';
import { integer, seconds, text } from '../row.ts';
import type { MandateKey } from '../usage.ts';

/**
 * A payment of ours into an account at another service. SENT: the money has left the payer, and the partner has not
 * answered; PAID: the partner has credited the merchant; REVERSED: it has refused, and everything was given back.
 */
export interface Outgoing {
  readonly tradeNo: string;
  readonly partner: string;
  readonly state: 'SENT' | 'PAID' | 'REVERSED';
  readonly instruction: InterconnectInstruction;
  readonly digest: string;
  /** Of the agent, all but the trade number at the partner. */
  readonly receipt: ReceiptClaims;
  /** What is told when the partner has answered. */
  readonly event: Happening<'act:payment:transaction-completed'>;
  /** The mandates whose limits hold the amount, root first. */
  readonly held: readonly MandateKey[];
  readonly currency: string;
  /** Gross, as limits count it. */
  readonly grossMinor: bigint;
  readonly payerMinor: bigint;
  readonly promotionId?: string;
  readonly promotionMinor: bigint;
  /** What the merchant gets and this service owes: the payer's part and the promotion's. */
  readonly owedMinor: bigint;
  readonly openedAt: number;
}

export interface StoredOutgoing extends Outgoing {
  readonly peerTradeNo?: string;
  readonly askedAt: number;
  readonly decidedAt?: number;
}

const COLUMNS = `trade_no, partner, state, instruction, digest, receipt, event, held, currency, gross_minor,
  payer_minor, promotion_id, promotion_minor, owed_minor, opened_at`;

export async function insertOutgoing(tx: Queries, out: Outgoing): Promise<void> {
  await tx.run(
    `INSERT INTO interconnect_out (${COLUMNS}, asked_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 0)`,
    [
      out.tradeNo,
      out.partner,
      out.state,
      JSON.stringify(out.instruction),
      out.digest,
      JSON.stringify(out.receipt),
      JSON.stringify(out.event),
      JSON.stringify(out.held),
      out.currency,
      out.grossMinor,
      out.payerMinor,
      out.promotionId ?? null,
      out.promotionMinor,
      out.owedMinor,
      out.openedAt,
    ],
  );
}

function outgoingOf(row: Row): StoredOutgoing {
  return {
    tradeNo: text(row, 'trade_no'),
    partner: text(row, 'partner'),
    state: text(row, 'state') as Outgoing['state'],
    instruction: JSON.parse(text(row, 'instruction')),
    digest: text(row, 'digest'),
    receipt: JSON.parse(text(row, 'receipt')),
    event: JSON.parse(text(row, 'event')),
    held: JSON.parse(text(row, 'held')),
    currency: text(row, 'currency'),
    grossMinor: integer(row, 'gross_minor'),
    payerMinor: integer(row, 'payer_minor'),
    promotionMinor: integer(row, 'promotion_minor'),
    owedMinor: integer(row, 'owed_minor'),
    openedAt: seconds(row, 'opened_at'),
    askedAt: seconds(row, 'asked_at'),
    ...(row.promotion_id === null ? {} : { promotionId: text(row, 'promotion_id') }),
    ...(row.peer_trade_no === null ? {} : { peerTradeNo: text(row, 'peer_trade_no') }),
    ...(row.decided_at === null ? {} : { decidedAt: seconds(row, 'decided_at') }),
  };
}

const ALL = `${COLUMNS}, peer_trade_no, asked_at, decided_at`;

export async function findOutgoing(queries: Queries, tradeNo: string): Promise<StoredOutgoing | undefined> {
  const row = await queries.get(`SELECT ${ALL} FROM interconnect_out WHERE trade_no = $1`, [tradeNo]);
  return row && outgoingOf(row);
}

/** The row, which nobody else changes until the transaction is over. */
export async function holdOutgoing(tx: Queries, tradeNo: string): Promise<StoredOutgoing | undefined> {
  const row = await tx.get(`SELECT ${ALL} FROM interconnect_out WHERE trade_no = $1 FOR UPDATE`, [tradeNo]);
  return row && outgoingOf(row);
}

/**
 * Takes it upon the caller to ask the partner, if nobody else has in the last `patience` seconds.
 *
 * @returns whether the partner was never asked before, or undefined where it is not the caller's turn
 */
export async function claimOutgoing(
  tx: Queries,
  tradeNo: string,
  { now, patience }: { readonly now: number; readonly patience: number },
): Promise<'first' | 'again' | undefined> {
  const out = await holdOutgoing(tx, tradeNo);
  if (out?.state !== 'SENT') return undefined;
  const isBeingAsked = out.askedAt + patience > now && out.askedAt <= beyondEveryWait(now, patience);
  if (out.askedAt > 0 && isBeingAsked) return undefined;
  await tx.run('UPDATE interconnect_out SET asked_at = $1 WHERE trade_no = $2', [now, tradeNo]);
  return out.askedAt === 0 && out.openedAt + patience > now ? 'first' : 'again';
}

/** Partners that have not answered about something. */
export async function partnersAwaited(queries: Queries): Promise<readonly string[]> {
  const rows = await queries.all("SELECT DISTINCT partner FROM interconnect_out WHERE state = 'SENT'");
  return rows.map((row) => text(row, 'partner'));
}

export interface DueOutgoing {
  readonly tradeNo: string;
  readonly askedAt: number;
}

/**
 * Those of one partner that wait for an answer and were not asked about lately; those that it was never asked about
 * first, then the ones about which it was asked longest ago. What was opened or asked about in a time that is still to
 * come was so by a clock that was ahead.
 */
export async function dueOutgoing(
  queries: Queries,
  partner: string,
  { now, patience, limit }: { readonly now: number; readonly patience: number; readonly limit: number },
): Promise<readonly DueOutgoing[]> {
  const rows = await queries.all(
    `SELECT trade_no, asked_at FROM interconnect_out WHERE state = 'SENT' AND partner = $1
       AND (asked_at <= $2 OR asked_at > $3) AND (opened_at <= $2 OR opened_at > $3)
     ORDER BY asked_at, opened_at, trade_no LIMIT $4`,
    [partner, now - patience, beyondEveryWait(now, patience), limit],
  );
  return rows.map((row) => ({ tradeNo: text(row, 'trade_no'), askedAt: seconds(row, 'asked_at') }));
}

export async function endOutgoing(
  tx: Queries,
  tradeNo: string,
  end: {
    readonly state: 'PAID' | 'REVERSED';
    readonly peerTradeNo?: string;
    /** Unix seconds, of the partner's receipt. */
    readonly clearedAt?: number;
    readonly code?: string;
    readonly now: number;
  },
): Promise<void> {
  await tx.run(
    `UPDATE interconnect_out SET state = $1, peer_trade_no = $2, code = $3, decided_at = $4, cleared_at = $5
     WHERE trade_no = $6`,
    [end.state, end.peerTradeNo ?? null, end.code ?? null, end.now, end.clearedAt ?? null, tradeNo],
  );
}
