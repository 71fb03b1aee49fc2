/** A turn of the conversation, kept as it was said (ADD-INT-ICS conversation_history). */
export interface Utterance {
  readonly role: 'user' | 'agent';
  readonly content: string;
  /** ISO 8601 UTC, whole seconds. */
  readonly create_time: string;
}

/** What an intent may say, in the words of the draft. Amounts are decimal strings in major units, times ISO 8601 UTC. */
export interface IntentValues {
  /** Words that the goods have to be named with, such as a train number. */
  readonly need: readonly string[];
  /** A quality that excludes others of its kind, such as `second class`. */
  readonly grade: string;
  readonly quantity: number;
  readonly allowed_categories: readonly string[];
  readonly forbidden_categories: readonly string[];
  readonly currency: string;
  readonly max_single_amount: string;
  readonly min_single_amount: string;
  readonly max_total_amount: string;
  readonly times_limit: number;
  /** How many times the authority may be handed on to other agents. */
  readonly delegation_depth: number;
  /** ACT identifiers, or `any`: the user wants no restriction. */
  readonly allowed_merchants: readonly string[] | 'any';
  readonly forbidden_merchants: readonly string[];
  readonly delivery_time_requirement: string;
  readonly delivery_address: string;
  readonly validity_end_time: string;
  readonly reference_price: string;
  /** Percent. */
  readonly price_deviation_tolerance: number;
  readonly price_deviation_action: 'PAUSE_AND_NOTIFY' | 'AUTO_CANCEL';
  /** Left out: a refused payment is left to the user. */
  readonly on_payment_failure: 'AUTO_RETRY' | 'CANCEL';
  readonly max_retry_count: number;
  readonly delegator_identity: string;
}

export type IntentField = keyof IntentValues;

/** One thing that was heard. `ambiguous`: the words allow another meaning too, so the user is asked. */
export type Finding = {
  readonly [F in IntentField]: {
    readonly field: F;
    readonly value: IntentValues[F];
    readonly ambiguous?: boolean;
  };
}[IntentField];

/** A seller that the user may name. */
export interface KnownMerchant {
  readonly merchant: string;
  readonly names: readonly string[];
}

/** A category and the words that people use for it. */
export interface KnownCategory {
  readonly category: string;
  readonly words: readonly string[];
}

/** What a reader needs to know to understand an utterance. */
export interface ReadingContext {
  /** Unix seconds. */
  readonly now: number;
  /** Where the user's clock stands, in minutes east of UTC. */
  readonly utcOffsetMinutes: number;
  /** The user's own: taken where no other is named, and what a sign of several currencies means. */
  readonly currency: string;
  readonly merchants: readonly KnownMerchant[];
  readonly categories: readonly KnownCategory[];
}

/**
 * Turns words into findings. It proposes and never decides: whatever it returns is checked, asked about where
 * unclear, and confirmed by the user. A language model fits behind it; the reference is rule-based.
 */
export interface IntentReader {
  read(utterances: readonly Utterance[], context: ReadingContext): Promise<readonly Finding[]>;
}
