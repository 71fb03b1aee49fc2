import { ActError } from '../../protocol/errors/index.ts';

/**
 * NEW → CHOSEN → QUOTED → PAID → DONE is the straight road. PAUSED and CANCELLED: a check before paying failed, by
 * the user's policy. REFUSED: the payment service said no, nothing was charged. UNKNOWN: a request went out and its
 * outcome is not known yet; only a query leads out of it. WAIT_BUYER_PAY: at act:L1 the user has been asked at the
 * cashier and has not decided yet.
 */
export type PurchaseState =
  | 'NEW'
  | 'CHOSEN'
  | 'QUOTED'
  | 'WAIT_BUYER_PAY'
  | 'UNKNOWN'
  | 'REFUSED'
  | 'PAID'
  | 'DONE'
  | 'PAUSED'
  | 'CANCELLED';

/**
 * Which state of a purchase may follow which. A purchase that stands still with nothing on its way (PAUSED, REFUSED,
 * or QUOTED until the quote runs out) begins anew by being chosen or paused again. Out of UNKNOWN and WAIT_BUYER_PAY
 * only what the payment service says leads. DONE and CANCELLED are final.
 *
 * @see OA-CART-01
 */
export const TRANSITIONS: Readonly<Record<PurchaseState, readonly PurchaseState[]>> = {
  NEW: ['CHOSEN', 'PAUSED', 'CANCELLED'],
  CHOSEN: ['QUOTED', 'PAUSED', 'CANCELLED'],
  QUOTED: ['CHOSEN', 'UNKNOWN', 'REFUSED', 'PAID', 'PAUSED', 'CANCELLED'],
  WAIT_BUYER_PAY: ['WAIT_BUYER_PAY', 'UNKNOWN', 'REFUSED', 'PAID'],
  UNKNOWN: ['UNKNOWN', 'WAIT_BUYER_PAY', 'REFUSED', 'PAID', 'PAUSED'],
  REFUSED: ['CHOSEN', 'REFUSED', 'UNKNOWN', 'WAIT_BUYER_PAY', 'PAID', 'PAUSED', 'CANCELLED'],
  PAUSED: ['CHOSEN', 'PAUSED', 'CANCELLED'],
  PAID: ['PAID', 'DONE'],
  DONE: ['DONE'],
  CANCELLED: [],
};

/** @throws ActError purchase_transition_illegal */
export function assertTransition(from: PurchaseState, to: PurchaseState): void {
  if (!TRANSITIONS[from].includes(to)) throw new ActError('purchase_transition_illegal', { from, to });
}
