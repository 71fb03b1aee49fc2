import type { Cart } from '../protocol/generated/types.ts';
import { validateCart } from '../protocol/generated/validators.js';
import type { JsonValue } from '../protocol/json/index.ts';
import { assertSchema } from '../protocol/messages/schema.ts';
import { type Check, type Verified, verify, within } from './check.ts';
import { check as agent } from './checks/quote/agent.ts';
import { check as cartDigest } from './checks/quote/cart-digest.ts';
import { check as cartLines } from './checks/quote/cart-lines.ts';
import { check as issued } from './checks/quote/issued.ts';
import { check as notExpired } from './checks/quote/not-expired.ts';
import { check as settlement } from './checks/quote/settlement.ts';
import { check as signature } from './checks/quote/signature.ts';
import { check as timeClaims } from './checks/quote/time-claims.ts';
import { check as totals } from './checks/quote/totals.ts';
import { type OnQuote, readQuote } from './facts/quote.ts';
import { sentObject } from './facts/sent.ts';
import { assertContext, type TrustContext } from './facts/signer.ts';
import { institutionChecks } from './institution.ts';

/** What a quote is judged by. `now` in Unix seconds, `agentId` is the agent that wants to use it. */
export interface QuoteJudgementFacts extends OnQuote {
  readonly now: number;
  readonly agentId: string;
}

/** The order in which a quote is judged, inside a payment too. */
export const quoteChecks: readonly Check<QuoteJudgementFacts>[] = [
  ...within('quote', ({ quote }: OnQuote) => quote.signer, institutionChecks),
  signature,
  agent,
  notExpired,
  issued,
  timeClaims,
  totals,
  settlement,
];

/** Only who was shown the cart can judge it: the agent and, later, a third party. The account side never sees it. */
export const cartChecks: readonly Check<OnQuote>[] = [cartDigest, cartLines];

/** Only what is left out is no cart: what somebody has sent in its place is refused. */
const heldToSchema = (cart: Cart | undefined): Cart | undefined =>
  cart === undefined ? undefined : assertSchema(validateCart, cart as unknown as JsonValue);

/**
 * Judges a merchant's quote, and the cart behind it where there is one.
 *
 * @param input.quote act-quote+jwt
 * @param context.now Unix seconds
 * @param context.agentId the agent that the quote has to be made out to
 * @throws TypeError, RangeError for a mistake of whoever calls
 */
export function verifyQuote(
  input: { readonly quote: string; readonly cart?: Cart },
  context: TrustContext & { readonly agentId: string },
): Promise<Verified<QuoteJudgementFacts>> {
  return verify<QuoteJudgementFacts>([...quoteChecks, ...cartChecks], async () => {
    assertContext(context, 'agentId');
    const { now, agentId } = context;
    const { quote, cart } = sentObject(input);
    return { quote: await readQuote(quote, context, heldToSchema(cart)), now, agentId };
  });
}
