import { inSpan } from '../../../http/index.ts';
import { ActError } from '../../../protocol/errors/index.ts';
import { newOrderedId, type Queries, type Transaction, together } from '../../../store/index.ts';
import {
  assertAccepted,
  type Judgement,
  type PaymentFacts,
  recheckInTransaction,
} from '../../../verifier/index.ts';
import { planCrossing } from '../interconnect/crossing.ts';
import type { PspParts } from '../parts.ts';
import { newReceiptSeed } from '../receipts.ts';
import { consumeRequest, orderLock, paymentLock } from '../requests.ts';
import type { Tool } from '../tools.ts';
import { findTradeOfOrder } from '../trades.ts';
import type { Authority } from './authority.ts';
import { charge } from './charge.ts';
import type { PaymentMessages } from './decode.ts';
import type { Answers } from './intake.ts';
import type { ChargePlan } from './records.ts';
import { isAuthenticated, isRepeatOf } from './repeat.ts';
import { readPaymentState } from './state.ts';

/** A request after its judgement, which may have been a refusal. */
export interface Judged {
  readonly messages: PaymentMessages;
  readonly judgement: Judgement;
  readonly facts: PaymentFacts | undefined;
  readonly tool: Tool | undefined;
  readonly answers: Answers;
}

/**
 * The money transaction: consume the request id, answer a repeat with the trade there is, otherwise judge once more
 * what may have changed since, and charge. Whatever refuses takes everything back, the request id too: refusals are
 * not sticky.
 *
 * @param judgedAt the one time of the judgement; the charge reads its own
 * @returns the trade number, of the new trade or of the one that had paid this order before
 * @throws ActError the judgement's refusal; request_duplicate, request_id_reused, order_paid_otherwise; what
 *   `recheckInTransaction` and `charge` refuse; store_unavailable
 * @see OA-RPL-01, OA-RPL-02, OA-RPL-03, OA-RPL-04, OA-RPL-05, OA-LDG-02, OA-LDG-22
 */
export async function settle(parts: PspParts, judged: Judged, judgedAt: number): Promise<string> {
  if (!(await isWorthSettling(parts.store.read, judged))) assertAccepted(judged.judgement);
  const plan = await planCharge(parts, judged, judgedAt);
  return inSpan('transaction', () => parts.store.transact((tx) => settleIn(tx, parts, judged, plan)));
}

async function settleIn(tx: Transaction, parts: PspParts, judged: Judged, plan: Plan): Promise<string> {
  const { messages, judgement } = judged;
  const now = parts.clock();
  const { request, quote, requestDigest } = messages;
  const { iss: agentId, jti: requestId, out_trade_no: outTradeNo } = request.claims;
  const [, paid] = await together(
    // One order after the other: whoever comes second must see that it is paid before a limit or a balance is judged.
    tx.lock(
      orderLock(quote.claims.iss, outTradeNo),
      paymentLock(agentId, requestId),
      paymentLock(agentId, outTradeNo),
    ),
    findTradeOfOrder(tx, quote.claims.iss, outTradeNo),
  );
  const tradeNo = paid?.tradeNo ?? plan.tradeNo;
  await consumeRequest(tx, { agentId, requestId, digest: requestDigest, tradeNo, now });
  if (paid && isRepeatOf(paid, messages, judged.tool)) return tradeNo;
  assertAccepted(judgement);
  if (paid) throw new ActError('order_paid_otherwise');
  await chargeNow(tx, parts, judged, plan, now);
  return tradeNo;
}

/**
 * A refused request is still looked at in the transaction when an authenticated agent asks in it for what was paid
 * before. So whatever reaches the transaction is signed by the agent.
 */
async function isWorthSettling(queries: Queries, { judgement, messages, tool }: Judged): Promise<boolean> {
  if (judgement.verdict === 'accepted') return true;
  if (!isAuthenticated(judgement)) return false;
  const { request, quote } = messages;
  const paid = await findTradeOfOrder(queries, quote.claims.iss, request.claims.out_trade_no);
  return paid !== undefined && isRepeatOf(paid, messages, tool);
}

type Plan = Omit<ChargePlan, 'facts' | 'authority' | 'tool'>;

/** Ids, salts and digests: the transaction itself may not wait for cryptography. */
async function planCharge(parts: PspParts, { messages, facts }: Judged, judgedAt: number): Promise<Plan> {
  const { pspId, random } = parts;
  const plan = {
    pspId,
    tradeNo: newOrderedId(random, 'trade', judgedAt),
    agentReceipt: await newReceiptSeed(random, { mandate_digest: messages.mandateDigest }),
    sellerReceipt: await newReceiptSeed(random, { mandate_digest: messages.mandateDigest }),
  };
  if (facts === undefined) return plan;
  const evidence = {
    // A mandate that was made from no intent with an id is a process of its own, as in records [OA-REC-03].
    intentId: facts.mandate.claims.iac.intent_id ?? facts.mandate.claims.jti,
    authority: authorityOf(facts, messages),
  };
  return { ...plan, ...(await planCrossing(parts, facts, plan, evidence)) };
}

function authorityOf({ mandate, chain }: PaymentFacts, { mandateDigest }: PaymentMessages): Authority {
  return { mandate, chain, mandateDigest };
}

async function chargeNow(
  tx: Transaction,
  parts: PspParts,
  judged: Judged,
  plan: Plan,
  now: number,
): Promise<void> {
  const { messages, answers, facts } = judged;
  // Root to leaf, as everywhere: whoever revokes holds the rows in the same order.
  const above = messages.chain.map(({ claims }, at) => {
    const known = answers.above[at] ?? { status: 'unavailable', usableBefore: 0 };
    return parts.status.recheck(claims, tx, known, now);
  });
  const own = parts.status.recheck(messages.mandate.claims, tx, answers.status, now);
  const [status, ...statusesAbove] = await together(own, ...above);
  // The id was new a moment ago in this transaction, and has been used up since by this very request.
  const before = { status, above: statusesAbove, risk: answers.outside.risk, replay: 'new' } as const;
  const { state, tool } = await readPaymentState(tx, parts, messages, before);
  if (!facts || !tool) throw new ActError('tool_invalid');
  assertAccepted(recheckInTransaction(facts, state, now));
  const authority = authorityOf(facts, messages);
  await charge(tx, parts, { ...plan, facts, authority, tool }, now);
}
