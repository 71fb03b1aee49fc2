import { RemoteProblem } from '../../http/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { PaymentAnswer } from '../../protocol/generated/types.ts';

/** How a call to the payment service ended, as far as the agent can know. */
export type Outcome =
  | { readonly kind: 'paid'; readonly answer: PaymentAnswer }
  /** The payment service answered that it did not and will not pay this request. */
  | { readonly kind: 'refused'; readonly problem: RemoteProblem }
  /** Anything else: it may have been paid. */
  | { readonly kind: 'unknown'; readonly error: ActError };

/** Answers of this family never say that nothing was paid. */
const NOT_FINAL: ReadonlySet<string> = new Set(['request_duplicate', 'request_id_reused', 'payment_pending']);

/**
 * Sorts a failed call. Only a readable refusal of the payment service itself, with a code that says that nothing
 * happened, counts as one; silence, server errors and `query_first` leave the outcome open.
 *
 * @see PSD-PAY-A402 (unknown outcome: query, never pay again)
 */
export function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof ActError)) throw error;
  if (!(error instanceof RemoteProblem)) return { kind: 'unknown', error };
  const { problem } = error;
  const isOpen =
    problem.status >= 500 ||
    problem.retryability === 'query_first' ||
    NOT_FINAL.has(problem.code) ||
    error.code === 'peer_answer_invalid';
  return isOpen ? { kind: 'unknown', error } : { kind: 'refused', problem: error };
}
