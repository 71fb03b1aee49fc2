import type { Witness } from '../../http/traced.ts';
import { digestOfJws, digestOfObject, encodeBase64url } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { Cart, QuoteAnswer, QuoteClaims, QuoteRequestBody } from '../../protocol/generated/types.ts';
import type { JsonValue } from '../../protocol/json/index.ts';
import { SALT_MIN_BYTES } from '../../protocol/limits.ts';
import { signMessage } from '../../protocol/messages/index.ts';
import { formatAmount } from '../../protocol/money/index.ts';
import { newId } from '../../protocol/ports.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { newOrderedId } from '../../store/index.ts';
import { attestedAgent } from '../callers/attested.ts';
import { agentCommand } from '../command.ts';
import type { MerchantContext } from '../deps.ts';
import { acceptedFor } from '../negotiation/terms.ts';
import { lapseOrders, offeredItems } from '../stock.ts';
import { deliverByOf } from './deliver-by.ts';
import { lockOrder, type NewOrder, repeatedOrder } from './lock.ts';
import { type PricedOrder, priceOrder } from './price.ts';

/**
 * Makes a binding offer: verifies the agent, prices the order, locks the stock until pay_before and answers with
 * a quote that is signed for this agent alone.
 *
 * The same `order.request_id` again gives the same quote; a command is taken once.
 *
 * @throws ActError as verifyAttestation and verifyCommand; access_restricted, request_rate_exceeded, item_unknown,
 *   currency_mismatch, delivery_too_late, price_changed, no_common_method, stock_exhausted, command_duplicate,
 *   request_id_reused
 * @see CID-CART-CFM-14, CID-CART-CFM-15
 */
export async function makeQuote(
  deps: MerchantContext,
  body: QuoteRequestBody,
  witness: Witness,
): Promise<QuoteAnswer> {
  const { config } = deps;
  const now = deps.clock();
  const buyer = await attestedAgent(deps, body.agent_attestation, now, witness);
  const orderDigest = await digestOfObject(body.order as unknown as JsonValue);
  const command = await agentCommand(
    body.command,
    {
      audience: config.merchant,
      action: 'quote.request',
      target: config.merchant,
      issuer: buyer.agentId,
      publicJwk: buyer.jwk,
      digest: orderDigest,
    },
    now,
    witness,
  );
  deps.callerLimit?.take(buyer.agentId);
  if (config.blocked_agents.includes(buyer.agentId)) throw new ActError('access_restricted');
  const use = { iss: command.iss, jti: command.jti, digest: await digestOfJws(body.command), now };
  const requestId = body.order.request_id ?? command.jti;
  const asked = { ...buyer, requestId, orderDigest };
  const repeated = await repeatedOrder(deps.store, asked, use);
  if (repeated !== undefined) return repeated;
  await lapseOrders(deps.store, now);
  const items = await offeredItems(deps.store.read, config, now);
  const priced = priceOrder(config, items, body.order);
  const offer = await signedOffer(deps, buyer.agentId, priced, now);
  const { intent_id: intentId } = body.order;
  const order: NewOrder = { ...offer, ...asked, ...(intentId === undefined ? {} : { intentId }) };
  return lockOrder(deps.store, order, use);
}

type Offer = Pick<NewOrder, 'outTradeNo' | 'quote' | 'cart' | 'payBefore' | 'lines'>;

/**
 * The quote is signed before the stock is locked, because a transaction does not wait for a key; when the lock
 * fails, it never leaves. It says categories and a salted digest of the cart: its lines are for the buyer alone.
 *
 * @see OA-PRV-02
 */
async function signedOffer(
  deps: MerchantContext,
  agentId: string,
  priced: PricedOrder,
  now: number,
): Promise<Offer> {
  const { config, random } = deps;
  const cart: Cart = { salt: encodeBase64url(random(SALT_MIN_BYTES)), lines: priced.lines };
  const payBefore = now + config.quote_lifetime_seconds;
  const deliverBy = deliverByOf(config, priced, payBefore);
  const accepted = acceptedFor(config, priced.amount);
  if (accepted.length === 0) throw new ActError('no_common_method');
  const claims: QuoteClaims = {
    iss: config.merchant,
    jti: newId(random, 'quo'),
    iat: now,
    exp: payBefore,
    aud: agentId,
    out_trade_no: newOrderedId(random, 'ord', now),
    amount: formatAmount(priced.amount),
    discounts: priced.discounts,
    payer_amount: formatAmount(priced.payerAmount),
    currency: priced.amount.currency,
    categories: priced.categories,
    payee: config.payee,
    accepted,
    pay_before: formatUtcSeconds(payBefore),
    cart_digest: await digestOfObject(cart as unknown as JsonValue),
    ...(deliverBy === undefined ? {} : { deliver_by: deliverBy }),
    ...(config.settlement === 'DIRECT' ? {} : { settlement: config.settlement }),
  };
  const quote = await signMessage('quote', claims, deps.signer);
  return { outTradeNo: claims.out_trade_no, quote, cart, payBefore, lines: priced.lines };
}
