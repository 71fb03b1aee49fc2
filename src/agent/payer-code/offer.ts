import { expectJson } from '../../http/index.ts';
import { traced } from '../../http/traced.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { Cart, PaymentRequestClaims, QuoteClaims } from '../../protocol/generated/types.ts';
import { validateQuoteAnswer } from '../../protocol/generated/validators.js';
import { readMessage } from '../../protocol/messages/index.ts';
import { assertAccepted, verifyQuote } from '../../verifier/index.ts';
import { signCommand, trustedAddress, trustNow } from '../calls.ts';
import type { AgentContext } from '../config.ts';
import { acrossFor, clearingTerms } from '../discovery/clearing.ts';
import type { PurchaseData } from '../purchase/purchase.ts';
import { lookAtCode } from './show.ts';

/** An offer that a shop has made by itself, judged. */
export type Offer = Required<Pick<PurchaseData, 'baseUrl' | 'method' | 'quote' | 'cart' | 'outTradeNo'>> &
  Pick<PurchaseData, 'across' | 'payerCode' | 'trigger'>;

/** A shop's order that a tap, or a code that was scanned, has carried to the agent. */
export interface CarriedOrder {
  /** act-quote+jwt, made out to this agent. */
  readonly quote: string;
  readonly trigger: NonNullable<PaymentRequestClaims['trigger']>;
}

/**
 * The offer that a till has put to a code, judged like every other quote: who signed it, for whom, until when, and that
 * its amounts agree. The cart is had from the seller itself, for no payment service is to see it, and is held to the
 * digest, the sums and the kinds of goods of the offer.
 *
 * @param allowed the methods that the mandate allows; absent: every one that the agent has
 * @throws ActError no_match (nobody has scanned it yet), payer_code_expired, no_common_method, quote_*, cart_*, jws_*,
 *   issuer_*, x509_*, peer_*; RemoteProblem
 * @see OA-ICN-24, CID-CART-CFM-18
 */
export async function offerOn(
  context: AgentContext,
  payerCode: string,
  allowed: readonly string[] | undefined,
): Promise<Offer> {
  const code = await lookAtCode(context, payerCode);
  if (code.status === 'EXPIRED') throw new ActError('payer_code_expired');
  const { quote } = code;
  if (quote === undefined) throw new ActError('no_match', { reason: 'nobody has scanned the code yet' });
  return { payerCode, ...(await judgedOffer(context, quote, allowed)) };
}

/**
 * The order that a tap has carried, judged as an offer on a code is. It says what is to be paid and nothing of whether the
 * user wants it.
 *
 * @throws ActError no_common_method, quote_*, cart_*, jws_*, issuer_*, x509_*, peer_*; RemoteProblem
 * @see OA-INS-04
 */
export async function carriedOffer(
  context: AgentContext,
  { quote, trigger }: CarriedOrder,
  allowed: readonly string[] | undefined,
): Promise<Offer> {
  return { trigger, ...(await judgedOffer(context, quote, allowed)) };
}

async function judgedOffer(
  context: AgentContext,
  quote: string,
  allowed: readonly string[] | undefined,
): Promise<Offer> {
  const { claims } = readMessage('quote', quote);
  await judgeOffer(context, { quote }, claims);
  const { baseUrl } = trustedAddress(await trustNow(context), claims.iss, 'MERCHANT');
  const cart = await cartOf(context, baseUrl, quote);
  await judgeOffer(context, { quote, cart }, claims);
  const method = await methodFor(context, claims, allowed);
  const across = await acrossFor(context, claims);
  const { out_trade_no: outTradeNo } = claims;
  return { baseUrl, method, quote, cart, outTradeNo, ...(across === undefined ? {} : { across }) };
}

/** What is in the basket, from the seller's own address; only the agent that the offer is for is shown it. */
async function cartOf(context: AgentContext, baseUrl: string, quote: string): Promise<Cart> {
  const { iss, out_trade_no: outTradeNo } = readMessage('quote', quote).claims;
  const { agent_id: from } = context.config;
  return traced(context.trace, { from, to: iss, message: 'order.read', signer: from }, async () => {
    const command = await signCommand(context, { aud: iss, action: 'order.read', target: outTradeNo });
    const url = `${baseUrl}/orders/${encodeURIComponent(outTradeNo)}/quote`;
    const answer = expectJson(validateQuoteAnswer, await context.http.get(url, { command }));
    if (answer.quote !== quote) throw new ActError('peer_answer_invalid', { member: 'quote' });
    return answer.cart;
  });
}

async function judgeOffer(
  context: AgentContext,
  offer: { readonly quote: string; readonly cart?: Cart },
  { iss }: QuoteClaims,
): Promise<void> {
  const { agent_id: agentId } = context.config;
  const step = { from: iss, to: agentId, message: 'act-quote+jwt', signer: iss };
  await traced(context.trace, step, async ({ judged }) => {
    const judgement = await verifyQuote(offer, {
      trustList: await trustNow(context),
      now: context.clock(),
      agentId,
    });
    judged(judgement);
    assertAccepted(judgement);
  });
}

/** Where the agent's own service keeps the account, or clears with the one that does. @throws ActError no_common_method */
async function methodFor(
  context: AgentContext,
  { accepted }: QuoteClaims,
  allowed: readonly string[] | undefined,
): Promise<Offer['method']> {
  const { psp_id: own, payment_methods: methods } = context.config;
  const usable = accepted.filter(
    ({ method_id }) => methods.includes(method_id) && (allowed === undefined || allowed.includes(method_id)),
  );
  const here = usable.find(({ psp_id }) => psp_id === own);
  if (here !== undefined) return here;
  const partners = usable.length > 0 ? (await clearingTerms(context)).partners : [];
  const there = usable.find(({ psp_id }) => partners.includes(psp_id));
  if (there === undefined) throw new ActError('no_common_method');
  return there;
}
