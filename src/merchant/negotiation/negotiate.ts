import { ActError } from '../../protocol/errors/index.ts';
import type { NegotiationAnswer, NegotiationBody } from '../../protocol/generated/types.ts';
import { amountFromNumber } from '../../protocol/money/index.ts';
import { countCall } from '../callers/limit.ts';
import type { MerchantContext } from '../deps.ts';
import { takes } from './terms.ts';

/** Where a merchant in two-way mode is asked. */
export const NEGOTIATION_PATH = '/act/payment/negotiate';

/**
 * Answers what can be paid with for this purchase: the buyer's methods, in the buyer's order, that the merchant takes
 * in this currency for this amount, with every service. An empty list is an answer: there is no common method.
 *
 * @throws ActError access_restricted, too_many_requests; amount_*, currency_unknown
 * @see CID-PCA-NEG-11, CID-PCA-NEG-12
 */
export async function negotiate(deps: MerchantContext, body: NegotiationBody): Promise<NegotiationAnswer> {
  const { config } = deps;
  const { agent_id: agentId, buyer_supported_methods: wanted } = body;
  if (config.blocked_agents.includes(agentId)) throw new ActError('access_restricted');
  await countCall(deps, { agentId }, 'negotiation');
  const amount = amountFromNumber(body.estimated_amount, body.currency);
  const supported = wanted
    .filter((method) => takes(config, method, amount))
    .flatMap((method) => config.methods.filter(({ method_id }) => method_id === method))
    .flatMap(({ method_id, psps }) => psps.map((psp) => ({ method_id, ...psp })));
  return { supported_methods: supported };
}
