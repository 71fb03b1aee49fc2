import type { AgentCard } from '../../protocol/generated/types.ts';
import type { MerchantSettings } from '../config.ts';
import { NEGOTIATION_PATH } from './negotiate.ts';

/** Where a merchant in one-way mode publishes what it takes. */
export const CAPABILITY_PATH = '/.well-known/act-payment-capability.json';

/**
 * The Agent Card: says in which of ACT's two modes this merchant lets itself be asked about payment, and where.
 *
 * @see CID-PCA-NEG-08, CID-PCA-NEG-09
 */
export function agentCard({ merchant, base_url: base, negotiation }: MerchantSettings): AgentCard {
  const declared =
    negotiation === 'one-way'
      ? { mode: negotiation, capability_url: `${base}${CAPABILITY_PATH}` }
      : { mode: negotiation, negotiation_endpoint: `${base}${NEGOTIATION_PATH}` };
  return { agent_id: merchant, capabilities: { 'act:payment:negotiation': declared } };
}
