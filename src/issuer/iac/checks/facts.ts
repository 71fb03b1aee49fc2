import type { Terms } from '../../../verifier/index.ts';

/** A mandate that is asked for: its terms, and what this issuer knows. `now` in Unix seconds. */
export interface MandateRequestFacts {
  readonly terms: Terms;
  readonly now: number;
  readonly pspId: string;
  /** The payment services that this issuer makes mandates out to. */
  readonly psps: readonly string[];
  readonly knowsDelegator: boolean;
  /** Whether this issuer grants full autonomy (a2p2:L5). */
  readonly fullAutonomy: boolean;
}
