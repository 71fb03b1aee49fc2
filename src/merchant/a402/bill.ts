import { encodeA402 } from '../../protocol/a402/index.ts';
import { digestOfObject, encodeBase64url } from '../../protocol/digest/index.ts';
import type { Cart, PaymentNeeded, QuoteClaims } from '../../protocol/generated/types.ts';
import type { JsonValue } from '../../protocol/json/index.ts';
import { signMessage } from '../../protocol/messages/index.ts';
import { formatAmount, parseAmount } from '../../protocol/money/index.ts';
import { newId } from '../../protocol/ports.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';
import { newOrderedId } from '../../store/index.ts';
import type { AskedRequest } from '../../verifier/index.ts';
import { acceptedOf } from '../config.ts';
import type { SellerContext } from './context.ts';
import { insertBill } from './orders.ts';

/** What a route sells with each request. */
export interface A402Offer {
  /** Shown to people, in the cart. */
  readonly name: string;
  /** Decimal string in major units, for one request. */
  readonly price: string;
  readonly currency: string;
  readonly category: string;
}

const SALT_BYTES = 16;
const AGENT_ID = /^did:act:[A-Za-z0-9.-]{1,100}\/[A-Za-z0-9._:~-]{1,120}$/;

function isAgentId(text: string | undefined): text is string {
  return text !== undefined && AGENT_ID.test(text);
}

/**
 * The Payment-Needed of a request. A buyer who says who it is gets a signed quote for exactly this request; anybody
 * else gets the price, and is told how to say it.
 *
 * @see PSD-PAY-A402-02, PSD-PAY-A402-17, OA-A402-01, OA-A402-02
 */
export async function makeBill(
  context: SellerContext,
  offer: A402Offer,
  asked: AskedRequest,
  buyer: string | undefined,
): Promise<string> {
  const { merchant } = context.config;
  const [accepted] = acceptedOf(context.config);
  const amount = formatAmount(parseAmount(offer.price, offer.currency));
  const protocol = {
    method_id: accepted?.method_id ?? '',
    amount,
    currency: offer.currency,
    resource_id: asked.resource_id,
    seller_unique_id: merchant,
  };
  if (!isAgentId(buyer)) return encodeA402({ protocol, method: { buyer_header: 'Act-Agent' } });
  const { claims, quote } = await quoteFor(context, offer, asked, { buyer, amount });
  const { out_trade_no, pay_before } = claims;
  const needed: PaymentNeeded = {
    protocol: { ...protocol, out_trade_no, pay_before, buyer_unique_id: buyer },
    method: { quote, psp_id: claims.payee.psp_id },
  };
  return encodeA402(needed);
}

async function quoteFor(
  context: SellerContext,
  offer: A402Offer,
  asked: AskedRequest,
  { buyer, amount }: { readonly buyer: string; readonly amount: string },
): Promise<{ readonly claims: QuoteClaims; readonly quote: string }> {
  const { config, random } = context;
  const now = context.clock();
  const payBefore = now + config.quote_lifetime_seconds;
  const cart = cartOf(context, offer, asked, amount);
  const claims: QuoteClaims = {
    iss: config.merchant,
    jti: newId(random, 'quo'),
    iat: now,
    exp: payBefore,
    aud: buyer,
    out_trade_no: newOrderedId(random, 'ord', now),
    amount,
    discounts: [],
    payer_amount: amount,
    currency: offer.currency,
    categories: [offer.category],
    payee: config.payee,
    accepted: acceptedOf(config),
    pay_before: formatUtcSeconds(payBefore),
    cart_digest: await digestOfObject(cart as unknown as JsonValue),
    resource_id: asked.resource_id,
  };
  const quote = await signMessage('quote', claims, await context.thinSigner);
  await context.store.transact((tx) =>
    insertBill(tx, {
      outTradeNo: claims.out_trade_no,
      agentId: buyer,
      resourceId: asked.resource_id,
      quote,
      cart,
      payBefore,
      now,
    }),
  );
  return { claims, quote };
}

function cartOf({ random }: SellerContext, offer: A402Offer, asked: AskedRequest, amount: string): Cart {
  const { name, category } = offer;
  const line = { item_id: asked.resource_id, name, category, quantity: 1, unit_price: amount, amount };
  return { salt: encodeBase64url(random(SALT_BYTES)), lines: [line] };
}
