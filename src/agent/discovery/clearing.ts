import { expectJson } from '../../http/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type {
  InterconnectionTerms,
  PaymentRequestClaims,
  QuoteClaims,
} from '../../protocol/generated/types.ts';
import { validateInterconnectionTerms } from '../../protocol/generated/validators.js';
import { formatAmount, parseAmount } from '../../protocol/money/index.ts';
import { parseUtcSeconds } from '../../protocol/time/index.ts';
import { trustedAddress, trustNow } from '../calls.ts';
import type { AgentContext } from '../config.ts';

type Discount = NonNullable<PaymentRequestClaims['discounts']>[number];

/** A payment into an account at another payment service: which one, and what the payer's own takes off. */
export interface Across {
  readonly psp_id: string;
  readonly discount?: Discount;
}

/**
 * With whom the agent's payment service clears, and what it takes off there. A hint about what is worth asking for: the
 * service judges each request by its own configuration.
 *
 * @throws ActError issuer_not_trusted, peer_*
 * @see OA-ICN-14
 */
export async function clearingTerms(context: AgentContext): Promise<InterconnectionTerms> {
  const { baseUrl } = trustedAddress(await trustNow(context), context.config.psp_id, 'PSP');
  return expectJson(validateInterconnectionTerms, await context.http.get(`${baseUrl}/interconnection`));
}

/**
 * How the payment of a quote crosses over, with the largest discount that the terms hold out for it.
 *
 * @returns undefined where the payee's account is kept at the agent's own payment service
 * @throws ActError quote_payee_mismatch (the own service does not clear with the one that keeps the account),
 *   issuer_not_trusted, peer_*
 * @see OA-ICN-14
 */
export async function acrossFor(context: AgentContext, quote: QuoteClaims): Promise<Across | undefined> {
  const { psp_id: own } = context.config;
  const { psp_id } = quote.payee;
  if (psp_id === own) return undefined;
  const { partners, promotions } = await clearingTerms(context);
  // The seller may have said otherwise how it can be paid.
  if (!partners.includes(psp_id)) throw new ActError('quote_payee_mismatch', { psp_id });
  const gross = parseAmount(quote.amount, quote.currency).minor;
  const due = parseAmount(quote.payer_amount, quote.currency).minor;
  const minor = (amount: string): bigint => parseAmount(amount, quote.currency).minor;
  const fitting = promotions
    .filter(({ currency }) => currency === quote.currency)
    .filter(({ valid_until }) => context.clock() < parseUtcSeconds(valid_until))
    .filter(({ amount, min_amount }) => gross >= minor(min_amount) && due > minor(amount));
  const [best] = fitting.toSorted((left, right) => (minor(right.amount) > minor(left.amount) ? 1 : -1));
  if (best === undefined) return { psp_id };
  const { promotion_id, amount } = best;
  return { psp_id, discount: { funder: own, amount, promotion_id } };
}

/** What the payer pays, and what the own payment service takes off: the two make up what the merchant asks for. */
export function payerPart(
  { payer_amount, currency }: Pick<QuoteClaims, 'payer_amount' | 'currency'>,
  across: Across | undefined,
): Pick<PaymentRequestClaims, 'payer_amount' | 'discounts'> {
  const discount = across?.discount;
  if (discount === undefined) return { payer_amount };
  const minor = parseAmount(payer_amount, currency).minor - parseAmount(discount.amount, currency).minor;
  return { payer_amount: formatAmount({ currency, minor }), discounts: [discount] };
}
