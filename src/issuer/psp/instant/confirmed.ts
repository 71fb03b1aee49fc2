import { inSpan } from '../../../http/index.ts';
import { traced } from '../../../http/traced.ts';
import { ActError, codeEntry } from '../../../protocol/errors/index.ts';
import type { Queries, Transaction } from '../../../store/index.ts';
import { assertAccepted, recheckInstantInTransaction } from '../../../verifier/index.ts';
import { advanceCrossing } from '../interconnect/advance.ts';
import { planCrossing } from '../interconnect/crossing.ts';
import type { PspParts } from '../parts.ts';
import { charge } from '../payment/charge.ts';
import type { ChargePlan } from '../payment/records.ts';
import type { CashierConsequence, CashierDecision } from '../ports.ts';
import { newReceiptSeed } from '../receipts.ts';
import { orderLock } from '../requests.ts';
import { findTradeOfOrder } from '../trades.ts';
import { decodeInstant } from './decode.ts';
import { type JudgedInstant, judgeConfirmed } from './judge.ts';
import { endSession, findSession, type StoredSession } from './session.ts';
import { readInstantState } from './state.ts';

const FIRST_SERVER_FAULT = 500;

/**
 * What follows when the user has decided at the cashier: a no closes the payment; a yes is judged once more, whole, and
 * charged in the transaction that stores it, so that it is charged once. A yes to what no longer holds closes the
 * payment too, with its own code, and moves nothing.
 *
 * @throws ActError payment_unknown, trust_list_*; the decision is not taken then and can be given again
 * @see PSD-PAY-INS-09, PSD-PAY-INS-10, PSD-PAY-INS-11, OA-INS-03
 */
export async function afterDecision(parts: PspParts, decision: CashierDecision): Promise<CashierConsequence> {
  const session = await findSession(parts.store.read, decision.subjectId);
  if (session === undefined) throw new ActError('payment_unknown');
  if (decision.outcome === 'DENIED') return declined(parts, session, decision);
  const { paymentRequest, quote, subAccountProof } = session;
  const proof = subAccountProof === undefined ? {} : { sub_account_proof: subAccountProof };
  const messages = await decodeInstant({ payment_request: paymentRequest, quote, ...proof });
  const judged = await inSpan('judge', () => judgeConfirmed(parts, messages, decision.now));
  const plan = await planCharge(parts, session, decision, judged);
  let refusal: ActError | undefined;
  let isCharging = false;
  return {
    async apply(tx) {
      isCharging = false;
      await tx.lock(orderLock(session.merchant, session.outTradeNo));
      refusal = await refusalInTransaction(tx, parts, session, judged);
      await end(tx, session, decision, refusal);
      isCharging = refusal === undefined;
      if (refusal === undefined) await chargeNow(tx, parts, judged, plan);
    },
    async committed() {
      parts.counted(refusal);
      await report(parts, session, judged, refusal);
    },
    insteadOf: (error) =>
      isCharging && isRefusal(error) ? refusedLate(parts, session, decision, judged, error) : undefined,
  };
}

/** What other payments have used up at the same moment is found out by the charge itself, which is taken back whole. */
function isRefusal(error: unknown): error is ActError {
  return error instanceof ActError && codeEntry(error.code).status < FIRST_SERVER_FAULT;
}

function refusedLate(
  parts: PspParts,
  session: StoredSession,
  decision: CashierDecision,
  judged: JudgedInstant,
  refusal: ActError,
): CashierConsequence {
  return {
    apply: (tx) => end(tx, session, decision, refusal),
    async committed() {
      parts.counted(refusal);
      await report(parts, session, judged, refusal);
    },
  };
}

function declined(parts: PspParts, session: StoredSession, decision: CashierDecision): CashierConsequence {
  const refusal = new ActError('confirmation_denied');
  return {
    apply: (tx) => end(tx, session, decision, refusal),
    committed: async () => parts.counted(refusal),
  };
}

/** @throws ActError confirmation_expired when it was closed in the meantime, because its time was up */
async function end(
  tx: Queries,
  session: StoredSession,
  decision: CashierDecision,
  refusal: ActError | undefined,
): Promise<void> {
  const isOpen = await endSession(tx, session.paymentId, decision, refusal);
  if (!isOpen) throw new ActError('confirmation_expired');
}

/** Why this may not be charged now, if so. */
async function refusalInTransaction(
  tx: Queries,
  parts: PspParts,
  session: StoredSession,
  { messages, judgement, facts }: JudgedInstant,
): Promise<ActError | undefined> {
  const now = parts.clock();
  if (now >= session.expiresAt) throw new ActError('confirmation_expired');
  const paid = await findTradeOfOrder(tx, session.merchant, session.outTradeNo);
  if (paid) return new ActError('order_paid_otherwise');
  const { state } = await readInstantState(tx, parts, messages, 'allow');
  try {
    assertAccepted(judgement);
    if (facts === undefined) return new ActError('internal', { rule: 'facts' });
    assertAccepted(recheckInstantInTransaction(facts, state, now));
    return undefined;
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    return error;
  }
}

type Plan = Omit<ChargePlan, 'facts' | 'tool'>;

/** Ids, salts and digests: the transaction itself may not wait for cryptography. */
async function planCharge(
  parts: PspParts,
  { paymentId }: StoredSession,
  { evidenceDigest }: CashierDecision,
  { facts, messages }: JudgedInstant,
): Promise<Plan> {
  const { pspId, random } = parts;
  const digests = { confirmation_digest: evidenceDigest };
  const authority = { confirmationDigest: evidenceDigest };
  const plan = {
    pspId,
    tradeNo: paymentId,
    authority,
    agentReceipt: await newReceiptSeed(random, digests),
    sellerReceipt: await newReceiptSeed(random, digests),
  };
  const evidence = { intentId: messages.request.claims.intent_id, authority };
  return { ...plan, ...(await planCrossing(parts, facts, plan, evidence)) };
}

async function chargeNow(tx: Transaction, parts: PspParts, judged: JudgedInstant, plan: Plan): Promise<void> {
  const { facts, tool } = judged;
  if (!facts || !tool) throw new ActError('tool_invalid');
  await charge(tx, parts, { ...plan, facts, tool }, parts.clock());
}

/** Signs the receipts and tells the user's device what became of its yes. */
function report(
  parts: PspParts,
  session: StoredSession,
  judged: JudgedInstant,
  refusal: ActError | undefined,
): Promise<void> {
  const step = { from: parts.pspId, to: parts.pspId, message: 'charge after confirmation' };
  return traced(parts.trace, { ...step, note: session.paymentId }, async (witness) => {
    witness.judged(judged.judgement);
    if (refusal !== undefined) throw refusal;
    if (isElsewhere(parts, judged)) await advanceCrossing(parts, session.paymentId);
    await inSpan('sign', () => parts.desk.answerFor(session.paymentId)).catch(assertPending);
  });
}

function isElsewhere({ pspId }: PspParts, { messages }: JudgedInstant): boolean {
  return messages.quote.claims.payee.psp_id !== pspId;
}

/** The money has moved: a key service that fails now is asked again when the agent reads the outcome. */
function assertPending(error: unknown): void {
  if (!(error instanceof ActError) || error.code !== 'payment_pending') throw error;
}
