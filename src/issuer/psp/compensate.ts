import { ActError, type Code } from '../../protocol/errors/index.ts';
import type { CompensationAnswer, CompensationBody, DisputeBundle } from '../../protocol/generated/types.ts';
import { canonicalize, type JsonValue } from '../../protocol/json/index.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import { formatAmount } from '../../protocol/money/index.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import type { Row, Transaction } from '../../store/index.ts';
import { assertAccepted, verifyDispute, verifyFinding } from '../../verifier/index.ts';
import { releaseOf } from './escrow.ts';
import { legsBetween, type Transfer } from './ledger.ts';
import type { PspParts } from './parts.ts';
import type { Ledger } from './ports.ts';
import { integer, seconds, text } from './row.ts';
import { whereMoneyLies } from './settlement.ts';
import { refundAccount } from './sub-accounts/index.ts';
import { moveTrade } from './trade-state.ts';
import { holdTrade, type Trade } from './trades.ts';

/** What a compensation rests on, and what it came to. */
interface Cause {
  /** Of the finding; the own judgement of this service where there is none. */
  readonly findingId: string;
  readonly reason: Code;
  readonly now: number;
}

const OWN_JUDGEMENT = 'own';

/**
 * "Compensated if stolen": judges a file of evidence by itself, and pays the payer back out of the service's own money
 * when it shows that one of its payments lay outside the mandate. The merchant keeps what it has; what is still held for
 * it goes back instead. A trade is compensated once, for what was not refunded; nothing more can be refunded afterwards.
 *
 * @param evidence bytes of schemas/dispute-bundle.json
 * @throws ActError compensation_refused (with the finding and its reason), compensation_repeated, payment_unknown,
 *   not_found (this service has no key to judge evidence by)
 * @see OA-DSP-08
 */
export function compensate(parts: PspParts, evidence: Uint8Array): Promise<CompensationAnswer> {
  return payOver(parts, evidence, OWN_JUDGEMENT);
}

/**
 * The same on the signed finding of a dispute handler. The finding says that the trade is to be compensated; the
 * evidence is judged again all the same, so that a handler cannot spend this service's money.
 *
 * @throws ActError finding_mismatch, finding_expired, jws_*, issuer_*, x509_*, and those of `compensate`
 * @see OA-DSP-09, OA-DSP-10, OA-DSP-12
 */
export async function compensateFinding(
  parts: PspParts,
  tradeNo: string,
  { finding, bundle }: CompensationBody,
): Promise<CompensationAnswer> {
  const now = parts.clock();
  const expected = { trade_no: tradeNo, evidence: bundle.content_digest };
  const judged = await verifyFinding(
    { finding },
    { trustList: await parts.trust.current(now), now, expected },
  );
  assertAccepted(judged);
  const { claims } = judged.facts;
  // Everybody who took part in the dispute has it: who sends it is not known, and its handler is not to blame.
  parts.callerLimit?.take(`finding ${claims.jti}`);
  if (claims.finding !== 'COMPENSATED') throw refused(claims.finding, claims.reason);
  // One trade stands in the path, the finding and the evidence.
  if (bundle.trade_no !== tradeNo) throw new ActError('finding_mismatch', { rule: 'bundle' });
  return payOver(parts, canonicalize(bundle as unknown as JsonValue), claims.jti);
}

function refused(finding: string, reason: string): ActError {
  return new ActError('compensation_refused', { finding, reason });
}

async function payOver(
  parts: PspParts,
  evidence: Uint8Array,
  findingId: string,
): Promise<CompensationAnswer> {
  const { trustListKey, pspId, store } = parts;
  if (trustListKey === undefined) throw new ActError('not_found');
  const now = parts.clock();
  const { finding, bundle } = await verifyDispute(evidence, { trustListKey, now });
  if (finding.finding !== 'COMPENSATED' || bundle === undefined)
    throw refused(finding.finding, finding.reason);
  const receipt = readMessage('receipt', bundle.purchase.receipt).claims;
  if (receipt.iss !== pspId) throw new ActError('compensation_refused', { rule: 'payment_service' });
  return store.transact(async (tx) => {
    const trade = await holdTrade(tx, receipt.trade_no);
    assertSamePayment(trade, bundle);
    const before = await tx.get('SELECT * FROM compensations WHERE trade_no = $1', [trade.tradeNo]);
    if (before !== undefined) return sameAnswer(before, trade, findingId);
    return payBack(tx, parts, trade, { findingId, reason: finding.reason, now });
  });
}

/** The evidence is about this very payment, as this service has it in its own books. */
function assertSamePayment(trade: Trade, { purchase }: DisputeBundle): void {
  const { claims } = readMessage('receipt', purchase.receipt);
  const isSame = trade.outTradeNo === claims.out_trade_no && trade.merchant === claims.merchant;
  if (!isSame) throw new ActError('compensation_refused', { rule: 'trade' });
}

/** Whoever lost the answer is told it again; another finding about the same trade moves nothing. */
function sameAnswer(row: Row, trade: Trade, findingId: string): CompensationAnswer {
  if (text(row, 'finding_id') !== findingId) {
    throw new ActError('compensation_repeated', { trade_no: trade.tradeNo });
  }
  return answer(trade, integer(row, 'amount_minor'), text(row, 'reason'), seconds(row, 'compensated_at'));
}

async function payBack(
  tx: Transaction,
  { ledger }: PspParts,
  trade: Trade,
  { findingId, reason, now }: Cause,
): Promise<CompensationAnswer> {
  const { tradeNo, currency, capturedMinor, refundedMinor } = trade;
  const minor = capturedMinor - refundedMinor;
  await tx.run(
    `INSERT INTO compensations (trade_no, finding_id, amount_minor, reason, compensated_at)
     VALUES ($1, $2, $3, $4, $5)`,
    [tradeNo, findingId, minor, reason, now],
  );
  if (minor === 0n) return answer(trade, minor, reason, now);
  const released = await releaseOfDelivered(tx, ledger, trade, now);
  const from = await sourceOf(tx, ledger, trade, now);
  const compensation: Transfer = {
    transferId: `compensation:${tradeNo}`,
    kind: 'correction',
    reference: tradeNo,
    currency,
    legs: legsBetween(from, await refundAccount(tx, trade.payerAccount), minor),
    now,
  };
  await ledger.postTogether(tx, [...released, compensation]);
  await tx.run('UPDATE payments SET refunded_minor = captured_minor WHERE trade_no = $1', [tradeNo]);
  return answer(trade, minor, reason, now);
}

/** Money that is held for goods that have not gone out goes back; what was delivered is paid for, by this service. */
async function sourceOf(tx: Transaction, ledger: Ledger, trade: Trade, now: number): Promise<string> {
  const { tradeNo, settlement, state, currency } = trade;
  if (settlement === 'ESCROW' && state === 'WAIT_SELLER_FULFILLMENT') {
    await moveTrade(tx, { tradeNo, from: state, to: 'TRADE_CLOSED', by: 'psp', now });
    return whereMoneyLies(tx, ledger, trade, now);
  }
  return ledger.houseAccount(tx, 'compensation', currency, now);
}

/** What is held for goods that were delivered is the merchant's. */
async function releaseOfDelivered(
  tx: Transaction,
  ledger: Ledger,
  trade: Trade,
  now: number,
): Promise<readonly Transfer[]> {
  const { tradeNo, settlement, state } = trade;
  if (settlement !== 'ESCROW' || state !== 'WAIT_BUYER_RECEIPT') return [];
  await moveTrade(tx, { tradeNo, from: state, to: 'TRADE_FINISHED', by: 'psp', now });
  return [await releaseOf(tx, ledger, trade, now)];
}

function answer(
  { tradeNo, currency }: Trade,
  minor: bigint,
  reason: string,
  now: number,
): CompensationAnswer {
  return {
    trade_no: tradeNo,
    amount: formatAmount({ currency, minor }),
    currency,
    reason,
    compensated_at: formatUtcSeconds(now),
  };
}
