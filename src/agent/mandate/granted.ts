import type { PurchaseBundle, Shown } from '../../protocol/generated/types.ts';

/** A mandate with what proves how it came about. */
export interface GrantedMandate {
  readonly mandate: string;
  readonly confirmation: string;
  readonly enrolment: string;
  readonly shown: Shown;
  /** Where it was handed down: the mandates above it, the delegator's own first. */
  readonly mandate_chain?: NonNullable<PurchaseBundle['mandate_chain']>;
}
