import { expectJson } from '../../http/index.ts';
import { traced } from '../../http/traced.ts';
import { digestOfObject } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type {
  Cart,
  IacPayload,
  QuoteAnswer,
  QuoteClaims,
  QuoteRequestBody,
} from '../../protocol/generated/types.ts';
import { validateQuoteAnswer } from '../../protocol/generated/validators.js';
import type { JsonValue } from '../../protocol/json/index.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import { parseAmount } from '../../protocol/money/index.ts';
import { parseUtcSeconds } from '../../protocol/time/index.ts';
import { assertAccepted, verifyQuote } from '../../verifier/index.ts';
import { signCommand, trustNow } from '../calls.ts';
import type { AgentContext } from '../config.ts';
import { type ConfirmedUse, objectionsTo, PRE_CHECKS } from '../decision/prechecks.ts';
import { askingAnew } from '../heeding-pauses.ts';
import { giveUpOrder } from './cancel.ts';
import type { PurchaseData } from './purchase.ts';

type Order = QuoteRequestBody['order'];

/** What is needed to ask for a quote, all of it chosen before. */
export type OrderBasis = Required<Pick<PurchaseData, 'chosen' | 'baseUrl' | 'method' | 'quoteRequestId'>> & {
  readonly intentId: string;
};

/**
 * Places the order and judges the quote: signature, agent, expiry, totals, cart; then that it is what was asked for,
 * and the five checks of the cart confirmation once more on what is now binding.
 *
 * @throws ActError as verifyQuote; request_quote_disagree, quote_psp_not_accepted, and the codes of the pre-checks;
 *   RemoteProblem with the seller's code
 * @see CID-CART-CFM-02 to CID-CART-CFM-06
 */
export async function placeOrder(
  context: AgentContext,
  basis: OrderBasis,
  iac: IacPayload,
  use: ConfirmedUse,
): Promise<QuoteAnswer> {
  const { chosen } = basis;
  const asking = {
    from: context.config.agent_id,
    to: chosen.merchant,
    message: 'quote.request',
    signer: context.config.agent_id,
  };
  const answer = await traced(context.trace, asking, () => requestQuote(context, basis, iac));
  try {
    await judgeAnswer(context, basis, answer);
    confirmCart(context, readMessage('quote', answer.quote).claims, iac, use);
    return answer;
  } catch (error) {
    if (error instanceof ActError) await giveUpOrder(context, chosen.merchant, answer.quote);
    throw error;
  }
}

async function judgeAnswer(context: AgentContext, basis: OrderBasis, answer: QuoteAnswer): Promise<void> {
  const { merchant } = basis.chosen;
  const { agent_id: agentId } = context.config;
  const step = { from: merchant, to: agentId, message: 'act-quote+jwt', signer: merchant };
  await traced(context.trace, step, async ({ judged }) => {
    const now = context.clock();
    const trustList = await trustNow(context);
    const judgement = await verifyQuote(answer, { trustList, now, agentId });
    judged(judgement);
    assertAccepted(judgement);
    assertOrdered(basis, readMessage('quote', answer.quote).claims, answer.cart);
  });
}

/** @see CID-CART-CFM-12, CID-CART-CFM-18 */
async function requestQuote(context: AgentContext, basis: OrderBasis, iac: IacPayload): Promise<QuoteAnswer> {
  const { chosen, baseUrl, quoteRequestId, intentId } = basis;
  const deliverBy = iac.ext?.fulfillment?.delivery_time_requirement;
  const order: Order = {
    lines: [{ item_id: chosen.item_id, quantity: chosen.quantity }],
    currency: chosen.currency,
    expected_amount: chosen.amount,
    request_id: quoteRequestId,
    intent_id: intentId,
    ...(deliverBy === undefined ? {} : { deliver_by: deliverBy }),
    ...(chosen.coupon === undefined ? {} : { coupon: chosen.coupon }),
  };
  const params = { digest: await digestOfObject(order as unknown as JsonValue) };
  const { merchant } = chosen;
  // The same request_id again gives the same quote, under a command of its own.
  return askingAnew(context, async () => {
    const asks = { aud: merchant, action: 'quote.request', target: merchant, params } as const;
    const command = await signCommand(context, asks);
    const body: QuoteRequestBody = { agent_attestation: context.attestation, order, command };
    return expectJson(validateQuoteAnswer, await context.http.post(`${baseUrl}/quotes`, body));
  });
}

/** The quote is of the seller, the goods and the price that were chosen, and can be paid as agreed. */
function assertOrdered({ chosen, method }: OrderBasis, quote: QuoteClaims, cart: Cart): void {
  const [line, ...more] = cart.lines;
  const isChosen =
    quote.iss === chosen.merchant &&
    more.length === 0 &&
    line?.item_id === chosen.item_id &&
    line.quantity === chosen.quantity &&
    line.category === chosen.category &&
    quote.currency === chosen.currency &&
    parseAmount(quote.payer_amount, quote.currency).minor ===
      parseAmount(chosen.amount, chosen.currency).minor;
  if (!isChosen) throw new ActError('request_quote_disagree', { rule: 'order' });
  const isAccepted = quote.accepted.some(
    ({ method_id, psp_id }) => method_id === method.method_id && psp_id === method.psp_id,
  );
  if (!isAccepted) throw new ActError('quote_psp_not_accepted');
}

/** @throws ActError the code of the first pre-check that stands against it */
export function confirmCart(
  context: AgentContext,
  quote: QuoteClaims,
  iac: IacPayload,
  use: ConfirmedUse,
): void {
  const offer = {
    merchant: quote.iss,
    categories: quote.categories,
    amount: parseAmount(quote.amount, quote.currency),
    ...(quote.deliver_by === undefined ? {} : { deliverBy: parseUtcSeconds(quote.deliver_by) }),
  };
  const [against] = objectionsTo(offer, iac, use);
  const agentId = context.config.agent_id;
  const step = { from: agentId, to: agentId, message: 'cart confirmation' };
  if (against !== undefined) {
    const { code, requirement } = against;
    context.trace({ ...step, checks: [], outcome: 'refused', code, requirement });
    throw new ActError(code, { reason: against.reason }, requirement);
  }
  context.trace({ ...step, checks: PRE_CHECKS.map(({ requirement }) => requirement), outcome: 'ok' });
}
