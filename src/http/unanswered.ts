import type { ActError } from '../protocol/errors/index.ts';
import { RemoteProblem } from './answer.ts';

const TOO_MANY = 429;

/**
 * Whether a call has failed for what the other side is, and not for what it was asked: it is not there, cannot work now,
 * or wants to be left alone. The next call to it would fare the same; a refusal says nothing of the next one.
 */
export function isUnanswered(error: ActError): boolean {
  if (error.code === 'peer_unreachable') return true;
  const status = error instanceof RemoteProblem ? error.problem.status : error.evidence.status;
  return typeof status === 'number' && (status >= 500 || status === TOO_MANY);
}
