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
    refuse();
  }
  return new Date(unixSeconds * MILLISECONDS).toISOString().replace('.000Z', 'Z');
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const FIRST_YEAR = 1970;
const ZERO = 0x30;

function refuse(): never {
  throw new ActError('schema_mismatch', { rule: 'time' });
}

/** The digits from `at` on as a number; NaN when one is none. */
function digits(text: string, at: number, count: number): number {
  let value = 0;
  for (let index = at; index < at + count; index += 1) {
    const digit = text.charCodeAt(index) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = 10 * value + digit;
  }
  return value;
}

function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

function hasForm(text: string): boolean {
  return (
    text.length === 20 &&
    text[4] === '-' &&
    text[7] === '-' &&
    text[10] === 'T' &&
    text[13] === ':' &&
    text[16] === ':' &&
    text[19] === 'Z'
  );
}

/**
 * Reads ISO 8601 with whole seconds and `Z`, nothing else, and returns Unix seconds. The date has to exist in the
 * calendar from 1970 on; a leap second has no Unix time and is refused.
 *
 * @throws schema_mismatch
 * @see OA-TIM-03, RFC 3339 5.6
 */
export function parseUtcSeconds(text: string): number {
  if (typeof text !== 'string' || !hasForm(text)) refuse();
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  const hour = digits(text, 11, 2);
  const minute = digits(text, 14, 2);
  const second = digits(text, 17, 2);
  // Written so that a number that is none refuses.
  const isDate = year >= FIRST_YEAR && day >= 1 && day <= daysIn(year, month);
  if (!(isDate && hour <= 23 && minute <= 59 && second <= 59)) refuse();
  return Date.UTC(year, month - 1, day, hour, minute, second) / MILLISECONDS;
}
