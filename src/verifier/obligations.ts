import type { Obligation } from './check.ts';

/** What the caller has to look up when it did not say which tool the reference stands for. */
export function toolObligation(requirement: string): Obligation {
  return {
    obligation: 'tool',
    requirement,
    detail: 'Look up the payment tool and judge its state, agent, principal, merchants and limit.',
  };
}

/** What the caller has to compare when it did not say which order the receipt should be for. */
export function bindingObligation(requirement: string): Obligation {
  return {
    obligation: 'binding',
    requirement,
    detail:
      'Compare the receipt with the order: payment service, order, quote, amounts, currency and agent key.',
  };
}
