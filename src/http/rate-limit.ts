import { ActError } from '../protocol/errors/index.ts';

/** How often each caller may ask: by network address before anybody is known, by agent, device or merchant after that. */
export interface RateLimit {
  /**
   * Counts one request of a caller, before anything is done for it or used up by it.
   *
   * @throws ActError request_rate_exceeded, with the seconds to wait
   * @see OA-OPS-02
   */
  take(caller: string): void;
}

export interface RateLimitOptions {
  /** In the long run. */
  readonly perSecond: number;
  /** At once, after a pause. */
  readonly burst: number;
}

/** Whoever asked least recently is forgotten first: a flood of callers costs time limits, never memory. */
const MAX_CALLERS = 10_000;

interface Bucket {
  tokens: number;
  at: number;
}

/**
 * A bucket for each caller that fills up again at an even pace.
 *
 * @param clock milliseconds that only grow
 */
export function createRateLimit(
  { perSecond, burst }: RateLimitOptions,
  clock: () => number = () => performance.now(),
): RateLimit & { readonly size: number } {
  const buckets = new Map<string, Bucket>();

  function bucketOf(caller: string, now: number): Bucket {
    const known = buckets.get(caller);
    buckets.delete(caller);
    const tokens = known ? Math.min(burst, known.tokens + ((now - known.at) * perSecond) / 1_000) : burst;
    const bucket = { tokens, at: now };
    buckets.set(caller, bucket);
    const [oldest] = buckets.size > MAX_CALLERS ? buckets.keys() : [];
    if (oldest !== undefined) buckets.delete(oldest);
    return bucket;
  }

  return {
    get size() {
      return buckets.size;
    },
    take(caller) {
      const bucket = bucketOf(caller, clock());
      if (bucket.tokens < 1) {
        const retryAfter = Math.max(1, Math.ceil((1 - bucket.tokens) / perSecond));
        throw new ActError('request_rate_exceeded', { retry_after_seconds: retryAfter });
      }
      bucket.tokens -= 1;
    },
  };
}
