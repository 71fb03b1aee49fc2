import type { Context } from 'hono';
import { answerProblem } from '../../http/index.ts';
import { A402_HEADERS, encodeA402 } from '../../protocol/a402/index.ts';
import { type ActError, codeEntry } from '../../protocol/errors/index.ts';
import type { AskedRequest } from '../../verifier/index.ts';
import type { A402Offer } from './bill.ts';
import type { Delivery } from './deliver.ts';
import type { JudgedProof } from './proof.ts';

const NO_STORE = 'no-store';
/** What caches of a provider are told beside `Cache-Control`, and heed first. @see RFC 9213 */
const OTHER_CACHING = ['CDN-Cache-Control', 'Surrogate-Control', 'Expires'] as const;

/**
 * Whatever is paid for belongs to who paid, and a failure may be over the next time: nothing on the way may keep an answer
 * of a route that is sold, whatever a handler, or what stands before it, has said of it.
 *
 * @see OA-A402-11
 */
export function keepFromStores(c: Context): void {
  for (const name of OTHER_CACHING) if (c.res.headers.has(name)) c.header(name, undefined);
  if (c.res.headers.get('Cache-Control') !== NO_STORE) c.header('Cache-Control', NO_STORE);
}

/** 402 for a request without a proof. The body is for people; programs read the header. */
export function answerNeeded(c: Context, offer: A402Offer, asked: AskedRequest, bill: string): Response {
  const body = {
    error: 'Payment Needed',
    message: `${offer.name}: ${offer.price} ${offer.currency}`,
    resource_id: asked.resource_id,
  };
  return c.json(body, 402, { [A402_HEADERS.needed]: bill });
}

/** Whether the proof was refused: everything else leaves it open, and nobody is asked to pay again for it. */
export function isProofRefused(error: ActError): boolean {
  return codeEntry(error.code).status < 500 && error.code !== 'request_rate_exceeded';
}

/** 402 for a proof that does not hold: what is wrong with it, and a fresh bill. @see PSD-PAY-A402-10 */
export function answerRefused(c: Context, error: ActError, asked: AskedRequest, bill: string): Response {
  const { code, requirement } = error;
  const { retryability } = codeEntry(code);
  const validation = encodeA402({
    protocol: { status: 'PAYMENT_REFUSED', resource_id: asked.resource_id },
    method: { code, requirement, retryability },
  });
  const response = answerProblem(c, error, 402);
  response.headers.set(A402_HEADERS.needed, bill);
  response.headers.set(A402_HEADERS.validation, validation);
  return response;
}

/** The delivery, as it was stored. @see PSD-PAY-A402-12 */
export function answerDelivered(
  asked: AskedRequest,
  { order, receipt }: JudgedProof,
  { response, isStored }: Delivery,
): Response {
  const { status, body } = response;
  const headers = new Headers(response.headers.map(([name, value]): [string, string] => [name, value]));
  const validation = encodeA402({
    protocol: {
      status: 'PAYMENT_VALIDATED',
      resource_id: asked.resource_id,
      trade_no: receipt.trade_no,
      out_trade_no: order.outTradeNo,
    },
    method: { state: receipt.state, stored: isStored },
  });
  headers.set(A402_HEADERS.validation, validation);
  // Statuses such as 204 and 304 take no body, an empty one neither.
  return new Response(body.byteLength === 0 ? null : body, { status, headers });
}
