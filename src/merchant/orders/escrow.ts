import { RemoteProblem } from '../../http/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { ReceiptClaims } from '../../protocol/generated/types.ts';
import { readKept } from '../../protocol/messages/index.ts';
import { parseUtcSeconds } from '../../protocol/time/index.ts';
import type { MerchantContext } from '../deps.ts';
import { sendCommand } from '../fulfilment/send-command.ts';
import type { StoredOrder } from './order.ts';
import { buyerOf } from './receipt.ts';

/**
 * Unix seconds at which the money of a held order goes back, if the offer says; the stock waits no longer than that.
 *
 * @see OA-ESC-08
 */
export function heldUntil({ quote }: Pick<StoredOrder, 'quote'>): number | null {
  const { settlement, deliver_by: deliverBy } = readKept('quote', quote);
  return settlement === 'ESCROW' && deliverBy !== undefined ? parseUtcSeconds(deliverBy) : null;
}

/** Whether the payment service holds the money until the delivery. */
export function isHeld({ quote }: Pick<StoredOrder, 'quote'>): boolean {
  return readKept('quote', quote).settlement === 'ESCROW';
}

/** States in which held money does not go back to the payer by the passing of time. */
const TAKEN: ReadonlySet<string> = new Set(['WAIT_BUYER_RECEIPT', 'TRADE_FINISHED']);

/**
 * Held money goes back when nothing was delivered in time, and the receipt holds for longer than that: whoever came for the
 * goods afterwards would have both. So the payment service takes the word of the delivery first; then the goods go out.
 *
 * @throws ActError order_closed when the money goes back; issuer_not_trusted, peer_unreachable, peer_answer_invalid while
 *   nobody knows
 * @see OA-ESC-06, OA-ESC-07, OA-ORD-01
 */
export async function confirmHeld(
  deps: MerchantContext,
  order: StoredOrder,
  receipt: ReceiptClaims,
): Promise<void> {
  const isDecided = order.state === 'RELEASED' || order.state === 'REFUND_DUE';
  if (isDecided || buyerOf(order, receipt) === 'another payment') return;
  const state = await confirmed(deps, order, receipt);
  if (!TAKEN.has(state)) throw new ActError('order_closed', { trade_state: state });
}

async function confirmed(
  deps: MerchantContext,
  { outTradeNo }: StoredOrder,
  { iss: pspId, trade_no: tradeNo }: ReceiptClaims,
): Promise<string> {
  const params = { evidence_ref: outTradeNo };
  try {
    return (await sendCommand(deps, { action: 'fulfilment.confirm', pspId, tradeNo, params })).state;
  } catch (error) {
    if (!(error instanceof RemoteProblem)) throw error;
    if (error.code === 'trade_transition_illegal') return 'TRADE_CLOSED';
    // Whatever else it objects to is between the two services.
    throw new ActError('peer_answer_invalid', { problem: error.code });
  }
}
