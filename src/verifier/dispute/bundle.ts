import { digestOfObject } from '../../protocol/digest/index.ts';
import { ActError, type Code } from '../../protocol/errors/index.ts';
import type {
  AttestationRecord,
  DisputeBundle,
  ReceiptClaims,
  TransactionCompletedBody,
} from '../../protocol/generated/types.ts';
import { validateDisputeBundle } from '../../protocol/generated/validators.js';
import { canonicalize, type JsonValue, parseStrict } from '../../protocol/json/index.ts';
import { JSON_MAX_DEPTH } from '../../protocol/limits.ts';
import { readMessage } from '../../protocol/messages/read.ts';
import { assertSchema } from '../../protocol/messages/schema.ts';
import { parseUtcSeconds } from '../../protocol/time/index.ts';
import type { Judgement } from '../check.ts';
import { assertReader, type PinnedKeys } from '../facts/trust-list.ts';
import { verifyInstantPurchase } from '../instant-purchase.ts';
import { verifyPurchase } from '../purchase.ts';
import { toldIntent } from '../records/intent.ts';
import { logKeysOf } from '../trust/log-keys.ts';
import type { TrustList } from '../trust/trust-list.ts';
import { openTrustList } from '../trust-list.ts';
import { type Findings, findingOf } from './policy.ts';
import { type JudgedRecord, judgeRecord } from './record-verdict.ts';

export const DISPUTE_BUNDLE_MAX_BYTES = 2_097_152;

export interface DisputeContext {
  /** The pinned key of the trust service, kept since then. */
  readonly trustListKey: PinnedKeys;
  /** Unix seconds: the present, which may be years later. */
  readonly now: number;
}

/** What a file of evidence came to. */
export interface DisputeJudgement {
  readonly verdict: 'good' | 'not_good';
  /** The first thing that does not hold. */
  readonly code?: Code;
  /** Which record, field or clause it is about. */
  readonly about?: string;
  readonly bundle?: DisputeBundle;
  readonly purchase?: Judgement;
  readonly records: readonly JudgedRecord[];
  /** Events of the trade that nobody has shown a record of. */
  readonly missing: readonly string[];
  readonly finding: Findings;
}

/** Every event that a finished purchase leaves, in its order. */
const EXPECTED = [
  'act:delegation:intent-created',
  'act:delegation:delegation-issued',
  'act:commerce:cart-confirmed',
  'act:payment:transaction-completed',
  'act:commerce:fulfillment-completed',
] as const;
const PAYMENT = 'act:payment:transaction-completed';

/** At act:L1 there is no mandate. */
function expectedOf({ purchase }: DisputeBundle): readonly (typeof EXPECTED)[number][] {
  return 'level' in purchase
    ? EXPECTED.filter((event) => event !== 'act:delegation:delegation-issued')
    : EXPECTED;
}

/**
 * Judges a file of evidence from its bytes, without asking anybody: the trust list of that time, every record with its
 * anchor, the purchase, and that all of them are about one trade. What cannot be read is not good; it is not thrown.
 *
 * Two moments: institutions and their certificates are judged for `collected_at`, the purchase for the time of its
 * payment. `now` only bounds them, so that a file is as good years later as it was then.
 *
 * @param bytes UTF-8 of schemas/dispute-bundle.json in RFC 8785 form
 * @throws TypeError, RangeError for a mistake of whoever calls: no bytes, no key, milliseconds
 * @see TSD-ATT-DSP-05, TSD-ATT-DSP-07, OA-DSP-02
 */
export async function verifyDispute(bytes: Uint8Array, context: DisputeContext): Promise<DisputeJudgement> {
  assertReader(context);
  try {
    const bundle = readDispute(bytes);
    const trustList = await openTrustList(bundle.trust_list, context.trustListKey, momentOf(bundle, context));
    return await judgeDispute(bundle, trustList, context, bytes);
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    return unreadable(error);
  }
}

function readDispute(bytes: Uint8Array): DisputeBundle {
  const limits = { maxBytes: DISPUTE_BUNDLE_MAX_BYTES, maxDepth: JSON_MAX_DEPTH };
  return assertSchema(validateDisputeBundle, parseStrict(bytes, limits));
}

function momentOf({ collected_at }: DisputeBundle, { now }: DisputeContext): number {
  const at = parseUtcSeconds(collected_at);
  if (at > now) throw new ActError('purchase_time_invalid', { collected_at: at, now });
  return at;
}

function unreadable({ code, evidence }: ActError): DisputeJudgement {
  const about = String(evidence.at ?? evidence.rule ?? '');
  const finding = findingOf({ isPaymentProven: false, evidence: code, purchase: undefined });
  return { verdict: 'not_good', code, ...(about ? { about } : {}), records: [], missing: EXPECTED, finding };
}

async function judgeDispute(
  bundle: DisputeBundle,
  trustList: TrustList,
  { trustListKey }: DisputeContext,
  bytes: Uint8Array,
): Promise<DisputeJudgement> {
  const logKeys = await logKeysOf(trustList, bundle.log_id, parseUtcSeconds(bundle.collected_at));
  const records: JudgedRecord[] = [];
  for (const { record, anchored } of bundle.records) {
    records.push(await judgeRecord(record, anchored, { trustList, logKeys }));
  }
  const purchase = await judgePurchase(bundle, trustListKey);
  const problem = problemOf(bundle, records);
  const damage = await damageOf(bundle, bytes);
  const isPaymentProven = records.some(
    ({ record, verdict }) => record.event_type === PAYMENT && verdict === 'VERIFIED',
  );
  const evidence = (problem ?? damage ?? lateStatus(bundle, purchase))?.code;
  const finding = findingOf({ isPaymentProven, evidence, purchase: purchase.refusal?.code });
  const missingPayment = isPaymentProven ? undefined : PAYMENT_MISSING;
  const first = problem ?? refusalOf(purchase) ?? damage ?? missingPayment;
  return {
    verdict: first === undefined ? 'good' : 'not_good',
    ...first,
    ...{ bundle, purchase, records, finding },
    missing: expectedOf(bundle).filter((event) => !records.some(({ record }) => record.event_type === event)),
  };
}

interface Problem {
  readonly code: Code;
  readonly about: string;
}

const PAYMENT_MISSING: Problem = { code: 'dispute_evidence_missing', about: PAYMENT };

function refusalOf({ refusal }: Judgement): Problem | undefined {
  return refusal && { code: refusal.code, about: refusal.requirement };
}

const OF_STATUS: ReadonlySet<Code> = new Set(['mandate_revoked', 'mandate_suspended', 'parent_not_active']);

/**
 * A list that was signed after the payment does not show that the mandate had ended before it: else whoever has paid
 * revokes at once and asks for the money [OA-DSP-13].
 */
function lateStatus({ purchase }: DisputeBundle, { refusal }: Judgement): Problem | undefined {
  if ('level' in purchase || refusal === undefined || !OF_STATUS.has(refusal.code)) return undefined;
  const { iat } = readMessage('statusList', purchase.status_list).claims;
  const { paid_at } = readMessage('receipt', purchase.receipt).claims;
  return iat > parseUtcSeconds(paid_at) ? { code: 'status_list_stale', about: 'status_list' } : undefined;
}

/** The first record that is not VERIFIED; then evidence of another trade. */
function problemOf(bundle: DisputeBundle, records: readonly JudgedRecord[]): Problem | undefined {
  const bad = records.find(({ verdict }) => verdict !== 'VERIFIED');
  if (bad) return { code: 'dispute_record_unverified', about: `${bad.record.record_id} ${bad.verdict}` };
  const stray = strayField(bundle);
  return stray === undefined ? undefined : { code: 'dispute_other_trade', about: stray };
}

/** What nothing else notices: a member that nobody signs, or other bytes for the same content. */
async function damageOf(bundle: DisputeBundle, bytes: Uint8Array): Promise<Problem | undefined> {
  const { content_digest, ...content } = bundle;
  const isWhole =
    (await digestOfObject(content as unknown as JsonValue)) === content_digest &&
    sameBytes(canonicalize(bundle as unknown as JsonValue), bytes);
  return isWhole ? undefined : { code: 'dispute_bundle_altered', about: 'content_digest' };
}

function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, at) => byte === right[at]);
}

/** What is about another trade than the receipt, or stands twice. */
function strayField({ trade_no, purchase, records }: DisputeBundle): string | undefined {
  const { claims } = readMessage('receipt', purchase.receipt);
  if (claims.trade_no !== trade_no) return 'trade_no';
  const seen = new Set<string>();
  const intent = records.map(({ record }) => toldIntent(record)).find((told) => told !== undefined);
  for (const { record } of records) {
    const isOther =
      (record.trade_no ?? trade_no) !== trade_no ||
      (record.order_no ?? claims.out_trade_no) !== claims.out_trade_no ||
      (toldIntent(record) ?? intent) !== intent ||
      seen.has(record.record_id);
    if (isOther || isOtherPayment(record, claims)) return record.record_id;
    seen.add(record.record_id);
  }
  return undefined;
}

/** The payment service's record is about the request and the offer that its receipt names. */
function isOtherPayment({ event_type, event_body }: AttestationRecord, receipt: ReceiptClaims): boolean {
  if (event_type !== PAYMENT) return false;
  const { request_digest, quote_digest } = event_body as Partial<TransactionCompletedBody>;
  return request_digest !== receipt.request_digest || quote_digest !== receipt.quote_digest;
}

/** At the moment of its payment, or when its trust list was issued if that was later. */
function judgePurchase({ purchase }: DisputeBundle, trustListKey: PinnedKeys): Promise<Judgement> {
  const paidAt = readMessage('receipt', purchase.receipt).claims.paid_at;
  const { iat } = readMessage('trustList', purchase.trust_list).claims;
  const context = { trustListKey, now: Math.max(timeOf(paidAt), iat) };
  const bytes = new TextEncoder().encode(JSON.stringify(purchase));
  return 'level' in purchase ? verifyInstantPurchase(bytes, context) : verifyPurchase(bytes, context);
}

function timeOf(value: string | number): number {
  return typeof value === 'number' ? value : parseUtcSeconds(value);
}

/** Puts a file together; whoever has it is to judge it before it is handed on. */
export async function sealDispute(content: Omit<DisputeBundle, 'content_digest'>): Promise<Uint8Array> {
  const content_digest = await digestOfObject(content as unknown as JsonValue);
  return canonicalize({ ...content, content_digest } as unknown as JsonValue);
}
