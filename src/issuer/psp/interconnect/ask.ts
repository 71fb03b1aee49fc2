import { expectJson, isUnanswered, RemoteProblem } from '../../../http/index.ts';
import { traced } from '../../../http/traced.ts';
import { digestOfJws } from '../../../protocol/digest/index.ts';
import { ActError } from '../../../protocol/errors/index.ts';
import type { CommandClaims, InterconnectAnswer, ReceiptClaims } from '../../../protocol/generated/types.ts';
import { validateInterconnectAnswer } from '../../../protocol/generated/validators.js';
import { readKept, readMessage, signMessage } from '../../../protocol/messages/index.ts';
import { newId } from '../../../protocol/ports.ts';
import { assertAccepted, type TrustList, verifyReceipt, verifyRefusal } from '../../../verifier/index.ts';
import type { PspParts } from '../parts.ts';
import type { Interconnection } from './config.ts';
import type { StoredOutgoing } from './outgoing.ts';

export interface Credited {
  readonly kind: 'credited';
  readonly peerTradeNo: string;
  readonly sellerReceipt: string;
  readonly claims: ReceiptClaims;
}

export interface Refused {
  readonly kind: 'refused';
  /** The partner's code. */
  readonly code: string;
}

export interface Unknown {
  readonly kind: 'unknown';
  /** The partner is not there, or cannot work now. */
  readonly isUnanswered: boolean;
}

/** What is known of a payment after the partner was asked. Whatever it has not signed is `unknown`. */
export type Outcome = Credited | Refused | Unknown;

/** `pay`: credit the merchant. `query`: say what became of it, and if nothing did, never do it. */
type Question = 'pay' | 'query';

/**
 * Asks the partner, once. Only its signed word counts: its receipt for the merchant, held to the order, or its refusal
 * over this very instruction.
 *
 * @see OA-ICN-07, OA-NET-02
 */
export function askPartner(
  parts: PspParts,
  interconnection: Interconnection,
  out: StoredOutgoing,
  question: Question,
): Promise<Outcome> {
  const step = {
    from: parts.pspId,
    to: out.partner,
    message: `interconnect.${question}`,
    note: out.tradeNo,
  };
  return traced(parts.trace, step, async () => {
    const trustList = await parts.trust.current(parts.clock());
    const answer = await post(parts, interconnection, out, { question, trustList });
    return creditedBy(parts, out, answer, trustList);
  }).catch((error: unknown) => {
    if (!(error instanceof ActError)) throw error;
    return refusedBy(parts, out, error);
  });
}

async function post(
  { pspId, clock, random }: PspParts,
  { commandSigner, http }: Interconnection,
  { partner, tradeNo, instruction, digest }: StoredOutgoing,
  { question, trustList }: { readonly question: Question; readonly trustList: TrustList },
): Promise<InterconnectAnswer> {
  const base = trustList.entry(partner, 'PSP')?.endpoints?.base_url;
  if (base === undefined) throw new ActError('issuer_not_trusted', { entity: partner, role: 'PSP' });
  const claims: CommandClaims = {
    iss: pspId,
    aud: partner,
    jti: newId(random, 'cmd'),
    iat: clock(),
    action: `interconnect.${question}`,
    target: tradeNo,
    params: { digest },
  };
  const command = await signMessage('command', claims, commandSigner);
  const answer =
    question === 'pay'
      ? await http.post(`${base}/interconnect/payments`, { command, instruction })
      : await http.post(`${base}/interconnect/payments/query`, { command });
  return expectJson(validateInterconnectAnswer, answer);
}

async function creditedBy(
  { clock }: PspParts,
  { partner, tradeNo, instruction }: StoredOutgoing,
  answer: InterconnectAnswer,
  trustList: TrustList,
): Promise<Credited> {
  const { seller_receipt: receipt } = answer;
  const quote = readKept('quote', instruction.quote);
  const judgement = await verifyReceipt(
    { receipt },
    {
      trustList,
      now: clock(),
      audience: instruction.merchant,
      expected: {
        merchant: instruction.merchant,
        out_trade_no: instruction.out_trade_no,
        quote_digest: await digestOfJws(instruction.quote),
        amount: quote.amount,
        payer_amount: instruction.amount,
        currency: instruction.currency,
        psp_id: partner,
        agent_jkt: instruction.agent_jkt,
        request_digest: instruction.request_digest,
        payee: quote.payee,
      },
    },
  );
  assertAccepted(judgement);
  const { claims } = readMessage('receipt', receipt);
  if (answer.trade_no !== tradeNo || answer.peer_trade_no !== claims.trade_no)
    throw new ActError('peer_answer_invalid', { member: 'trade_no' });
  return { kind: 'credited', peerTradeNo: claims.trade_no, sellerReceipt: receipt, claims };
}

async function refusedBy(
  { pspId, trust, clock }: PspParts,
  { partner, digest }: StoredOutgoing,
  error: ActError,
): Promise<Outcome> {
  const refusal = error instanceof RemoteProblem ? error.problem.refusal : undefined;
  if (refusal === undefined) return { kind: 'unknown', isUnanswered: isUnanswered(error) };
  const now = clock();
  const judged = await verifyRefusal(refusal, {
    trustList: await trust.current(now),
    now,
    expected: { psp_id: partner, audience: pspId, request_digest: digest },
  });
  return judged.verdict === 'accepted'
    ? { kind: 'refused', code: judged.facts.claims.code }
    : { kind: 'unknown', isUnanswered: false };
}
