/** Sub-accounts, and what is paid on access from them. */
import type { Forgery } from './forgery.ts';
import type { Decision, Named } from './step.ts';

/** A sub-account of one agent, with a key of its own. */
export interface CardStep extends Named, Decision {
  readonly do: 'card';
  readonly as: string;
  readonly limit: string;
  /** An AI card: the user confirms every order that it pays for. */
  readonly confirmEach?: true;
  /** Put in from the user's account. */
  readonly fund?: string;
  /** Somebody else than the user. */
  readonly delegator?: string;
  /** Not a new key, but the agent's own or that of a kept card. */
  readonly key?: string;
}

/** The user puts a frozen sub-account back into use, under a new key of its agent. Keeps the card with the new key. */
export interface UnfreezeStep extends Named {
  readonly do: 'unfreeze';
  /** A kept card. */
  readonly card: string;
  /** Not a new key, but the one that the card had. */
  readonly key?: 'old';
}

/** The agent fetches what costs money, and pays on the way. */
export interface FetchStep extends Named {
  readonly do: 'fetch';
  readonly at: string;
  readonly path: string;
  readonly under: string;
  readonly from: string;
  readonly times?: number;
  /** The answer gets lost after it was paid for: the proof is kept, unused. */
  readonly lost?: boolean;
  /** What a cheating seller's bill says otherwise: in plain words, and in the quote. */
  readonly bill?: { readonly plain?: Readonly<Record<string, unknown>>; readonly quote?: Forgery };
}

/** Somebody shows a proof of payment that was seen on the wire. */
export interface ProofStep extends Named {
  readonly do: 'proof';
  /** A kept `fetch`. */
  readonly of: string;
  readonly at: string;
  readonly path: string;
  /** As it was sent, where it is left out: else with a new holder's proof by this key. */
  readonly key?: 'agent' | 'stranger';
  readonly holder?: Readonly<Record<string, unknown>>;
  /** Of another trade. */
  readonly trade?: string;
}
