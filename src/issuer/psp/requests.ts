import { ActError } from '../../protocol/errors/index.ts';
import { FORGOTTEN_AT_ONCE, keptUntil, type Queries, together } from '../../store/index.ts';
import { assertAccepted, type PaymentState, recheckReplay } from '../../verifier/index.ts';
import { text } from './row.ts';

/** One use of a request id by an agent; the digest is that of the whole signed request. */
export interface RequestUse {
  readonly agentId: string;
  readonly requestId: string;
  readonly digest: string;
}

/**
 * Whether the id is new to this agent. Ids of refused requests are not kept; ids of paid ones, of those that another
 * service has refused and of those that came to the cashier are kept for ever, and others until their time window has
 * closed.
 *
 * @see PSD-PAY-DEL-05, OA-RPL-01
 */
export async function lookUpReplay(queries: Queries, use: RequestUse): Promise<PaymentState['replay']> {
  const row = await queries.get(
    `SELECT digest FROM requests WHERE agent_id = $1 AND request_id = $2
     UNION ALL SELECT request_digest AS digest FROM payments WHERE agent_id = $1 AND request_id = $2
     UNION ALL SELECT request_digest AS digest FROM instant_payments WHERE agent_id = $1 AND request_id = $2`,
    [use.agentId, use.requestId],
  );
  if (!row) return 'new';
  return text(row, 'digest') === use.digest ? 'duplicate' : 'reused';
}

/** What is held while an order is paid: whoever comes second sees that it is paid before anything else is judged. */
export function orderLock(merchant: string, outTradeNo: string): string {
  return `order ${merchant} ${outTradeNo}`;
}

/** What is held while a payment is decided: a query for it waits for the outcome. */
export function paymentLock(agentId: string, target: string): string {
  return `payment ${agentId} ${target}`;
}

/** What is held while a merchant's refund is decided: an id is one refund, here and by way of another service. */
export function refundLock(merchant: string, refundId: string): string {
  return `refund ${merchant} ${refundId}`;
}

/**
 * Uses the id up for a trade, inside the money transaction.
 *
 * @throws ActError request_duplicate, request_id_reused, store_unavailable
 */
export async function consumeRequest(
  tx: Queries,
  use: RequestUse & { readonly tradeNo: string; readonly now: number },
): Promise<void> {
  const [, , { changes }] = await together(
    assertNew(tx, use),
    // What another transaction is deleting is left to it: nobody waits for its commit. All ids under which a payment was
    // asked for stay until it is decided: should it be taken back, each of them could pay anew.
    tx.run(
      `WITH oldest AS MATERIALIZED
         (SELECT agent_id, request_id FROM requests WHERE kept_until < $1 AND 'WAIT_BUYER_PAY' <>
            COALESCE((SELECT state FROM payments WHERE payments.trade_no = requests.trade_no), '')
          ORDER BY kept_until LIMIT ${FORGOTTEN_AT_ONCE} FOR UPDATE SKIP LOCKED)
       DELETE FROM requests WHERE (agent_id, request_id) IN (SELECT agent_id, request_id FROM oldest)`,
      [use.now],
    ),
    tx.run(
      `INSERT INTO requests (agent_id, request_id, digest, trade_no, kept_until) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING`,
      [use.agentId, use.requestId, use.digest, use.tradeNo, keptUntil(use.now)],
    ),
  );
  if (changes === 1) return;
  // Another transaction has used the id since it was looked up.
  const found = await lookUpReplay(tx, use);
  assertAccepted(recheckReplay(found));
  if (found === 'new') throw new ActError('store_unavailable');
}

/** Past every clock. */
const FOR_EVER = Number.MAX_SAFE_INTEGER;

/**
 * Keeps the ids of a payment that is about to be taken back, its own and those under which it was asked for again: its
 * agent may have paid elsewhere since, and a clock that went ahead would have them forgotten while the requests can still
 * be sent again.
 */
export async function keepRequest(tx: Queries, tradeNo: string): Promise<void> {
  await tx.run(
    `INSERT INTO requests (agent_id, request_id, digest, trade_no, kept_until)
       SELECT agent_id, request_id, request_digest, trade_no, CAST($2 AS BIGINT) FROM payments WHERE trade_no = $1
     ON CONFLICT (agent_id, request_id) DO UPDATE SET kept_until = excluded.kept_until`,
    [tradeNo, FOR_EVER],
  );
  await tx.run(
    `UPDATE requests SET kept_until = $2
     WHERE trade_no = $1 AND agent_id = (SELECT agent_id FROM payments WHERE trade_no = $1)`,
    [tradeNo, FOR_EVER],
  );
}

/** @throws ActError request_duplicate, request_id_reused */
async function assertNew(tx: Queries, use: RequestUse): Promise<void> {
  assertAccepted(recheckReplay(await lookUpReplay(tx, use)));
}
