import { ActError, type Code, codeEntry } from '../../protocol/errors/index.ts';
import type { CatalogueItem, IacPayload } from '../../protocol/generated/types.ts';
import { formatAmount, type Money, parseAmount } from '../../protocol/money/index.ts';
import { formatUtcSeconds, parseUtcSeconds } from '../../protocol/time/index.ts';
import type { HeldCoupon } from '../config.ts';
import type { PartialIntent } from '../intent/draft.ts';
import { gradesIn } from '../intent/read-goods.ts';
import { type ConfirmedUse, type Objection, objectionsTo } from './prechecks.ts';
import type { DecisionRecord, JudgedCandidate } from './record.ts';
import type { SellerAnswer } from './transfer.ts';

export interface Chosen {
  readonly merchant: string;
  readonly item_id: string;
  readonly quantity: number;
  readonly category: string;
  /** What the user pays, after the coupon. */
  readonly amount: string;
  /** The whole order, before the coupon: what limits and a seller's terms are about; absent in what is older. */
  readonly order_amount?: string;
  readonly currency: string;
  readonly coupon?: string;
}

export interface Decision {
  readonly record: DecisionRecord;
  readonly chosen?: Chosen;
  /** Why nothing was chosen: what stands against the offer that came nearest. */
  readonly objection?: Objection;
}

interface Weighed {
  readonly merchant: string;
  readonly candidate: CatalogueItem;
  /** Gross: what limits count. */
  readonly amount: Money;
  readonly payable: Money;
  /** `payable` as it is written; of an offer that cannot be read the price, as its seller has it. */
  readonly written: string;
  readonly coupon: HeldCoupon | undefined;
  readonly objection: Objection | undefined;
}

/**
 * Weighs every offer against the mandate and takes the one that costs the user least, coupons redeemed, of those that
 * nothing stands against. Names and descriptions
 * of offers are data: they are compared with what is wanted and never read as instructions.
 *
 * @param now Unix seconds
 * @see CID-MER-CAT-11, CID-MER-CAT-12, CID-CART-CFM-01, OA-INT-20
 */
export function decide(
  answers: readonly SellerAnswer[],
  wanted: PartialIntent,
  iac: IacPayload,
  use: ConfirmedUse,
  now: number,
  coupons: readonly HeldCoupon[] = [],
): Decision {
  const quantity = wanted.quantity ?? 1;
  const weighed = answers
    .flatMap(({ merchant, candidates }) => candidates.map((candidate) => ({ merchant, candidate })))
    .map(({ merchant, candidate }) => weigh(merchant, candidate, quantity, wanted, iac, use, coupons))
    .sort(byAmount);
  const best = weighed.find(({ objection }) => objection === undefined);
  const record: DecisionRecord = {
    decided_at: formatUtcSeconds(now),
    sellers: answers.map(({ merchant, candidates, incomplete, code }) => ({
      merchant,
      offers: candidates.length,
      ...(incomplete === undefined ? {} : { incomplete }),
      ...(code === undefined ? {} : { code }),
    })),
    candidates: weighed.map((one) => judgedCandidate(one, one === best)),
  };
  if (best === undefined) return { record, objection: nearestObjection(weighed) };
  return { record, chosen: chosenFrom(best, quantity) };
}

function weigh(
  merchant: string,
  candidate: CatalogueItem,
  quantity: number,
  wanted: PartialIntent,
  iac: IacPayload,
  use: ConfirmedUse,
  coupons: readonly HeldCoupon[],
): Weighed {
  try {
    const unit = parseAmount(candidate.price, candidate.currency);
    const amount = { currency: unit.currency, minor: unit.minor * BigInt(quantity) };
    const deliverBy = candidate.deliver_by === undefined ? undefined : parseUtcSeconds(candidate.deliver_by);
    const offer = {
      merchant,
      categories: [candidate.category],
      amount,
      ...(deliverBy === undefined ? {} : { deliverBy }),
    };
    const objection = notWanted(candidate, quantity, wanted) ?? objectionsTo(offer, iac, use)[0];
    const paid = redeemed(merchant, candidate, amount, coupons);
    // A sum of more digits than an amount has is its seller's fault, and no other seller's.
    const written = formatAmount(paid.payable);
    return { merchant, candidate, amount, ...paid, written, objection };
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    const unreadable = {
      code: error.code,
      requirement: error.requirement,
      reason: 'the offer cannot be read',
    };
    const amount = { currency: candidate.currency, minor: 0n };
    const nothing = { amount, payable: amount, written: candidate.price, coupon: undefined };
    return { merchant, candidate, ...nothing, objection: unreadable };
  }
}

/** The coupon that takes most off; one for more than the order takes nothing off. */
function redeemed(
  merchant: string,
  { category }: CatalogueItem,
  amount: Money,
  coupons: readonly HeldCoupon[],
): Pick<Weighed, 'payable' | 'coupon'> {
  let best: Pick<Weighed, 'payable' | 'coupon'> = { payable: amount, coupon: undefined };
  for (const coupon of coupons) {
    const isUsable =
      coupon.merchant === merchant &&
      coupon.currency === amount.currency &&
      (coupon.category === undefined || coupon.category === category);
    const minor = isUsable ? amount.minor - parseAmount(coupon.amount, coupon.currency).minor : -1n;
    if (minor >= 0n && minor < best.payable.minor) best = { payable: { ...amount, minor }, coupon };
  }
  return best;
}

/** A seller may answer with what was not asked for. */
function notWanted(candidate: CatalogueItem, quantity: number, wanted: PartialIntent): Objection | undefined {
  const text = `${candidate.name} ${candidate.item_id}`.normalize('NFKC').toLowerCase();
  const missing = (wanted.need ?? []).find((word) => !text.includes(word.normalize('NFKC').toLowerCase()));
  if (missing !== undefined) return objection('no_match', 'is named otherwise');
  const grades = gradesIn(candidate.name);
  if (wanted.grade !== undefined && grades.length > 0 && !grades.includes(wanted.grade)) {
    return objection('no_match', 'is of another class');
  }
  if (candidate.stock !== undefined && candidate.stock < quantity) {
    return objection('stock_exhausted', `${candidate.stock} left`);
  }
  return undefined;
}

function objection(code: Code, reason: string): Objection {
  return { code, requirement: codeEntry(code).requirement, reason };
}

function judgedCandidate(
  { merchant, candidate, written, coupon, objection: against }: Weighed,
  isChosen: boolean,
): JudgedCandidate {
  return {
    merchant,
    item_id: candidate.item_id,
    name: candidate.name,
    amount: written,
    currency: candidate.currency,
    outcome: isChosen ? 'chosen' : against === undefined ? 'accepted' : 'excluded',
    ...(coupon === undefined ? {} : { coupon: coupon.code }),
    ...against,
  };
}

function chosenFrom({ merchant, candidate, amount, written, coupon }: Weighed, quantity: number): Chosen {
  return {
    merchant,
    item_id: candidate.item_id,
    quantity,
    category: candidate.category,
    amount: written,
    order_amount: formatAmount(amount),
    currency: candidate.currency,
    ...(coupon === undefined ? {} : { coupon: coupon.code }),
  };
}

/** What the user can do something about comes before offers that were never wanted. */
const FARTHEST: ReadonlySet<Code> = new Set(['no_match', 'merchant_not_allowed', 'category_not_allowed']);

function nearestObjection(weighed: readonly Weighed[]): Objection {
  const objections = weighed.map(({ objection: against }) => against).filter((one) => one !== undefined);
  const near = objections.find(({ code }) => !FARTHEST.has(code));
  return near ?? objections[0] ?? objection('no_match', 'no seller has an offer');
}

function byAmount(left: Weighed, right: Weighed): number {
  const [one, other] = [left.payable.minor, right.payable.minor];
  if (one !== other) return one < other ? -1 : 1;
  const names = [left, right].map(({ merchant, candidate }) => `${merchant} ${candidate.item_id}`);
  return String(names[0]) < String(names[1]) ? -1 : 1;
}
