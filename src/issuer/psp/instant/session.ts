import type { ActError } from '../../../protocol/errors/index.ts';
import { codeEntry } from '../../../protocol/errors/index.ts';
import type { Queries, Row } from '../../../store/index.ts';
import type { CashierDecision } from '../ports.ts';
import { seconds, text } from '../row.ts';

/** One payment at the cashier. Times in Unix seconds. Its payment_id becomes the trade number when it is paid. */
export interface Session {
  readonly paymentId: string;
  readonly confirmationId: string;
  readonly agentId: string;
  readonly requestId: string;
  readonly requestDigest: string;
  readonly paymentRequest: string;
  readonly quote: string;
  /** Where a sub-account pays. */
  readonly subAccountProof?: string;
  readonly quoteDigest: string;
  readonly merchant: string;
  readonly outTradeNo: string;
  readonly payerAccount: string;
  readonly openedAt: number;
  readonly expiresAt: number;
}

export interface StoredSession extends Session {
  readonly state: 'WAIT_BUYER_PAY' | 'PAID' | 'TRADE_CLOSED';
  /** Why it was closed without a payment. */
  readonly code?: string;
  readonly requirement?: string;
}

const COLUMNS = `payment_id, confirmation_id, agent_id, request_id, request_digest, payment_request, quote,
  quote_digest, merchant, out_trade_no, payer_account, opened_at, expires_at, sub_account_proof, state, code, requirement`;

function sessionOf(row: Row): StoredSession {
  return {
    paymentId: text(row, 'payment_id'),
    confirmationId: text(row, 'confirmation_id'),
    agentId: text(row, 'agent_id'),
    requestId: text(row, 'request_id'),
    requestDigest: text(row, 'request_digest'),
    paymentRequest: text(row, 'payment_request'),
    quote: text(row, 'quote'),
    quoteDigest: text(row, 'quote_digest'),
    merchant: text(row, 'merchant'),
    outTradeNo: text(row, 'out_trade_no'),
    payerAccount: text(row, 'payer_account'),
    openedAt: seconds(row, 'opened_at'),
    expiresAt: seconds(row, 'expires_at'),
    ...(row.sub_account_proof === null ? {} : { subAccountProof: text(row, 'sub_account_proof') }),
    state: text(row, 'state') as StoredSession['state'],
    ...(row.code === null ? {} : { code: text(row, 'code'), requirement: text(row, 'requirement') }),
  };
}

export async function insertSession(tx: Queries, session: Session): Promise<void> {
  await tx.run(
    `INSERT INTO instant_payments (${COLUMNS})
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'WAIT_BUYER_PAY', NULL, NULL)`,
    [
      session.paymentId,
      session.confirmationId,
      session.agentId,
      session.requestId,
      session.requestDigest,
      session.paymentRequest,
      session.quote,
      session.quoteDigest,
      session.merchant,
      session.outTradeNo,
      session.payerAccount,
      session.openedAt,
      session.expiresAt,
      session.subAccountProof ?? null,
    ],
  );
}

export async function findSession(queries: Queries, paymentId: string): Promise<StoredSession | undefined> {
  const row = await queries.get(`SELECT ${COLUMNS} FROM instant_payments WHERE payment_id = $1`, [paymentId]);
  return row && sessionOf(row);
}

/** The payment of this agent that a payment_id, or the id of a request that led to it, points to. */
export async function findSessionOfAgent(
  queries: Queries,
  agentId: string,
  target: string,
): Promise<StoredSession | undefined> {
  const row = await queries.get(
    `SELECT ${COLUMNS} FROM instant_payments
     WHERE agent_id = $1 AND (payment_id = $2 OR request_id = $2
       OR payment_id IN (SELECT trade_no FROM requests WHERE agent_id = $1 AND request_id = $2))`,
    [agentId, target],
  );
  return row && sessionOf(row);
}

type OpenFor = Pick<Session, 'agentId' | 'merchant' | 'outTradeNo' | 'quoteDigest' | 'payerAccount'>;

/** What waits at the cashier for the same order, quote and payer: the user is asked once, however often the agent asks. */
export async function findOpenSession(
  queries: Queries,
  wanted: OpenFor,
  now: number,
): Promise<StoredSession | undefined> {
  const row = await queries.get(
    `SELECT ${COLUMNS} FROM instant_payments
     WHERE merchant = $1 AND out_trade_no = $2 AND state = 'WAIT_BUYER_PAY' AND agent_id = $3
       AND quote_digest = $4 AND payer_account = $5 AND expires_at > $6`,
    [wanted.merchant, wanted.outTradeNo, wanted.agentId, wanted.quoteDigest, wanted.payerAccount, now],
  );
  return row && sessionOf(row);
}

/** Closes what was not confirmed in time, so that what was answered once stays true. */
export async function lapseSession(tx: Queries, paymentId: string, now: number): Promise<void> {
  const { requirement } = codeEntry('confirmation_expired');
  await tx.run(
    `UPDATE instant_payments SET state = 'TRADE_CLOSED', code = 'confirmation_expired', requirement = $3
     WHERE payment_id = $1 AND state = 'WAIT_BUYER_PAY' AND expires_at <= $2`,
    [paymentId, now, requirement],
  );
}

type Evidence = Pick<CashierDecision, 'method' | 'channel' | 'confirmedAt'>;

/**
 * Ends a payment that waits, with the way, place and time of the user's decision.
 *
 * @param refusal why nothing was paid; without it the payment was made
 * @returns whether it was still waiting
 * @see PSD-PAY-INS-09
 */
export async function endSession(
  tx: Queries,
  paymentId: string,
  evidence: Evidence,
  refusal?: Pick<ActError, 'code' | 'requirement'>,
): Promise<boolean> {
  const { changes } = await tx.run(
    `UPDATE instant_payments SET state = $2, code = $3, requirement = $4, confirmation_method = $5, confirmed_at = $6,
       confirmation_channel = $7
     WHERE payment_id = $1 AND state = 'WAIT_BUYER_PAY'`,
    [
      paymentId,
      refusal === undefined ? 'PAID' : 'TRADE_CLOSED',
      refusal?.code ?? null,
      refusal?.requirement ?? null,
      evidence.method,
      evidence.confirmedAt,
      evidence.channel,
    ],
  );
  return changes === 1;
}
