/** What is asked for, ordered and paid by hand, with real keys and none of the agent’s checks. */
import type { Forgery } from './forgery.ts';
import type { Decision, Named } from './step.ts';

/**
 * A mandate with exactly these members, asked for by hand and confirmed on the device. What is not said is taken from a
 * week's mandate over 1000.00 for everything that the shops of the world sell.
 */
export interface MandateStep extends Named, Decision {
  readonly do: 'mandate';
  /** Members of the IAC payload; `ext` is merged one level down. `null` takes a member out. */
  readonly iac?: Readonly<Record<string, unknown>>;
  /** Pins this build of the agent, and a new runtime key. */
  readonly build?: string;
  /** What the agent provider states of the build. */
  readonly stated?: string;
  readonly psp?: string;
  readonly attestation?: Forgery;
  readonly command?: Forgery;
  /** Handed down by the agent of this kept mandate, without asking the user again. */
  readonly below?: string;
  /** Leaves the decision to a later `answer`. */
  readonly asks?: true;
}

/** A payment tool for an agent, without a purchase. */
export interface BindStep extends Named, Decision {
  readonly do: 'bind';
  readonly limit: string;
  readonly currency?: string;
  /** Somebody else than the user. */
  readonly delegator?: string;
  /** Leaves the decision to a later `answer`. */
  readonly asks?: true;
}

/**
 * What a hijacked agent can do: order and pay with its real keys and none of its own checks. Under a mandate, or at
 * act:L1 with a tool and the user's decision.
 */
export interface PayStep extends Named, Decision {
  readonly do: 'pay';
  readonly at: string;
  /** Quantities by item. */
  readonly items: Readonly<Record<string, number>>;
  /** What the agent says it expects to pay; the catalogue's sum where it is left out. */
  readonly expected?: string;
  readonly coupon?: string;
  readonly under?: string;
  /** At act:L1: the kept tool; or the sub-account that pays. */
  readonly with?: string;
  readonly quote?: Forgery;
  readonly request?: Forgery;
  readonly mandate?: Forgery;
  /** By somebody else who has the agent's key: nothing of it is recorded by the agent. */
  readonly stolen?: true;
  /** `false`: pays and does not fetch the goods. */
  readonly collect?: boolean;
  /** Of a sub-account: whose key proves the request, and whether any does. Its own where it is left out. */
  readonly proof?: 'none' | 'stranger';
  /** What differs from the runtime that the mandate pins; `null`: the request states none. */
  readonly runtime?: { readonly build?: string; readonly user?: string; readonly key?: 'stranger' } | null;
  /** At act:L1: puts the payment before the user and leaves the decision to a later `answer`. */
  readonly asks?: true;
}

/** The goods of a kept `pay` that did not collect, asked for with its receipt, or with one that is forged. */
export interface ReleaseStep extends Named {
  readonly do: 'release';
  readonly of: string;
  readonly receipt?: Forgery;
}

/**
 * A third party judges a kept `pay` offline, from its messages alone. `change` replaces messages by name: what is
 * signed is signed again with the real key of whoever signed it, what is not has members replaced.
 */
export interface JudgeStep extends Named {
  readonly do: 'judge';
  readonly of: string;
  /** The kept mandate; a purchase at act:L1 has none. */
  readonly under?: string;
  readonly intent?: Readonly<Record<string, unknown>>;
  readonly change?: Readonly<Record<string, Forgery>>;
  /** Members of the payment that the user is said to have seen, by a bank that forges the device and its confirmation. */
  readonly bankSays?: Readonly<Record<string, unknown>>;
}
