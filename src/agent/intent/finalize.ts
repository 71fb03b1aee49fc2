import { ActError } from '../../protocol/errors/index.ts';
import type { ConversationHistory, Ext, Intent } from '../../protocol/generated/types.ts';
import { validateIntent } from '../../protocol/generated/validators.js';
import type { JsonValue } from '../../protocol/json/index.ts';
import { MANDATE_MAX_LIFETIME_SECONDS, REQUEST_TIME_SKEW_SECONDS } from '../../protocol/limits.ts';
import { assertSchema } from '../../protocol/messages/index.ts';
import { formatUtcSeconds, parseUtcSeconds } from '../../protocol/time/index.ts';
import type { IntentDraft, PartialIntent } from './draft.ts';
import type { Utterance } from './reader.ts';

type InputMode = NonNullable<ConversationHistory['input_mode']>[number];

/** A conversation that was handed in: how many turns it had, and what was said about it besides its words. */
export interface IntentOrigin {
  readonly turns: number;
  readonly history?: Pick<ConversationHistory, 'user_intent_raw_digest' | 'context_ref' | 'input_mode'>;
}

export interface FinalizeOptions {
  readonly intentId: string;
  readonly agentId: string;
  readonly paymentMethods: readonly string[];
  /** How the conversation was handed in, where it was not typed as words. */
  readonly origin?: IntentOrigin;
  /** Unix seconds. The window is open from then on, by every clock that differs by what clocks may differ. */
  readonly now: number;
  /** Constraints of this profile that the agent asks for by itself. */
  readonly openact?: Ext['openact'];
}

/**
 * The intent structured result (ISR) of a draft without open questions. The raw conversation stays in it. Called once
 * the user has agreed to the summary, and not before.
 *
 * @throws ActError intent_incomplete while a question is open; schema_mismatch
 * @see ADD-INT-ICS-01, ADD-INT-ICS-13
 */
export function finalizeIntent(
  draft: IntentDraft,
  conversation: readonly Utterance[],
  options: FinalizeOptions,
): Intent {
  const open = draft.questions[0];
  if (open !== undefined) throw new ActError('intent_incomplete', { field: open.field, reason: open.reason });
  const { values } = draft;
  const { max_total_amount: total, currency, validity_end_time: end } = values;
  if (total === undefined || currency === undefined || end === undefined)
    throw new ActError('intent_incomplete');
  const intent: Intent = {
    conversation_history: historyOf(conversation, options.origin),
    intent_id: options.intentId,
    delegation_mode: modeOf(values),
    validity_start_time: formatUtcSeconds(startOf(options.now, parseUtcSeconds(end))),
    validity_end_time: end,
    max_total_amount: Number(total),
    currency,
    allowed_payment_methods: [...options.paymentMethods],
    agent_id: options.agentId,
    ext: extOf(values, options.openact),
  };
  return assertSchema(validateIntent, intent as unknown as JsonValue);
}

/** Windows have no tolerance: one that opened at this agent's second is still shut for whoever has a slower clock. */
function startOf(now: number, end: number): number {
  return Math.max(now - REQUEST_TIME_SKEW_SECONDS, Math.min(now, end - MANDATE_MAX_LIFETIME_SECONDS));
}

/**
 * Whole where it is at hand [ADD-INT-ICS-19]. What was handed in as a digest and has not gone on since stays one, with
 * its reference; input modes stay as they were named [ADD-INT-ICS-28], and an answer is text.
 */
function historyOf(
  conversation: readonly Utterance[],
  { turns, history = {} }: IntentOrigin = { turns: 0 },
): ConversationHistory {
  const hasGoneOn = conversation.length > turns;
  const { user_intent_raw_digest, context_ref, input_mode = ['TEXT'] } = history;
  const modes = hasGoneOn ? [...new Set<InputMode>([...input_mode, 'TEXT'])] : input_mode;
  if (!hasGoneOn && user_intent_raw_digest !== undefined && context_ref !== undefined) {
    return { user_intent_raw_digest, context_ref, input_mode: modes };
  }
  const [first, ...rest] = conversation.map((turn) => ({ ...turn }));
  if (first === undefined) throw new ActError('intent_incomplete', { field: 'conversation_history' });
  return { user_intent_raw: [first, ...rest], input_mode: modes };
}

/** One seller is pinned: SPECIFIED. Several or any: the mandate is bounded by categories and limits instead. */
function modeOf({ allowed_merchants: merchants }: PartialIntent): Intent['delegation_mode'] {
  return merchants !== undefined && merchants !== 'any' && merchants.length === 1 ? 'SPECIFIED' : 'BOUNDED';
}

function extOf(values: PartialIntent, own: Ext['openact'] = {}): Ext {
  const commerce: NonNullable<Ext['commerce']> = {
    ...numeric('max_single_amount', values.max_single_amount),
    ...numeric('min_single_amount', values.min_single_amount),
    ...listed('allowed_categories', values.allowed_categories),
    ...listed('forbidden_categories', values.forbidden_categories),
    ...listed('allowed_merchants', values.allowed_merchants === 'any' ? undefined : values.allowed_merchants),
    ...listed('forbidden_merchants', values.forbidden_merchants),
  };
  const openact: NonNullable<Ext['openact']> = {
    ...(values.times_limit === undefined ? {} : { times_limit: values.times_limit }),
    ...numeric('reference_price', values.reference_price),
    ...(values.delegation_depth === undefined ? {} : { delegation_depth: values.delegation_depth }),
    ...own,
  };
  const { delivery_time_requirement: deliverBy, delivery_address: address } = values;
  const fulfillment: NonNullable<Ext['fulfillment']> = {
    ...(deliverBy === undefined ? {} : { delivery_time_requirement: deliverBy }),
    ...(address === undefined ? {} : { delivery_address: address }),
  };
  const { price_deviation_tolerance: tolerance, price_deviation_action: action } = values;
  const { on_payment_failure: onFailure, max_retry_count: retries } = values;
  return {
    commerce,
    agent_behavior: {
      ...(tolerance === undefined ? {} : { price_deviation_tolerance: tolerance }),
      ...(action === undefined ? {} : { price_deviation_action: action }),
      ...(onFailure === undefined ? {} : { on_payment_failure: onFailure }),
      ...(retries === undefined ? {} : { max_retry_count: retries }),
    },
    ...(Object.keys(fulfillment).length === 0 ? {} : { fulfillment }),
    ...(Object.keys(openact).length === 0 ? {} : { openact }),
  };
}

function numeric(member: string, amount: string | undefined): object {
  return amount === undefined ? {} : { [member]: Number(amount) };
}

function listed(member: string, items: readonly string[] | undefined): object {
  return items === undefined ? {} : { [member]: [...items] };
}
