import { traced } from '../../../http/traced.ts';
import { ActError, type Code } from '../../../protocol/errors/index.ts';
import type { InterconnectAnswer, InterconnectPaymentBody } from '../../../protocol/generated/types.ts';
import { readMessage } from '../../../protocol/messages/index.ts';
import { newId } from '../../../protocol/ports.ts';
import { consumeCommand, newOrderedId, type Transaction } from '../../../store/index.ts';
import {
  assertAccepted,
  type InstructionFacts,
  type Verified,
  verifyInstruction,
} from '../../../verifier/index.ts';
import { type Command, partnerCommand } from '../commands.ts';
import type { PspParts } from '../parts.ts';
import { payeeOwner } from '../payment/state.ts';
import { keptRefusal, signedRefusal } from '../refusals.ts';
import { orderLock, paymentLock } from '../requests.ts';
import { findTradeOfOrder } from '../trades.ts';
import { partnersOf } from './config.ts';
import { credit } from './credit.ts';
import { findIncoming, type Incoming, insertIncoming } from './incoming.ts';
import { clearingLock, countedAt } from './netting.ts';

/**
 * Credits a merchant on the instruction of another payment service, once for each of that service's trade numbers. Who
 * instructs is verified first; from then on whatever is decided is kept, refusals too: the other service gives its
 * payer the money back on the strength of one.
 *
 * @throws SignedRefusal over the digest of the instruction; ActError without a statement where the sender was not
 *   verified, or the instruction is not what the sender signed: then nothing is known, and nothing is kept
 * @see OA-ICN-01, OA-ICN-02, OA-ICN-03, OA-ICN-06
 */
export async function acceptInstruction(
  parts: PspParts,
  { command, instruction }: InterconnectPaymentBody,
): Promise<InterconnectAnswer> {
  const given = await partnerCommand(parts, command, {
    action: 'interconnect.pay',
    target: instruction.trade_no,
  });
  const step = { from: given.claims.iss, to: parts.pspId, message: 'interconnect.pay' };
  const incoming = await traced(parts.trace, step, async (witness) => {
    const judged = await judge(parts, instruction, given);
    witness.judged(judged);
    if (judged.refusal?.code === 'interconnect_instruction_altered' || !judged.facts) assertAccepted(judged);
    return decide(parts, given, judged);
  });
  return answerTo(parts, incoming);
}

async function judge(
  { pspId, trust, ledger, store, interconnection }: PspParts,
  instruction: InterconnectPaymentBody['instruction'],
  { claims, now }: Command,
): Promise<Verified<InstructionFacts>> {
  const { payee } = readMessage('quote', instruction.quote).claims;
  const { currency } = instruction;
  return verifyInstruction(
    { instruction, sender: claims.iss, signedDigest: claims.params?.digest },
    { trustList: await trust.current(now), now, audience: pspId },
    {
      payeeOwner: await payeeOwner(store.read, ledger, pspId, payee, currency),
      partners: partnersOf(interconnection),
    },
  );
}

function decide(
  parts: PspParts,
  { claims, use }: Command,
  judged: Verified<InstructionFacts>,
): Promise<Incoming> {
  const { facts } = judged;
  if (facts === undefined) throw new ActError('internal', { rule: 'facts' });
  const { instruction, digest, quote } = facts;
  const { iss: partner } = claims;
  const { trade_no: peerTradeNo, out_trade_no: outTradeNo, currency, intent_id: intentId } = instruction;
  const ids = {
    tradeNo: newOrderedId(parts.random, 'trade', use.now),
    receiptId: newId(parts.random, 'rcpt'),
  };
  return parts.store.transact(async (tx) => {
    const clearing = { partner, currency };
    await tx.lock(
      orderLock(quote.claims.iss, outTradeNo),
      paymentLock(partner, peerTradeNo),
      clearingLock(clearing),
    );
    const now = parts.clock();
    await consumeCommand(tx, use);
    const before = await findIncoming(tx, partner, peerTradeNo);
    if (before !== undefined) return sameAs(before, digest);
    const refusal = await refusalNow(tx, judged, facts, now);
    const at = await countedAt(tx, clearing, now);
    if (refusal === undefined) await credit(tx, parts, facts, ids, at);
    const incoming: Incoming = {
      partner,
      peerTradeNo,
      digest,
      decision:
        refusal === undefined
          ? { state: 'CREDITED', tradeNo: ids.tradeNo }
          : { state: 'REFUSED', code: refusal.code, requirement: refusal.requirement },
    };
    const terms = { outTradeNo, currency, owedMinor: facts.amount.minor };
    await insertIncoming(tx, incoming, { ...terms, ...(intentId === undefined ? {} : { intentId }) }, at);
    return incoming;
  });
}

/** Why the merchant is not credited, if so: what was judged, and what only the transaction can tell. */
async function refusalNow(
  tx: Transaction,
  { refusal }: Verified<InstructionFacts>,
  { quote }: InstructionFacts,
  now: number,
): Promise<{ readonly code: Code; readonly requirement: string } | undefined> {
  if (refusal !== undefined) return refusal;
  if (now >= quote.payBefore) return new ActError('quote_expired');
  const paid = await findTradeOfOrder(tx, quote.claims.iss, quote.claims.out_trade_no);
  return paid === undefined ? undefined : new ActError('order_paid_otherwise');
}

/**
 * Tells a partner what became of a trade number of its own. If nothing did, nothing ever will: the number is given up,
 * so that an instruction that is still on its way comes too late, and the partner can give the money back.
 *
 * @throws as `acceptInstruction`
 * @see OA-ICN-06
 */
export async function answerPartner(parts: PspParts, command: string): Promise<InterconnectAnswer> {
  const { target } = readMessage('command', command).claims;
  const { claims, use } = await partnerCommand(parts, command, { action: 'interconnect.query', target });
  const { iss: partner } = claims;
  const digest = claims.params?.digest;
  if (digest === undefined) throw new ActError('schema_mismatch', { at: '/params', rule: 'required' });
  const { code, requirement } = new ActError('interconnect_cancelled');
  const incoming = await parts.store.transact(async (tx) => {
    const now = parts.clock();
    await tx.lock(paymentLock(partner, target));
    await consumeCommand(tx, use);
    const before = await findIncoming(tx, partner, target);
    if (before !== undefined) return sameAs(before, digest);
    const decision = { state: 'REFUSED', code, requirement } as const;
    const given: Incoming = { partner, peerTradeNo: target, digest, decision };
    await insertIncoming(tx, given, undefined, now);
    return given;
  });
  return answerTo(parts, incoming);
}

/** One number stands for one instruction. @throws ActError request_id_reused */
function sameAs(before: Incoming, digest: string): Incoming {
  if (before.digest !== digest) throw new ActError('request_id_reused', { rule: 'trade_no' });
  return before;
}

async function answerTo(parts: PspParts, { partner, peerTradeNo, digest, decision }: Incoming) {
  if (decision.state === 'CREDITED') {
    return {
      trade_no: peerTradeNo,
      peer_trade_no: decision.tradeNo,
      seller_receipt: await parts.desk.sellerReceiptOf(decision.tradeNo),
    };
  }
  const error = keptRefusal(decision.code, decision.requirement);
  throw await signedRefusal(parts, error, { requester: partner, requestDigest: digest, now: parts.clock() });
}
