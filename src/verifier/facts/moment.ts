/** The last second of the year 9999. Whatever is later was counted in milliseconds. */
const LAST_SECOND = 253_402_300_799;

/**
 * A moment that is none is a mistake of whoever calls, and never a reason for a verdict: with a text, sums of seconds
 * would be longer texts, and with NaN no comparison holds.
 *
 * @param now Unix seconds
 * @throws RangeError
 */
export function assertMoment(now: unknown): void {
  if (typeof now === 'number' && now >= 0 && now <= LAST_SECOND) return;
  throw new RangeError(`now has to be Unix seconds, a number like 1768896000; it is ${describe(now)}.`);
}

function describe(now: unknown): string {
  if (typeof now === 'number') return now > LAST_SECOND ? `${now}, perhaps milliseconds` : String(now);
  return now === null ? 'null' : `of type ${typeof now}`;
}
