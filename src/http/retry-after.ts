/** @see RFC 9110 10.2.3 */
const DELAY_SECONDS = /^\d{1,9}$/;

/** The seconds of a Retry-After; undefined without one, and for one that names a date. */
export function secondsIn(retryAfter: string | null | undefined): number | undefined {
  const text = retryAfter?.trim() ?? '';
  return DELAY_SECONDS.test(text) ? Number(text) : undefined;
}
