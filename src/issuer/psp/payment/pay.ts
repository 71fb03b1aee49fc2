import { inSpan } from '../../../http/index.ts';
import { traced } from '../../../http/traced.ts';
import { ActError } from '../../../protocol/errors/index.ts';
import type { PaymentAnswer, PaymentBody } from '../../../protocol/generated/types.ts';
import { judgeNow, verifyPaymentRequest } from '../../../verifier/index.ts';
import { pspChecks, pspFacts } from '../checks/index.ts';
import { advanceCrossing } from '../interconnect/advance.ts';
import type { PspParts } from '../parts.ts';
import { isSignableRefusal, signedRefusal } from '../refusals.ts';
import { lookUpReplay } from '../requests.ts';
import { decodePayment, type PaymentMessages } from './decode.ts';
import { agentKeyOf, askOutside } from './intake.ts';
import { isAuthenticated } from './repeat.ts';
import { type Judged, settle } from './settle.ts';
import { readPaymentState } from './state.ts';

/**
 * Pays one quote under one mandate (PSD-PAY-DEL, PSD-PAY-AUP): read, judge, charge in one transaction, and only after
 * its commit sign the receipts and answer, in the same exchange. Every check that fails refuses under its own clause.
 *
 * @throws SignedRefusal with the code of the first check that refused, once the agent's signature was verified;
 *   ActError before that, and where the outcome has to be asked for (`query_first`)
 * @see PSD-PAY-DEL-16, PSD-PAY-DEL-26, OA-HTTP-22, OA-TIM-04
 */
export async function pay(parts: PspParts, body: PaymentBody): Promise<PaymentAnswer> {
  const now = parts.clock();
  const messages = await decodePayment(body);
  const judged = await inSpan('judge', () => judgePayment(parts, body, messages, now));
  const step = {
    from: messages.request.claims.iss,
    to: parts.pspId,
    message: 'act-payment-request+jwt',
  };
  const tradeNo = await traced(parts.trace, step, (witness) => {
    witness.judged(judged.judgement);
    return settleOrRefuse(parts, judged, now);
  });
  return inSpan('sign', () => parts.desk.answerFor(tradeNo));
}

async function judgePayment(
  parts: PspParts,
  body: PaymentBody,
  messages: PaymentMessages,
  now: number,
): Promise<Judged> {
  const { store, pspId } = parts;
  const agentKey = await agentKeyOf(store.read, messages);
  const trustList = await parts.trust.current(now);
  const answers = await askOutside(parts, messages, agentKey, { now, trustList });
  const { iss: agentId, jti: requestId } = messages.request.claims;
  const replay = await lookUpReplay(store.read, { agentId, requestId, digest: messages.requestDigest });
  const before = { ...answers.outside, replay };
  const { state, tool } = await readPaymentState(store.read, parts, messages, before);
  const { facts, ...judgement } = await verifyPaymentRequest(
    { ...body, agentKey },
    { trustList, now, audience: pspId },
    state,
  );
  if (judgement.verdict === 'refused' || !facts) return { messages, judgement, facts, tool, answers };
  const own = judgeNow(pspChecks, pspFacts(parts, facts, tool));
  const lines = [...judgement.lines, ...own.lines];
  return { messages, judgement: { ...own, lines }, facts, tool, answers };
}

async function settleOrRefuse(parts: PspParts, judged: Judged, now: number): Promise<string> {
  try {
    const tradeNo = await settle(parts, judged, now);
    if (judged.messages.quote.claims.payee.psp_id !== parts.pspId) await advanceCrossing(parts, tradeNo);
    return tradeNo;
  } catch (error) {
    const sign = error instanceof ActError && isSignableRefusal(error) && isAuthenticated(judged.judgement);
    throw sign ? await withStatement(parts, judged.messages, error, now) : error;
  }
}

/** Without its signature a refusal is still a refusal: a key service that fails must not change the code. */
export async function withStatement(
  parts: PspParts,
  { request, requestDigest }: Pick<PaymentMessages, 'request' | 'requestDigest'>,
  error: ActError,
  now: number,
): Promise<ActError> {
  try {
    return await signedRefusal(parts, error, { requester: request.claims.iss, requestDigest, now });
  } catch {
    return error;
  }
}
