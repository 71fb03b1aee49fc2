import type { CallOptions, HttpAnswer, HttpClient } from '../http/index.ts';

const TOO_MANY = 429;
/** Further tries of one call. */
const MOST_TRIES = 3;
/** A server that wants to be left alone for longer has refused. */
const LONGEST_PAUSE_SECONDS = 10;

/**
 * A way out on which a 429 ends nothing at once: the very same message is sent again when the server has said that it may
 * (`Retry-After`), a few times. Nothing of it was done and no id of it is used up by such an answer, so that nothing is
 * ordered or paid twice. Where the server does not say when, or not soon, or the call has no time left, its answer is
 * taken as it is.
 *
 * @see OA-OPS-02
 */
export function heedingPauses(http: HttpClient, sleep: (milliseconds: number) => Promise<void>): HttpClient {
  async function patiently(call: () => Promise<HttpAnswer>, options: CallOptions): Promise<HttpAnswer> {
    for (let again = 0; ; again += 1) {
      const answer = await call();
      const pause = again < MOST_TRIES ? pauseIn(answer, options) : undefined;
      if (pause === undefined) return answer;
      await sleep(pause);
    }
  }
  return {
    get: (url, options = {}) => patiently(() => http.get(url, options), options),
    post: (url, body, options = {}) => patiently(() => http.post(url, body, options), options),
  };
}

/** Milliseconds to wait before the same call; undefined: it is not made again. */
function pauseIn({ status, retryAfterSeconds }: HttpAnswer, { deadline }: CallOptions): number | undefined {
  if (status !== TOO_MANY || retryAfterSeconds === undefined) return undefined;
  if (retryAfterSeconds > LONGEST_PAUSE_SECONDS) return undefined;
  const pause = 1_000 * Math.max(1, retryAfterSeconds);
  return deadline === undefined || pause < deadline.remaining() ? pause : undefined;
}
