import { ActError } from '../errors/index.ts';
import { TIME_MAX_UNIX_SECONDS } from '../limits.ts';

/** The only way to learn the time: Unix seconds, injected, so that time can be simulated. */
export type Clock = () => number;

const MILLISECONDS = 1_000;

/**
 * Writes Unix seconds as ISO 8601 in UTC with whole seconds: `2026-01-20T10:00:00Z`.
 *
 * @throws schema_mismatch unless a whole number of seconds from 1970 to 9999
 */
export function formatUtcSeconds(unixSeconds: number): string {
  if (!Number.isInteger(unixSeconds) || unixSeconds < 0 || unixSeconds > TIME_MAX_UNIX_SECONDS) {
    throw new ActError('schema_mismatch', { rule: 'time' });
  }
  return new Date(unixSeconds * MILLISECONDS).toISOString().replace('.000Z', 'Z');
}

/**
 * Reads ISO 8601 with whole seconds and `Z`, nothing else, and returns Unix seconds. The date has to exist in the
 * calendar from 1970 on; a leap second has no Unix time and is refused.
 *
 * @throws schema_mismatch
 * @see OA-TIM-03, RFC 3339 5.6
 */
export function parseUtcSeconds(text: string): number {
  const unixSeconds = Date.parse(text) / MILLISECONDS;
  // Date.parse takes many forms, 24:00:00 and, in some engines, 30 February: what is written back alike is right.
  if (formatUtcSeconds(unixSeconds) !== text) throw new ActError('schema_mismatch', { rule: 'time' });
  return unixSeconds;
}
