import { traced } from '../../http/traced.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { PaymentRequestClaims, QuoteClaims } from '../../protocol/generated/types.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import { assertAccepted, verifyQuote } from '../../verifier/index.ts';
import { trustedAddress, trustNow } from '../calls.ts';
import type { AgentContext } from '../config.ts';
import { acrossFor, clearingTerms } from '../discovery/clearing.ts';
import type { PurchaseData } from '../purchase/purchase.ts';
import { lookAtCode } from './show.ts';

/** An offer that a shop has made by itself, judged. */
export type Offer = Required<Pick<PurchaseData, 'baseUrl' | 'method' | 'quote' | 'outTradeNo'>> &
  Pick<PurchaseData, 'across' | 'payerCode' | 'trigger'>;

/** A shop's order that a tap, or a code that was scanned, has carried to the agent. */
export interface CarriedOrder {
  /** act-quote+jwt, made out to this agent. */
  readonly quote: string;
  readonly trigger: NonNullable<PaymentRequestClaims['trigger']>;
}

/**
 * The offer that a till has put to a code, judged like every other quote: who signed it, for whom, until when, and that
 * its amounts agree. What was put into the basket is not shown to the agent; the amount, the seller and the kinds of goods
 * are.
 *
 * @param allowed the methods that the mandate allows; absent: every one that the agent has
 * @throws ActError no_match (nobody has scanned it yet), payer_code_expired, no_common_method, quote_*, jws_*, issuer_*,
 *   x509_*, peer_*; RemoteProblem
 * @see OA-ICN-24
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
 * @throws ActError no_common_method, quote_*, jws_*, issuer_*, x509_*, peer_*; RemoteProblem
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
  await judgeOffer(context, quote, claims);
  const { baseUrl } = trustedAddress(await trustNow(context), claims.iss, 'MERCHANT');
  const method = await methodFor(context, claims, allowed);
  const across = await acrossFor(context, claims);
  const { out_trade_no: outTradeNo } = claims;
  return { baseUrl, method, quote, outTradeNo, ...(across === undefined ? {} : { across }) };
}

async function judgeOffer(context: AgentContext, quote: string, { iss }: QuoteClaims): Promise<void> {
  const { agent_id: agentId } = context.config;
  const step = { from: iss, to: agentId, message: 'act-quote+jwt', signer: iss };
  await traced(context.trace, step, async ({ judged }) => {
    const judgement = await verifyQuote(
      { quote },
      { trustList: await trustNow(context), now: context.clock(), agentId },
    );
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
