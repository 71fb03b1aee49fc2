import type { ActError } from '../protocol/errors/index.ts';
import { RemoteProblem } from './answer.ts';

const TOO_MANY = 429;
const INTERNAL = 500;

/**
 * Whether a call has failed for what the other side is, and not for what it was asked: it is not there, cannot work now,
 * or wants to be left alone. The next call to it would fare the same; a refusal says nothing of the next one.
 */
export function isUnanswered(error: ActError): boolean {
  if (error.code === 'peer_unreachable') return true;
  const status = statusOf(error);
  return status !== undefined && (status >= INTERNAL || status === TOO_MANY);
}

/** As above, without 500: that may be for what it was asked after all. */
export function isPutOff(error: ActError): boolean {
  return isUnanswered(error) && statusOf(error) !== INTERNAL;
}

/** In how many seconds the other side wants to be asked again, where it says so. @see RFC 9110 10.2.3 */
export function retryAfterOf({ evidence }: ActError): number | undefined {
  const seconds = evidence.retry_after_seconds;
  return typeof seconds === 'number' && seconds >= 0 ? seconds : undefined;
}

function statusOf(error: ActError): number | undefined {
  const status = error instanceof RemoteProblem ? error.problem.status : error.evidence.status;
  return typeof status === 'number' ? status : undefined;
}
