import type { Exchange, ExchangeAnswer, ExchangeRequest } from '../../http/exchange.ts';
import { secondsIn } from '../../http/index.ts';
import { A402_HEADERS, decodePaymentValidation, encodeA402 } from '../../protocol/a402/index.ts';
import { digestOfJws } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import { signMessage } from '../../protocol/messages/index.ts';
import { newId } from '../../protocol/ports.ts';
import type { AskedRequest } from '../../verifier/index.ts';
import type { AgentContext } from '../config.ts';
import { pauseAfter } from '../heeding-pauses.ts';

export interface PaidProof {
  readonly tradeNo: string;
  readonly sellerReceipt: string;
  /** The process that the purchase belongs to; absent: the seller's record names its order alone. */
  readonly intentId?: string;
}

/** The proof was not judged, or the seller could not deliver now: it stays good. */
const BUSY: ReadonlySet<number> = new Set([429, 503]);

/** The Payment-Proof of one sending: the holder's proof in it is good once. @see PSD-PAY-A402-06 */
export async function proofHeader(
  context: AgentContext,
  asked: AskedRequest,
  { tradeNo, sellerReceipt, intentId }: PaidProof,
): Promise<string> {
  const holder_proof = await signMessage(
    'holderProof',
    {
      jti: newId(context.random, 'hp'),
      iat: context.clock(),
      htm: asked.method,
      htu: asked.uri,
      ath: await digestOfJws(sellerReceipt),
      body_digest: asked.body_digest,
      cnf: { jwk: context.publicJwk },
    },
    context.signer,
  );
  return encodeA402({
    protocol: { payment_proof: sellerReceipt, trade_no: tradeNo },
    method: { holder_proof, ...(intentId === undefined ? {} : { intent_id: intentId }) },
  });
}

/**
 * Sends the request again with its proof, and again with a fresh holder's proof while the seller is silent or busy, or
 * has not judged this one: it stores its response, so that asking twice buys nothing twice. A seller that says when to come
 * again (`Retry-After`) is asked then, and in this call no more where that is not soon.
 *
 * @returns whatever the seller answers in the end: the goods, its own error, or 402 for a proof that it refuses
 * @throws ActError peer_unreachable (the proof stays good)
 */
export async function presentProof(
  context: AgentContext,
  exchange: Exchange,
  request: ExchangeRequest,
  asked: AskedRequest,
  proof: PaidProof,
): Promise<ExchangeAnswer> {
  for (let tries = 1; ; tries += 1) {
    const isLast = tries >= context.config.max_attempts;
    let last: ActError;
    try {
      const header = await proofHeader(context, asked, proof);
      const headers = { ...request.headers, [A402_HEADERS.proof]: header };
      const answer = await exchange({ ...request, headers });
      if (!BUSY.has(answer.status) && (isLast || !isUnheard(answer))) return answer;
      last = new ActError('peer_answer_invalid', { status: answer.status, ...pauseIn(answer) });
    } catch (error) {
      if (!(error instanceof ActError) || error.code !== 'peer_unreachable') throw error;
      last = error;
    }
    const pause = isLast ? undefined : pauseAfter(context, last);
    if (pause === undefined) throw last;
    await context.sleep(pause);
  }
}

/** In how many seconds the seller wants to be asked again, where it says so. */
function pauseIn({ headers }: ExchangeAnswer): ActError['evidence'] {
  const seconds = secondsIn(headers.get('retry-after'));
  return seconds === undefined ? {} : { retry_after_seconds: seconds };
}

/**
 * A 402 that says nothing of the proof, or that it was there before, is about this sending and not about the payment:
 * something on the way may have taken the proof off, or sent it twice.
 *
 * @throws ActError a402_header_malformed
 * @see OA-A402-08, OA-A402-15
 */
function isUnheard({ status, headers }: ExchangeAnswer): boolean {
  if (status !== 402) return false;
  const header = headers.get(A402_HEADERS.validation);
  return header === null || decodePaymentValidation(header).method.code === 'a402_proof_replayed';
}
