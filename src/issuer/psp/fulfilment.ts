import { ActError } from '../../protocol/errors/index.ts';
import { consumeCommand, together } from '../../store/index.ts';
import { merchantCommand } from './commands.ts';
import { dropNotice } from './notices/rows.ts';
import type { PspParts } from './parts.ts';
import { moveTrade, type TradeState } from './trade-state.ts';
import { holdTrade, type Trade } from './trades.ts';

export interface FulfilmentAnswer {
  readonly trade_no: string;
  readonly state: TradeState;
}

const DELIVERED: TradeState = 'WAIT_BUYER_RECEIPT';

/** A tip is finished and was never to be delivered. */
function isDelivered({ state, settlement }: Trade): boolean {
  return state === DELIVERED || (state === 'TRADE_FINISHED' && settlement !== 'GRATUITY');
}

/**
 * Takes the merchant's word that it has delivered, while what is held is not to be sent back yet. Saying it again
 * changes nothing, also where the buyer has received it since: whoever lost the answer is told how the trade stands.
 *
 * @throws ActError payment_unknown, command_not_permitted (another merchant's trade), trade_transition_illegal,
 *   command_*, issuer_*, x509_*
 * @see PSD-PAY-A402-20, OA-ESC-06
 */
export async function confirmFulfilment(
  parts: PspParts,
  tradeNo: string,
  command: string,
): Promise<FulfilmentAnswer> {
  const { claims, use, now } = await merchantCommand(parts, command, {
    action: 'fulfilment.confirm',
    target: tradeNo,
  });
  return parts.store.transact(async (tx) => {
    const [, trade] = await together(consumeCommand(tx, use), holdTrade(tx, tradeNo));
    if (trade.merchant !== claims.iss) throw new ActError('command_not_permitted', { rule: 'merchant' });
    if (isDelivered(trade)) return { trade_no: tradeNo, state: trade.state };
    assertInTime(trade, now);
    await together(
      moveTrade(tx, { tradeNo, from: trade.state, to: DELIVERED, by: 'merchant', now }),
      dropNotice(tx, tradeNo),
    );
    return { trade_no: tradeNo, state: DELIVERED };
  });
}

/** From then on the money goes back: it must not depend on when somebody looks whether it does. */
function assertInTime({ fulfilBefore }: Trade, now: number): void {
  if (fulfilBefore !== undefined && now >= fulfilBefore) {
    throw new ActError('trade_transition_illegal', { rule: 'fulfil_before', fulfil_before: fulfilBefore });
  }
}
