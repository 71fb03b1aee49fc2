import type { Check } from '../../check.ts';
import type { OnQuote } from '../../facts/quote.ts';

/** OpenACT quote, OA-QUO-03: a quote is made out to one agent. */
export const check: Check<OnQuote & { readonly agentId: string }> = {
  requirement: 'OA-QUO-03',
  name: 'quote made out to agent',
  run({ quote, agentId }) {
    const { aud } = quote.claims;
    if (aud === agentId) return undefined;
    return { code: 'quote_agent_mismatch', evidence: { aud, agent_id: agentId } };
  },
};
