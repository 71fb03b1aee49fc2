/** The agent’s own road, with all of its checks, and what its user does on it. */
import type { Forgery } from './forgery.ts';
import type { Decision, Named } from './step.ts';

/** The agent's own road, checks and all: at act:L1 from what the user says, else under a mandate of a `delegate` step. */
export interface BuyStep extends Named, Decision {
  readonly do: 'buy';
  readonly say?: string;
  readonly under?: string;
  readonly answers?: Readonly<Record<string, string>>;
}

/** The user says what may be done, answers the agent's questions, and confirms on the device: a mandate and a tool. */
export interface DelegateStep extends Named, Decision {
  readonly do: 'delegate';
  readonly as: string;
  readonly say: string;
  /** The platform hands in a digest of what was said, and keeps this under its reference. */
  readonly keeps?: string;
  readonly answers?: Readonly<Record<string, string>>;
}

/** The agent shows a code for a task of its user to a till, or buys what the till has offered for it. */
export interface WalletStep extends Named, Decision {
  readonly do: 'wallet';
  readonly under: string;
  /** The code whose offer is bought; without it a code is asked for. */
  readonly pays?: string;
}

/**
 * The phone touches a shop's tag, or glasses scan its code: the shop's order comes to the agent, which holds it against
 * what the user said or the mandate, and takes it to the cashier.
 */
export interface TapStep extends Named, Decision {
  readonly do: 'tap';
  readonly by: 'TAP' | 'SCAN';
  readonly at: string;
  readonly items: Readonly<Record<string, number>>;
  /** What the user has said, at act:L1; else under a kept mandate. */
  readonly say?: string;
  readonly under?: string;
  /** What is wrong with the order that the tag hands out. */
  readonly quote?: Forgery;
}

/** What the user does about the last purchase under a mandate: `look` reads it, `change` gives other answers and confirms. */
export interface StandstillStep extends Named, Decision {
  readonly do: 'look' | 'resume' | 'cancel' | 'change';
  readonly under: string;
  readonly answers?: Readonly<Record<string, string>>;
}
