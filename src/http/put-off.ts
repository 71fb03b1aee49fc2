import type { ActError } from '../protocol/errors/index.ts';
import { isPutOff, retryAfterOf } from './unanswered.ts';

/** For so long it costs no try that the other side cannot be asked. Then it does, so that everything ends. */
const PATIENCE_SECONDS = 86_400;

/** Something that waits for the other side, and how long it may wait between two tries. */
export interface WaitingWork {
  /** Unix seconds at which it was written down. */
  readonly since: number;
  readonly now: number;
  readonly firstSeconds: number;
  readonly longestSeconds: number;
}

/**
 * When to try again what the other side has not looked at: it is not there, or busy. That says nothing of what it was
 * asked, and costs none of its tries. It is tried when the other side has said, within the bounds; else it waits as long again as it has.
 *
 * @returns Unix seconds; undefined: this try counts
 */
export function putOffUntil(
  error: ActError,
  { since, now, firstSeconds, longestSeconds }: WaitingWork,
): number | undefined {
  const waited = now - since;
  if (!isPutOff(error) || Math.abs(waited) >= PATIENCE_SECONDS) return undefined;
  const seconds = retryAfterOf(error) ?? waited;
  return now + Math.min(longestSeconds, Math.max(firstSeconds, seconds));
}
