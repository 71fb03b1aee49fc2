import { ActError } from '../../protocol/errors/index.ts';
import type { Queries } from '../../store/index.ts';

/** The six states of a trade (PSD-PAY-A402). */
export type TradeState =
  | 'CREATE'
  | 'WAIT_BUYER_PAY'
  | 'WAIT_SELLER_FULFILLMENT'
  | 'WAIT_BUYER_RECEIPT'
  | 'TRADE_FINISHED'
  | 'TRADE_CLOSED';

/** Who may move a trade. `psp` is this service itself: by a charge, or by the passing of time. */
export type Mover = 'psp' | 'merchant' | 'buyer';

interface Transition {
  readonly from: TradeState;
  readonly to: TradeState;
  readonly by: readonly Mover[];
}

/**
 * Every step that a trade may take. A direct payment passes CREATE and WAIT_BUYER_PAY within its charge.
 *
 * @see PSD-PAY-A402-20
 */
export const TRANSITIONS: readonly Transition[] = [
  { from: 'CREATE', to: 'WAIT_BUYER_PAY', by: ['psp', 'merchant'] },
  { from: 'WAIT_BUYER_PAY', to: 'WAIT_SELLER_FULFILLMENT', by: ['psp'] },
  { from: 'WAIT_BUYER_PAY', to: 'TRADE_CLOSED', by: ['psp', 'merchant', 'buyer'] },
  { from: 'WAIT_SELLER_FULFILLMENT', to: 'WAIT_BUYER_RECEIPT', by: ['merchant'] },
  { from: 'WAIT_SELLER_FULFILLMENT', to: 'TRADE_CLOSED', by: ['psp', 'merchant'] },
  { from: 'WAIT_BUYER_RECEIPT', to: 'TRADE_FINISHED', by: ['psp', 'buyer'] },
  { from: 'WAIT_BUYER_RECEIPT', to: 'TRADE_CLOSED', by: ['psp', 'merchant'] },
];

/** @throws ActError trade_transition_illegal */
export function assertTransition(from: TradeState, to: TradeState, by: Mover): void {
  const step = TRANSITIONS.find((transition) => transition.from === from && transition.to === to);
  if (!step?.by.includes(by)) throw new ActError('trade_transition_illegal', { from, to });
}

export interface TradeMove {
  readonly tradeNo: string;
  readonly from: TradeState;
  readonly to: TradeState;
  readonly by: Mover;
  readonly now: number;
}

/**
 * Moves a trade on, if it is still where the caller saw it.
 *
 * @throws ActError trade_transition_illegal
 */
export async function moveTrade(tx: Queries, { tradeNo, from, to, by, now }: TradeMove): Promise<void> {
  assertTransition(from, to, by);
  const { changes } = await tx.run(
    'UPDATE payments SET state = $1, state_since = $2 WHERE trade_no = $3 AND state = $4',
    [to, now, tradeNo, from],
  );
  if (changes !== 1) throw new ActError('trade_transition_illegal', { from, to });
}
