import type { MandateFacts, OnTerms } from './mandate.ts';
import type { OnState } from './payment.ts';

/** A mandate with those it was handed down from: the delegator's own first, the one above `mandate` last. */
export interface OnChain {
  readonly mandate: MandateFacts;
  readonly chain: readonly MandateFacts[];
}

export interface OnChainState extends OnChain, OnState {
  /** Unix seconds. */
  readonly now: number;
}

/** As far as terms go: what is to be handed down has no more yet. */
export interface OnTermsChain extends OnTerms {
  readonly chain: readonly OnTerms['mandate'][];
}

/** Each mandate of the chain beside the one above it. */
export function linksOf<Mandate>(facts: {
  readonly mandate: Mandate;
  readonly chain: readonly Mandate[];
}): readonly (readonly [parent: Mandate, child: Mandate])[] {
  return facts.chain.map((parent, at) => [parent, facts.chain[at + 1] ?? facts.mandate] as const);
}
