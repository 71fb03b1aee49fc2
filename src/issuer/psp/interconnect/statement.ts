import { ActError } from '../../../protocol/errors/index.ts';
import type { InterconnectStatement } from '../../../protocol/generated/types.ts';
import { formatAmount } from '../../../protocol/money/index.ts';
import { formatUtcSeconds, parseUtcSeconds } from '../../../protocol/time/index.ts';
import type { Queries, Row } from '../../../store/index.ts';
import { integer, text } from '../row.ts';
import { refundsBetween, type StoredRefund } from './refund-rows.ts';

export type Statement = InterconnectStatement['statement'];
export type ClearedTrade = Statement['trades'][number];

/** A span of time that is over, in Unix seconds; its end is not included. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** What fits into an answer. */
const MAX_TRADES = 300;

/** The target of a command about a span. */
export function targetOf({ from, until }: Span): string {
  return `${formatUtcSeconds(from)}/${formatUtcSeconds(until)}`;
}

/** @throws ActError interconnect_window_invalid, when it is none or not over yet: what is counted later would be missed */
export function spanOf(target: string, now: number): Span {
  const [from, until, more] = target.split('/');
  if (from === undefined || until === undefined || more !== undefined) return invalid('form');
  const span = { from: parseUtcSeconds(from), until: parseUtcSeconds(until) };
  if (span.from >= span.until || span.until > now) return invalid('span');
  return span;
}

function invalid(rule: string): never {
  throw new ActError('interconnect_window_invalid', { rule });
}

/**
 * What was cleared with a partner in a span, in both directions, by the books of this service. A trade counts at the
 * moment at which the payee's service credited it, and a refund at the moment at which the payer's gave it back: both know
 * either.
 *
 * @throws ActError interconnect_window_invalid when it is more than a statement holds
 */
export async function readStatement(
  queries: Queries,
  { pspId, partner, span }: { readonly pspId: string; readonly partner: string; readonly span: Span },
): Promise<Statement> {
  const { from, until } = span;
  const params = [partner, from, until, MAX_TRADES + 1];
  const paid = await queries.all(
    `SELECT trade_no, peer_trade_no, instruction, currency, owed_minor FROM interconnect_out
     WHERE partner = $1 AND state = 'PAID' AND cleared_at >= $2 AND cleared_at < $3 ORDER BY trade_no LIMIT $4`,
    params,
  );
  const credited = await queries.all(
    `SELECT peer_trade_no AS trade_no, trade_no AS peer_trade_no, intent_id, out_trade_no, currency, owed_minor
     FROM interconnect_in
     WHERE partner = $1 AND state = 'CREDITED' AND decided_at >= $2 AND decided_at < $3
     ORDER BY peer_trade_no LIMIT $4`,
    params,
  );
  const refunded = await refundsBetween(queries, partner, span, MAX_TRADES + 1);
  if (paid.length + credited.length + refunded.length > MAX_TRADES) invalid('size');
  return {
    psp_id: pspId,
    from: formatUtcSeconds(from),
    until: formatUtcSeconds(until),
    trades: [
      ...paid.map((row) => outgoing(row, pspId)),
      ...credited.map((row) => incoming(row, partner)),
      ...refunded.map(wentBack),
    ],
  };
}

function outgoing(row: Row, payer: string): ClearedTrade {
  const { intent_id, out_trade_no } = JSON.parse(text(row, 'instruction'));
  return tradeOf(row, payer, { intent_id, out_trade_no });
}

function incoming(row: Row, payer: string): ClearedTrade {
  const intent_id = row.intent_id === null ? undefined : text(row, 'intent_id');
  return tradeOf(row, payer, { intent_id, out_trade_no: text(row, 'out_trade_no') });
}

function wentBack({ payerPsp, terms }: StoredRefund): ClearedTrade {
  const { trade_no, peer_trade_no, out_trade_no, refund_id, amount, currency } = terms;
  return { payer_psp: payerPsp, trade_no, peer_trade_no, refund_id, out_trade_no, amount, currency };
}

/** Who owes the other by it: the payer's service, and of what went back the payee's. */
export function debtorOf(
  { payer_psp, refund_id }: ClearedTrade,
  [one, other]: readonly [string, string],
): string {
  if (refund_id === undefined) return payer_psp;
  return payer_psp === one ? other : one;
}

function tradeOf(
  row: Row,
  payer_psp: string,
  { intent_id, out_trade_no }: { readonly intent_id: string | undefined; readonly out_trade_no: string },
): ClearedTrade {
  const currency = text(row, 'currency');
  return {
    payer_psp,
    trade_no: text(row, 'trade_no'),
    peer_trade_no: text(row, 'peer_trade_no'),
    ...(intent_id === undefined ? {} : { intent_id }),
    out_trade_no,
    amount: formatAmount({ currency, minor: integer(row, 'owed_minor') }),
    currency,
  };
}
