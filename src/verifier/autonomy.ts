import type { IacPayload } from '../protocol/generated/types.ts';
import type { Terms } from './facts/terms.ts';

export type AutonomyLevel = NonNullable<
  NonNullable<NonNullable<IacPayload['ext']>['openact']>['autonomy_level']
>;

type Need = 'confirm_above' | 'allowed_merchants' | 'max_single_amount' | 'times_limit' | 'bounded';

export interface AutonomyRow {
  /** When the agent pays alone: never, up to the stated amount, or everywhere inside the mandate. */
  readonly alone: 'never' | 'up_to_threshold' | 'within_limits';
  /** What a mandate of this level has to state. */
  readonly needs: readonly Need[];
  /** Whether an issuer grants it without being configured for it. */
  readonly granted: boolean;
}

/**
 * The policy of A2P2's autonomy levels over mandates, in one place. A2P2 names the levels; what each demands of a
 * mandate, and the split of L1 and L2 (named payees), is this profile's.
 *
 * @see OA-AUT-01, OA-AUT-02, OA-AUT-03
 */
export const AUTONOMY: Readonly<Record<AutonomyLevel, AutonomyRow>> = {
  'a2p2:L0': { alone: 'never', needs: [], granted: true },
  'a2p2:L1': { alone: 'up_to_threshold', needs: ['confirm_above', 'allowed_merchants'], granted: true },
  'a2p2:L2': { alone: 'up_to_threshold', needs: ['confirm_above'], granted: true },
  'a2p2:L3': { alone: 'within_limits', needs: ['max_single_amount', 'times_limit'], granted: true },
  'a2p2:L4': { alone: 'within_limits', needs: ['bounded'], granted: true },
  'a2p2:L5': { alone: 'within_limits', needs: ['bounded'], granted: false },
};

const STATES: Readonly<Record<Need, (terms: Terms) => boolean>> = {
  confirm_above: ({ confirmAbove }) => confirmAbove !== undefined,
  allowed_merchants: ({ iac }) => iac.ext?.commerce?.allowed_merchants !== undefined,
  max_single_amount: ({ single }) => single !== undefined,
  times_limit: ({ iac }) => iac.ext?.openact?.times_limit !== undefined,
  bounded: ({ mode }) => mode === 'BOUNDED',
};

/** What a mandate of its level should state and does not. */
export function missingOfLevel(terms: Terms): Need[] {
  const level = terms.iac.ext?.openact?.autonomy_level;
  return level === undefined ? [] : AUTONOMY[level].needs.filter((need) => !STATES[need](terms));
}

/** Whether the user confirms a payment of this gross amount. A stated threshold holds at every level. */
export function asksUser(terms: Terms, amountMinor: bigint): boolean {
  const level = terms.iac.ext?.openact?.autonomy_level;
  if (level !== undefined && AUTONOMY[level].alone === 'never') return true;
  return terms.confirmAbove !== undefined && amountMinor > terms.confirmAbove.minor;
}
