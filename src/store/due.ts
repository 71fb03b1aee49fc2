import { CLOCKS_DIFFER_MAX_SECONDS } from './clocks.ts';

/** From this second on there is no next time of anything that waits for `longestSeconds` at most. @param now Unix seconds */
export function beyondEveryWait(now: number, longestSeconds: number): number {
  return now + longestSeconds + CLOCKS_DIFFER_MAX_SECONDS;
}

/**
 * What is due: whose next time has come, and then whose next time is further off than any wait. That was written by a
 * clock that was ahead; when it has come back, nobody waits until then.
 *
 * @param find the entries whose next time lies between two seconds, both included, first come first
 */
export async function findDue<T>(
  {
    now,
    longestSeconds,
    limit,
  }: { readonly now: number; readonly longestSeconds: number; readonly limit: number },
  find: (from: number, until: number, limit: number) => Promise<readonly T[]>,
): Promise<T[]> {
  const come = await find(Number.MIN_SAFE_INTEGER, now, limit);
  if (come.length >= limit) return [...come];
  const from = beyondEveryWait(now, longestSeconds) + 1;
  return [...come, ...(await find(from, Number.MAX_SAFE_INTEGER, limit - come.length))];
}
