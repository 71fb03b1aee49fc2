import { clauseHeld, type Judgement } from '../../../verifier/index.ts';
import type { Tool } from '../tools.ts';
import type { Trade } from '../trades.ts';
import type { PaymentMessages } from './decode.ts';

const AGENT_SIGNATURE = 'PSD-PAY-DEL-06';

/** Whether the agent's signature was judged and holds. */
export function isAuthenticated(judgement: Judgement): boolean {
  return clauseHeld(judgement, AGENT_SIGNATURE);
}

/**
 * Whether an authenticated request asks again for what this trade has paid: same payer (the account, through a tool of
 * the same key), mandate, merchant, order and quote. Everything that does not change with time was judged when it was
 * paid, over the same bytes; what does change (the quote's end, the limit that this very payment has used up) must not
 * hide from the buyer that the order is paid, or it would be bought a second time.
 *
 * @see OA-RPL-02
 */
export function isRepeatOf(trade: Trade, messages: PaymentMessages, tool: Tool | undefined): boolean {
  const { request, quote, mandateDigest, quoteDigest } = messages;
  return (
    trade.payerAccount === tool?.accountId &&
    tool.agentJkt === request.decoded.header.kid &&
    trade.agentId === request.claims.iss &&
    trade.mandateDigest === mandateDigest &&
    trade.mandateDigest === request.claims.mandate_digest &&
    trade.quoteDigest === quoteDigest &&
    trade.quoteDigest === request.claims.quote_digest &&
    trade.merchant === quote.claims.iss &&
    trade.outTradeNo === request.claims.out_trade_no
  );
}
