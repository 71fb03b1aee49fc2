import type { CreditState } from '../../protocol/generated/types.ts';

/**
 * The nine transitions of a credit association, and no others. ACT's drawing lacks ACTIVE → REVOKED and
 * ACTIVE → EXPIRED, which its list has; the list counts.
 *
 * @see TSD-CRD-LCM-11, TSD-CRD-LCM-12, TSD-CRD-LCM-13, TSD-CRD-LCM-14, TSD-CRD-LCM-15, TSD-CRD-LCM-16, TSD-CRD-LCM-17,
 *   TSD-CRD-LCM-18
 */
const TRANSITIONS: Readonly<Record<CreditState, readonly CreditState[]>> = {
  PENDING: ['ACTIVE', 'REVOKED', 'EXPIRED'],
  ACTIVE: ['SUSPENDED', 'REVOKED', 'EXPIRED'],
  SUSPENDED: ['ACTIVE', 'REVOKED', 'EXPIRED'],
  REVOKED: [],
  EXPIRED: [],
};

export function mayMove(from: CreditState, to: CreditState): boolean {
  return TRANSITIONS[from].includes(to);
}

/** A final state is never left. */
export function isFinal(state: CreditState): boolean {
  return TRANSITIONS[state].length === 0;
}
