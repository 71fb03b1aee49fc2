import { MANDATE_MAX_LIFETIME_SECONDS } from '../../protocol/limits.ts';
import { compare, parseAmount } from '../../protocol/money/index.ts';
import { formatUtcSeconds, parseUtcSeconds } from '../../protocol/time/index.ts';
import { type Question, questionFor } from './questions.ts';
import type {
  Finding,
  IntentField,
  IntentReader,
  IntentValues,
  ReadingContext,
  Utterance,
} from './reader.ts';
import { ruleReader } from './rule-reader.ts';

export type PartialIntent = { readonly [F in IntentField]?: IntentValues[F] };

/** What is understood so far, and what still has to be asked. Confirmed by nobody yet. */
export interface IntentDraft {
  readonly values: PartialIntent;
  readonly questions: readonly Question[];
}

export interface DraftContext extends ReadingContext {
  /** Taken when the user names no end; absent: the user is asked. */
  readonly validitySeconds?: number;
  readonly delegatorIdentity?: string;
  readonly priceDeviationAction: IntentValues['price_deviation_action'];
  /** The user is present: one payment, confirmed at the cashier. */
  readonly level?: 'act:L1';
}

/** How long what is said for one payment at act:L1 is good for. */
const INSTANT_VALIDITY_SECONDS = 3_600;

/**
 * Reads what the user said into a draft: what is missing, what can be read in two ways and what contradicts
 * itself becomes a question, never a guess.
 *
 * @see ADD-INT-ICS-09, ADD-INT-ICS-10
 */
export async function draftIntent(
  utterances: readonly Utterance[],
  context: DraftContext,
  reader: IntentReader = ruleReader,
): Promise<IntentDraft> {
  const findings = await reader.read(utterances, context);
  const { values, conflicts } = collect(findings);
  const unclear = ambiguous(findings, values, context);
  return judgeDraft(values, context, conflicts, unclear);
}

/**
 * Puts the user's answers in the place of what was read and asks again where something is still open.
 *
 * @param answers values that were read and checked (see `readAnswers`)
 * @see ADD-INT-ICS-11
 */
export function answerDraft(draft: IntentDraft, answers: PartialIntent, context: DraftContext): IntentDraft {
  const open = draft.questions.filter(({ field }) => !(field in answers));
  const fields = (reason: Question['reason']) =>
    open.filter((question) => question.reason === reason).map(({ field }) => field);
  // A contradiction between two fields is judged anew: an answer to either may have ended it.
  const conflicts = fields('conflicting').filter((field) => draft.values[field] === undefined);
  const foreign = inAnotherCurrency(draft.values, answers);
  const left = Object.entries(draft.values).filter(([field]) => !foreign.includes(field as AmountField));
  // With one payment only, its limit is the limit of all.
  const asked = foreign.filter((field) => context.level === undefined || field !== 'max_total_amount');
  const values = replaced(Object.fromEntries(left), answers);
  return judgeDraft(values, context, conflicts, [...fields('ambiguous'), ...asked]);
}

/** What was said in one currency is not meant in another: where the user changes it, amounts are asked for again. */
function inAnotherCurrency(values: PartialIntent, answers: PartialIntent): AmountField[] {
  if (answers.currency === undefined || answers.currency === values.currency) return [];
  return AMOUNTS.filter((field) => values[field] !== undefined && !(field in answers));
}

/** After CANCEL there is nothing left to count. */
function replaced(values: PartialIntent, answers: PartialIntent): PartialIntent {
  const { max_retry_count: _, ...uncounted } = values;
  return { ...(answers.on_payment_failure === 'CANCEL' ? uncounted : values), ...answers };
}

function collect(findings: readonly Finding[]): { values: PartialIntent; conflicts: IntentField[] } {
  const byField = new Map<IntentField, Map<string, unknown>>();
  for (const { field, value } of findings) {
    const seen = byField.get(field) ?? new Map<string, unknown>();
    byField.set(field, seen.set(JSON.stringify(value), value));
  }
  const values: Record<string, unknown> = {};
  const conflicts: IntentField[] = [];
  for (const [field, seen] of byField) {
    if (seen.size > 1) conflicts.push(field);
    else values[field] = [...seen.values()][0];
  }
  return { values: values as PartialIntent, conflicts };
}

/**
 * What was heard and may mean something else. "At most 600" next to "1800 in total" is the limit of one payment; alone
 * it could be either, but for an intent of one payment only.
 */
function ambiguous(
  findings: readonly Finding[],
  values: PartialIntent,
  { level }: DraftContext,
): IntentField[] {
  const open = new Set(findings.filter((one) => one.ambiguous === true).map(({ field }) => field));
  const hasLimit = values.max_total_amount !== undefined || level === 'act:L1';
  const isAnyLimit = open.delete('max_single_amount') && !hasLimit;
  return [...(isAnyLimit ? (['max_total_amount'] as const) : []), ...open];
}

function judgeDraft(
  found: PartialIntent,
  context: DraftContext,
  conflicts: readonly IntentField[],
  unclear: readonly IntentField[],
): IntentDraft {
  const values = withDefaults(found, context, conflicts);
  const questions = new Map<IntentField, Question>();
  const ask = (fields: readonly IntentField[], reason: Question['reason']) => {
    for (const field of fields) {
      if (!questions.has(field)) questions.set(field, questionFor(field, reason));
    }
  };
  ask(conflicts, 'conflicting');
  ask(unclear, 'ambiguous');
  ask(missing(values), 'missing');
  ask(contradictions(values, context.now), 'conflicting');
  return { values, questions: [...questions.values()] };
}

function withDefaults(
  found: PartialIntent,
  context: DraftContext,
  conflicts: readonly IntentField[],
): PartialIntent {
  const { validitySeconds, delegatorIdentity } = context;
  const defaults: PartialIntent = {
    quantity: 1,
    currency: context.currency,
    price_deviation_action: context.priceDeviationAction,
    ...(validitySeconds === undefined
      ? {}
      : { validity_end_time: formatUtcSeconds(context.now + validitySeconds) }),
    ...(delegatorIdentity === undefined ? {} : { delegator_identity: delegatorIdentity }),
    ...(context.level === 'act:L1' ? instantDefaults(found, context.now) : {}),
  };
  const usable = Object.entries(defaults).filter(([field]) => !conflicts.includes(field as IntentField));
  return { ...Object.fromEntries(usable), ...found };
}

/** With one payment only, its limit is the limit of all; the user sees the merchant at the cashier. */
function instantDefaults(found: PartialIntent, now: number): PartialIntent {
  return {
    allowed_merchants: 'any',
    validity_end_time: formatUtcSeconds(now + INSTANT_VALIDITY_SECONDS),
    ...(found.max_single_amount === undefined ? {} : { max_total_amount: found.max_single_amount }),
  };
}

/** What a mandate cannot do without (ADD-IAC-ISS-02). */
const REQUIRED: readonly IntentField[] = [
  ...(['allowed_categories', 'max_total_amount', 'currency', 'quantity'] as const),
  ...(['allowed_merchants', 'validity_end_time', 'price_deviation_action', 'delegator_identity'] as const),
];

function missing(values: PartialIntent): IntentField[] {
  const fields = REQUIRED.filter((field) => values[field] === undefined);
  const hasNoBasis = values.price_deviation_tolerance !== undefined && values.reference_price === undefined;
  const { on_payment_failure: action, max_retry_count: retries } = values;
  return [
    ...fields,
    ...(hasNoBasis ? (['reference_price'] as const) : []),
    // Neither of the two says enough without the other.
    ...(action === 'AUTO_RETRY' && retries === undefined ? (['max_retry_count'] as const) : []),
    ...(action === undefined && (retries ?? 0) > 0 ? (['on_payment_failure'] as const) : []),
  ];
}

/** @see ADD-INT-ICS-05, -07, -08 */
function contradictions(values: PartialIntent, now: number): IntentField[] {
  const { validity_end_time: end, delivery_time_requirement: delivery } = values;
  const found: IntentField[] = [];
  if (isAbove(values, 'max_single_amount', 'max_total_amount')) found.push('max_total_amount');
  if (isAbove(values, 'min_single_amount', 'max_single_amount')) found.push('max_single_amount');
  if (isAbove(values, 'min_single_amount', 'max_total_amount')) found.push('min_single_amount');
  if (end !== undefined) {
    const seconds = parseUtcSeconds(end) - now;
    if (seconds <= 0 || seconds > MANDATE_MAX_LIFETIME_SECONDS) found.push('validity_end_time');
  }
  if (delivery !== undefined && parseUtcSeconds(delivery) <= now) found.push('delivery_time_requirement');
  if (values.allowed_merchants !== 'any' && hasCommon(values.allowed_merchants, values.forbidden_merchants)) {
    found.push('allowed_merchants');
  }
  if (hasCommon(values.allowed_categories, values.forbidden_categories)) found.push('allowed_categories');
  if (values.on_payment_failure === 'CANCEL' && (values.max_retry_count ?? 0) > 0) {
    found.push('on_payment_failure');
  }
  return found;
}

const AMOUNTS = ['max_single_amount', 'min_single_amount', 'max_total_amount', 'reference_price'] as const;
type AmountField = (typeof AMOUNTS)[number];

function isAbove(values: PartialIntent, lower: AmountField, upper: AmountField): boolean {
  const { [lower]: low, [upper]: high, currency } = values;
  if (low === undefined || high === undefined || currency === undefined) return false;
  return compare(parseAmount(low, currency), parseAmount(high, currency)) > 0;
}

function hasCommon(left: readonly string[] = [], right: readonly string[] = []): boolean {
  return left.some((item) => right.includes(item));
}
