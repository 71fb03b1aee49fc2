import type { MethodAtPsp } from '../../protocol/generated/types.ts';
import { compare, type Money, parseAmount } from '../../protocol/money/index.ts';
import { acceptedOf, type MerchantSettings, type MethodTerms } from '../config.ts';

/** Whether a method is taken for an order of this amount. */
export function takes(config: MerchantSettings, methodId: string, amount: Money): boolean {
  const terms = config.method_terms.filter(({ method_id }) => method_id === methodId);
  return terms.length === 0 || terms.some((one) => fits(one, amount));
}

function fits({ currency, min_amount: min, max_amount: max }: MethodTerms, amount: Money): boolean {
  if (currency !== amount.currency) return false;
  const isEnough = min === undefined || compare(amount, parseAmount(min, currency)) >= 0;
  return isEnough && (max === undefined || compare(amount, parseAmount(max, currency)) <= 0);
}

/** What an order of this amount can be paid with: the same answer in a negotiation and in a quote. @see OA-NEG-01 */
export function acceptedFor(config: MerchantSettings, amount: Money): MethodAtPsp[] {
  return acceptedOf(config).filter(({ method_id }) => takes(config, method_id, amount));
}
