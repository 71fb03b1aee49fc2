import type { Queries, Row } from '../../../store/index.ts';
import { text } from '../row.ts';

/**
 * What another service asked for under one trade number of its own, and what came of it, for ever: credited, or refused
 * and never credited.
 */
export interface Incoming {
  readonly partner: string;
  readonly peerTradeNo: string;
  /** Of the instruction. */
  readonly digest: string;
  readonly decision:
    | { readonly state: 'CREDITED'; readonly tradeNo: string }
    | { readonly state: 'REFUSED'; readonly code: string; readonly requirement: string };
}

/** What the two services compare later. */
export interface IncomingTerms {
  readonly intentId?: string;
  readonly outTradeNo: string;
  readonly currency: string;
  readonly owedMinor: bigint;
}

function incomingOf(row: Row): Incoming {
  return {
    partner: text(row, 'partner'),
    peerTradeNo: text(row, 'peer_trade_no'),
    digest: text(row, 'digest'),
    decision:
      row.state === 'CREDITED'
        ? { state: 'CREDITED', tradeNo: text(row, 'trade_no') }
        : { state: 'REFUSED', code: text(row, 'code'), requirement: text(row, 'requirement') },
  };
}

export async function findIncoming(
  queries: Queries,
  partner: string,
  peerTradeNo: string,
): Promise<Incoming | undefined> {
  const row = await queries.get(
    `SELECT partner, peer_trade_no, digest, state, trade_no, code, requirement FROM interconnect_in
     WHERE partner = $1 AND peer_trade_no = $2`,
    [partner, peerTradeNo],
  );
  return row && incomingOf(row);
}

/** What a trade here was credited for, if it came from another service. */
export async function findIncomingOfTrade(queries: Queries, tradeNo: string): Promise<Incoming | undefined> {
  const row = await queries.get(
    `SELECT partner, peer_trade_no, digest, state, trade_no, code, requirement FROM interconnect_in
     WHERE trade_no = $1`,
    [tradeNo],
  );
  return row && incomingOf(row);
}

/** @param terms missing where the service only asked, about a number that was never instructed here */
export async function insertIncoming(
  tx: Queries,
  { partner, peerTradeNo, digest, decision }: Incoming,
  terms: IncomingTerms | undefined,
  now: number,
): Promise<void> {
  const credited = decision.state === 'CREDITED';
  await tx.run(
    `INSERT INTO interconnect_in (partner, peer_trade_no, digest, state, trade_no, code, requirement, intent_id,
       out_trade_no, currency, owed_minor, decided_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      partner,
      peerTradeNo,
      digest,
      decision.state,
      credited ? decision.tradeNo : null,
      credited ? null : decision.code,
      credited ? null : decision.requirement,
      terms?.intentId ?? null,
      terms?.outTradeNo ?? null,
      terms?.currency ?? null,
      terms?.owedMinor ?? null,
      now,
    ],
  );
}
