/** Who takes part in a scenario, and what they have. */
import type { AutonomyLevel } from '../../src/verifier/index.ts';
import type { Method } from './step.ts';

/** Accounts are named as their owners are. Amounts are decimal strings in the currency of the world. */
export interface WorldPlan {
  /** CNY where it is left out. */
  readonly currency?: string;
  /** Each has an account, and a device that is a process of its own. */
  readonly users: Readonly<Record<string, UserPlan>>;
  readonly shops?: Readonly<Record<string, ShopPlan>>;
  /** Sellers of data: every request costs `price`. What is below `/data/slow` takes them a moment, `/data/huge` is too big. */
  readonly sellers?: Readonly<Record<string, { readonly price: string }>>;
  /** An `assistant` without coupons where it is left out. */
  readonly agents?: Readonly<Record<string, AgentPlan>>;
  /** The words that people use for a category. */
  readonly words?: Readonly<Record<string, readonly string[]>>;
  /** Banks that the trust list names too and that have no server; their keys are in a folder of this name. */
  readonly listed?: readonly string[];
  /**
   * Banks with servers of their own, which keep shops' accounts; the bank clears with them, and they with it. With
   * `clears: false` they do not clear with the bank, with `agreed: false` neither does.
   */
  readonly partners?: Readonly<Record<string, PartnerPlan>>;
  /** The first digits of the payer codes of `bank` and of partners; who is not named gives none. */
  readonly payerCodes?: Readonly<Record<string, readonly string[]>>;
  /** What the bank takes off for its users where a partner keeps the account, by name: how much, from which order on. */
  readonly promotions?: Readonly<Record<string, { readonly amount: string; readonly from: string }>>;
  /** The bank tells shops of payments by itself, and not only their buyers. */
  readonly tells?: true;
  /** The trust service associates credit too, of one subject. */
  readonly credited?: true;
  /** The ways to confirm that the bank takes; all of them where it is left out. */
  readonly methods?: readonly Method[];
}

export interface PartnerPlan {
  readonly clears?: false;
  readonly agreed?: false;
}

export interface UserPlan {
  readonly balance: string;
  /** `stranger`: has an account, but the device was never enrolled. */
  readonly device?: 'enrolled' | 'stranger';
  /** The payment password. */
  readonly password?: string;
}

export interface ShopPlan {
  /** What people call it; the trust list has the first of them. */
  readonly names?: readonly string[];
  /** Agents that it does not deal with. */
  readonly blocks?: readonly string[];
  /** How often anybody may ask in a minute; more often than any scenario does, where it is left out. */
  readonly callsPerMinute?: number;
  readonly items: Readonly<Record<string, ItemPlan>>;
  readonly coupons?: Readonly<Record<string, string>>;
  /** How long a quote can be paid, in seconds. */
  readonly quoteSeconds?: number;
  /** The partner, or the listed bank, that keeps its account; the bank where it is left out. */
  readonly keptBy?: string;
  /** How its orders are settled; DIRECT where it is left out. Held money is in the account `escrow:CNY`, or of another currency. */
  readonly settlement?: 'ESCROW' | 'GRATUITY';
}

export interface ItemPlan {
  readonly name: string;
  readonly category: string;
  readonly price: string;
  /** 1000 where it is left out. */
  readonly stock?: number;
  /** Days from the beginning of the scenario. */
  readonly deliveryDays?: number;
}

export interface AgentPlan {
  /** Coupons that its user holds, by code. */
  readonly coupons?: Readonly<Record<string, { readonly shop: string; readonly amount: string }>>;
  /** Asked into every mandate: the autonomy level, and the amount above which the user confirms. */
  readonly autonomy?: AutonomyLevel;
  readonly confirmAbove?: string;
}
