import { ActError } from '../../protocol/errors/index.ts';
import type { QuoteClaims } from '../../protocol/generated/types.ts';
import type { Queries, Row } from '../../store/index.ts';
import { integer, seconds, text } from './row.ts';
import type { TradeState } from './trade-state.ts';

/** Where the money of a trade is meanwhile: with the payee, held here, or given for nothing. */
export type Settlement = NonNullable<QuoteClaims['settlement']>;

/** A paid order. Amounts in minor units, times in Unix seconds. */
export interface Trade {
  readonly tradeNo: string;
  readonly merchant: string;
  readonly outTradeNo: string;
  readonly agentId: string;
  readonly requestId: string;
  readonly requestDigest: string;
  /** Under a mandate; all three are empty at act:L1, where there is none. */
  readonly issuer: string;
  readonly delegationId: string;
  readonly mandateDigest: string;
  /** At act:L1: the evidence of the user's confirmation. */
  readonly confirmationDigest?: string;
  readonly quoteDigest: string;
  readonly paymentToolRef: string;
  readonly payerAccount: string;
  readonly payeeAccount: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly capturedMinor: bigint;
  readonly refundedMinor: bigint;
  readonly state: TradeState;
  readonly settlement: Settlement;
  /** Of an ESCROW trade: from then on the money goes back if nothing was delivered. */
  readonly fulfilBefore?: number;
  readonly paidAt: number;
  /** Opens authorization_digest of the agent's receipt. */
  readonly authorizationSalt: string;
}

const COLUMNS = `trade_no, merchant, out_trade_no, agent_id, request_id, request_digest, issuer, delegation_id,
  mandate_digest, quote_digest, payment_tool_ref, payer_account, payee_account, currency, amount_minor,
  captured_minor, refunded_minor, state, paid_at, authorization_salt, confirmation_digest, settlement,
  fulfil_before`;

function tradeOf(row: Row): Trade {
  return {
    tradeNo: text(row, 'trade_no'),
    merchant: text(row, 'merchant'),
    outTradeNo: text(row, 'out_trade_no'),
    agentId: text(row, 'agent_id'),
    requestId: text(row, 'request_id'),
    requestDigest: text(row, 'request_digest'),
    issuer: text(row, 'issuer'),
    delegationId: text(row, 'delegation_id'),
    mandateDigest: text(row, 'mandate_digest'),
    quoteDigest: text(row, 'quote_digest'),
    paymentToolRef: text(row, 'payment_tool_ref'),
    payerAccount: text(row, 'payer_account'),
    payeeAccount: text(row, 'payee_account'),
    currency: text(row, 'currency'),
    amountMinor: integer(row, 'amount_minor'),
    capturedMinor: integer(row, 'captured_minor'),
    refundedMinor: integer(row, 'refunded_minor'),
    state: text(row, 'state') as TradeState,
    paidAt: seconds(row, 'paid_at'),
    settlement: text(row, 'settlement') as Settlement,
    ...(row.fulfil_before === null ? {} : { fulfilBefore: seconds(row, 'fulfil_before') }),
    authorizationSalt: text(row, 'authorization_salt'),
    ...(row.confirmation_digest === null ? {} : { confirmationDigest: text(row, 'confirmation_digest') }),
  };
}

export async function insertTrade(tx: Queries, trade: Trade): Promise<void> {
  await tx.run(
    `INSERT INTO payments (${COLUMNS}, state_since)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $19)`,
    [
      trade.tradeNo,
      trade.merchant,
      trade.outTradeNo,
      trade.agentId,
      trade.requestId,
      trade.requestDigest,
      trade.issuer,
      trade.delegationId,
      trade.mandateDigest,
      trade.quoteDigest,
      trade.paymentToolRef,
      trade.payerAccount,
      trade.payeeAccount,
      trade.currency,
      trade.amountMinor,
      trade.capturedMinor,
      trade.refundedMinor,
      trade.state,
      trade.paidAt,
      trade.authorizationSalt,
      trade.confirmationDigest ?? null,
      trade.settlement,
      trade.fulfilBefore ?? null,
    ],
  );
}

/** @throws ActError payment_unknown */
export async function getTrade(queries: Queries, tradeNo: string): Promise<Trade> {
  const trade = await findTrade(queries, tradeNo);
  if (!trade) throw new ActError('payment_unknown');
  return trade;
}

export async function findTrade(queries: Queries, tradeNo: string): Promise<Trade | undefined> {
  const row = await queries.get(`SELECT ${COLUMNS} FROM payments WHERE trade_no = $1`, [tradeNo]);
  return row && tradeOf(row);
}

/** The trade, which nobody else changes until the transaction is over. @throws ActError payment_unknown */
export async function holdTrade(tx: Queries, tradeNo: string): Promise<Trade> {
  const row = await tx.get(`SELECT ${COLUMNS} FROM payments WHERE trade_no = $1 FOR UPDATE`, [tradeNo]);
  if (!row) throw new ActError('payment_unknown');
  return tradeOf(row);
}

/** The trade that paid a merchant's order; there is at most one. */
export async function findTradeOfOrder(
  queries: Queries,
  merchant: string,
  outTradeNo: string,
): Promise<Trade | undefined> {
  const row = await queries.get(`SELECT ${COLUMNS} FROM payments WHERE merchant = $1 AND out_trade_no = $2`, [
    merchant,
    outTradeNo,
  ]);
  return row && tradeOf(row);
}

/** The trades of one agent, paid by this key of it, that a request id, a trade number or an order number points to. */
export async function findTradesOfAgent(
  queries: Queries,
  { agentId, agentJkt }: { readonly agentId: string; readonly agentJkt: string },
  target: string,
): Promise<readonly Trade[]> {
  const rows = await queries.all(
    `SELECT ${COLUMNS} FROM payments
     WHERE agent_id = $1 AND (trade_no = $2 OR request_id = $2 OR out_trade_no = $2
       OR trade_no IN (SELECT trade_no FROM requests WHERE agent_id = $1 AND request_id = $2))
       AND payment_tool_ref IN (SELECT payment_tool_ref FROM tools WHERE agent_jkt = $3)`,
    [agentId, target, agentJkt],
  );
  return rows.map(tradeOf);
}
