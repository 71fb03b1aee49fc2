/** The last second of the year 9999. Whatever is later was counted in milliseconds. */
const LAST_SECOND = 253_402_300_799;

/**
 * A moment that is none is a mistake of whoever calls, and never a reason for a verdict: with a text, sums of seconds
 * would be longer texts, and with NaN no comparison holds.
 *
 * @param moment Unix seconds
 * @param what the moment is called in the message
 * @throws RangeError
 */
export function assertMoment(moment: unknown, what = 'now'): void {
  if (typeof moment === 'number' && moment >= 0 && moment <= LAST_SECOND) return;
  const given =
    typeof moment === 'number' && moment > LAST_SECOND ? `${moment}, perhaps milliseconds` : describe(moment);
  throw new RangeError(`${what} has to be Unix seconds, a number like 1768896000; it is ${given}.`);
}

/** What a value is, without telling what stands in it. */
export function describe(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (value === null || value === undefined) return String(value);
  return Array.isArray(value) ? 'a list' : `of type ${typeof value}`;
}
