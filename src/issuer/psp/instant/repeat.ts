import type { Tool } from '../tools.ts';
import type { Trade } from '../trades.ts';
import type { InstantMessages } from './decode.ts';

/**
 * Whether an authenticated request at act:L1 asks again for what this trade has paid: same payer through a tool of
 * the same key, same merchant, order and quote, and confirmed by the user then.
 *
 * @see OA-RPL-02
 */
export function isInstantRepeat(trade: Trade, messages: InstantMessages, tool: Tool | undefined): boolean {
  const { request, quote, quoteDigest } = messages;
  return (
    trade.confirmationDigest !== undefined &&
    trade.payerAccount === tool?.accountId &&
    tool.agentJkt === request.decoded.header.kid &&
    trade.agentId === request.claims.iss &&
    trade.quoteDigest === quoteDigest &&
    trade.quoteDigest === request.claims.quote_digest &&
    trade.merchant === quote.claims.iss &&
    trade.outTradeNo === request.claims.out_trade_no
  );
}
