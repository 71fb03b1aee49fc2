import type { JsonObject } from '../../forge/json.ts';

/** What the user wants, in the names that an intent has for it. Amounts are decimal texts in major units. */
export interface Wanted {
  /** Words that the goods are named with. */
  readonly need: readonly string[];
  readonly quantity: number;
  readonly allowed_categories: readonly string[];
  readonly currency: string;
  readonly max_single_amount: string;
  readonly min_single_amount?: string;
  readonly max_total_amount: string;
  /** Payments at most. */
  readonly times_limit?: number;
  readonly allowed_merchants: readonly string[];
  readonly validity_end_time: string;
  readonly reference_price?: string;
  /** Percent. */
  readonly price_deviation_tolerance?: number;
  readonly price_deviation_action: 'PAUSE_AND_NOTIFY' | 'AUTO_CANCEL';
  readonly delivery_time_requirement?: string;
  readonly delivery_address?: string;
  readonly forbidden_categories?: readonly string[];
  readonly on_payment_failure?: 'AUTO_RETRY' | 'CANCEL';
  readonly max_retry_count?: number;
}

/** What the user does in a talk, one act after the other. */
export type Act = OwnAct | Taking | Fetching;

/** Tells the agent to take part of another agent's mandate: schemas/http/assignment.json. */
export interface Taking {
  readonly act: 'take';
  readonly assignment: JsonObject;
}

/** Wants what is at an address, and what it costs paid under the mandate of the talk. */
export interface Fetching {
  readonly act: 'fetch';
  readonly resource: Resource;
}

/** What is about the user's own authority. */
export type OwnAct =
  /** `page`: the same, from a page of this origin in the user's browser, and not from the user. */
  | { readonly act: 'say'; readonly conversation_history: JsonObject; readonly page?: string }
  | { readonly act: 'answer'; readonly answers: Partial<Wanted> }
  /** Shows a code to a till, and wants what the till offers for it; each time another code. */
  | { readonly act: 'show' }
  /** Wants a purchase made: the first, or another one of this name. */
  | { readonly act: 'buy'; readonly purchase?: string }
  /** Agrees to the summary; looks at a purchase that stands still again; gives it up; has the words deleted. */
  | { readonly act: 'confirm' | 'resume' | 'cancel' | 'forget' };

/** What the agent shows its user after an act. */
export interface View {
  readonly status: string;
  /** Why a purchase stands still or has ended. */
  readonly code?: string;
  /** The act was not taken, for this reason. */
  readonly refused?: string;
  /** What is understood, in the names of `Wanted`. */
  readonly draft?: Partial<Wanted>;
  readonly questions?: readonly {
    readonly field: string;
    readonly reason: string;
    readonly question: string;
  }[];
  /** By language: what the user is asked to agree to. */
  readonly summary?: Readonly<Record<string, string>>;
  /** Of a part that was taken: schemas/http/assignment-proof.json. */
  readonly proof?: JsonObject;
  /** The structured result, once there is one. */
  readonly intent?: JsonObject;
  /** Of a fetch that is done: the body that it got. */
  readonly body?: string;
}

export interface Resource {
  readonly method: 'GET';
  readonly url: string;
}

/** One thing to do for the user, with everything that the agent may know of the world: spec/15-conformance.md, 15.5. */
export interface Errand {
  /** buy: goods by order. fetch: one request, and what it costs. talk: what the user does, act by act. */
  readonly errand: 'buy' | 'fetch' | 'talk';
  readonly level: 'act:L1' | 'act:L2';
  /** What the user said; `wanted` says the same. */
  readonly utterance: string;
  readonly wanted: Wanted;
  readonly agent_id: string;
  readonly agent_attestation: string;
  readonly delegator_identity: string;
  readonly issuer: string;
  readonly psp: string;
  /** Bound for this agent already. */
  readonly payment_tool_ref: string;
  readonly payment_methods: readonly string[];
  readonly merchants: readonly { readonly merchant: string; readonly base_url: string }[];
  readonly trust_list_url: string;
  readonly trust_list_key: JsonObject;
  /** Where what is recorded is anchored, before the errand ends; left out: nowhere. */
  readonly log_url?: string;
  /** Addresses that may lie on this machine although only the trust list names them: the suite's own. */
  readonly local_origins: readonly string[];
  /** Of a talk. */
  readonly acts?: readonly Act[];
  /** Of a talk: what stands behind each context_ref, to the byte. */
  readonly contexts?: Readonly<Record<string, string>>;
  /** Of a fetch. */
  readonly resource?: Resource;
}

/** How an agent says that it ended. */
export interface Outcome {
  /** DONE, or the state that it stopped in. */
  readonly status: string;
  /** Why it stopped: a code of chapter 9. */
  readonly code?: string;
  readonly trade_no?: string;
  readonly goods?: readonly { readonly item_id: string; readonly code: string }[];
  /** Of a purchase by order: what was confirmed with the seller, as schemas/transaction-confirmation.json has it. */
  readonly confirmation?: JsonObject;
  /** Of a fetch: the body that it got. */
  readonly body?: string;
  /** Of a talk: one for each act. */
  readonly views?: readonly View[];
}

/** What came of one run. `broken`: it gave no outcome, which is never taken for a refusal. */
export type Ended = { readonly outcome: Outcome } | { readonly broken: string };

/** Sends an agent on an errand. `state` is a folder in which it may remember things for the next errand of a case. */
export interface Runner {
  run(errand: Errand, state: string): Promise<Ended>;
}
