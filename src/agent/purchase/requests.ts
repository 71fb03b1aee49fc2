import type { Queries } from '../../store/index.ts';
import type { Purchase } from './purchase.ts';

/** A payment request that was written down and may have reached the payment service. */
export interface SentRequest {
  readonly requestId: string;
  readonly paymentRequest: string;
  /** Of the compact form. */
  readonly digest: string;
  /** By the key of the sub-account, where the payment comes from one. */
  readonly subAccountProof?: string;
  /** By the key of the runtime, where the mandate pins one. */
  readonly runtimeProof?: string;
}

/** Written before it is sent: a crash in between leaves a question to ask, never a second payment. */
export async function rememberRequest(
  tx: Queries,
  purchase: Purchase,
  request: SentRequest,
  now: number,
): Promise<void> {
  await tx.run(
    `INSERT INTO agent_payment_requests
       (request_id, task_id, purchase_id, out_trade_no, digest, payment_request, created_at, runtime_proof)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      request.requestId,
      purchase.taskId,
      purchase.purchaseId,
      purchase.data.outTradeNo ?? '',
      request.digest,
      request.paymentRequest,
      now,
      request.runtimeProof ?? null,
    ],
  );
}

/** Every request for the order of a purchase, oldest first. */
export async function sentRequests(read: Queries, purchase: Purchase): Promise<SentRequest[]> {
  const rows = await read.all(
    `SELECT request_id, digest, payment_request, runtime_proof FROM agent_payment_requests
     WHERE task_id = $1 AND purchase_id = $2 AND out_trade_no = $3 ORDER BY created_at, request_id`,
    [purchase.taskId, purchase.purchaseId, purchase.data.outTradeNo ?? ''],
  );
  return rows.map((row) => ({
    requestId: String(row.request_id),
    paymentRequest: String(row.payment_request),
    digest: String(row.digest),
    ...(row.runtime_proof === null ? {} : { runtimeProof: String(row.runtime_proof) }),
  }));
}
