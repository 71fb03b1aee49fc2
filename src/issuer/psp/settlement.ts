import type { QuoteClaims } from '../../protocol/generated/types.ts';
import { parseUtcSeconds } from '../../protocol/time/index.ts';
import type { Queries } from '../../store/index.ts';
import type { PspPolicy } from './policy.ts';
import type { Ledger } from './ports.ts';
import { assertTransition, type TradeState } from './trade-state.ts';
import type { Trade } from './trades.ts';

/** Where the money of a charge goes: to the payee, or into escrow [OA-ESC-03]. */
export async function destination(
  tx: Queries,
  ledger: Ledger,
  { settlement, payee, currency }: QuoteClaims,
  now: number,
): Promise<string> {
  return settlement === 'ESCROW' ? ledger.escrowAccount(tx, currency, now) : payee.account;
}

/** Where the money of a trade that is not over lies. */
export function whereMoneyLies(tx: Queries, ledger: Ledger, trade: Trade, now: number): Promise<string> {
  const { settlement, payeeAccount, currency } = trade;
  return settlement === 'ESCROW' ? ledger.escrowAccount(tx, currency, now) : Promise.resolve(payeeAccount);
}

/**
 * A tip goes through all states at once: its merchant has signed that it owes nothing, so nothing is to be delivered
 * and nothing to be received [OA-ESC-02].
 */
export function stateAfterCharge({ settlement }: QuoteClaims): TradeState {
  assertTransition('WAIT_BUYER_PAY', 'WAIT_SELLER_FULFILLMENT', 'psp');
  if (settlement !== 'GRATUITY') return 'WAIT_SELLER_FULFILLMENT';
  assertTransition('WAIT_SELLER_FULFILLMENT', 'WAIT_BUYER_RECEIPT', 'merchant');
  assertTransition('WAIT_BUYER_RECEIPT', 'TRADE_FINISHED', 'psp');
  return 'TRADE_FINISHED';
}

export function settlementOf(
  { settlement = 'DIRECT', deliver_by: deliverBy }: QuoteClaims,
  policy: PspPolicy,
  now: number,
): Pick<Trade, 'settlement' | 'fulfilBefore'> {
  if (settlement !== 'ESCROW') return { settlement };
  const fulfilBefore = deliverBy === undefined ? now + policy.fulfilmentSeconds : parseUtcSeconds(deliverBy);
  return { settlement, fulfilBefore };
}
