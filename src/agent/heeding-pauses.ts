import type { CallOptions, HttpAnswer, HttpClient } from '../http/index.ts';
import { RemoteProblem, retryAfterOf } from '../http/index.ts';
import type { ActError } from '../protocol/errors/index.ts';
import { validateProblem } from '../protocol/generated/validators.js';

const TOO_MANY = 429;
const UNAVAILABLE = 503;
/** Further tries of one call. */
const MOST_TRIES = 3;
/** A server that wants to be left alone for longer has refused. */
const LONGEST_PAUSE_SECONDS = 10;

/**
 * A way out on which an answer that only says "later" ends nothing at once: the very same message is sent again when the
 * server has said that it may (`Retry-After`), a few times. Nothing of it was done and no id of it is used up by a 429, or
 * by a 503 whose problem says `later`, so that nothing is ordered or paid twice. After any other 503 something may have
 * been done: only what is public is read again here, and whoever sent anything else asks first, when it was told to
 * (`pauseAfter`). Where the server does not say when, or not soon, or the call has no time left, its answer is taken.
 *
 * @see OA-OPS-02
 */
export function heedingPauses(http: HttpClient, sleep: (milliseconds: number) => Promise<void>): HttpClient {
  async function patiently(
    call: () => Promise<HttpAnswer>,
    mayRepeat: (answer: HttpAnswer) => boolean,
    { deadline }: CallOptions,
  ): Promise<HttpAnswer> {
    for (let again = 0; ; again += 1) {
      const answer = await call();
      const pause = again < MOST_TRIES && mayRepeat(answer) ? pauseOf(answer.retryAfterSeconds) : undefined;
      if (pause === undefined || (deadline !== undefined && pause >= deadline.remaining())) return answer;
      await sleep(pause);
    }
  }
  return {
    get: (url, options = {}) =>
      patiently(() => http.get(url, options), options.command === undefined ? isPause : isUndone, options),
    post: (url, body, options = {}) => patiently(() => http.post(url, body, options), isUndone, options),
  };
}

function isPause({ status }: HttpAnswer): boolean {
  return status === TOO_MANY || status === UNAVAILABLE;
}

/** Whether the answer says that nothing was done. What stands before a server (a proxy) cannot know, and says no code. */
function isUndone({ status, contentType, body }: HttpAnswer): boolean {
  if (status !== UNAVAILABLE) return status === TOO_MANY;
  if (contentType !== 'application/problem+json') return false;
  try {
    const problem: unknown = JSON.parse(new TextDecoder().decode(body));
    return validateProblem(problem) && problem.retryability === 'later';
  } catch {
    return false;
  }
}

/** Milliseconds; undefined: the server does not say when to come again, or not soon. */
function pauseOf(seconds: number | undefined): number | undefined {
  if (seconds === undefined || seconds > LONGEST_PAUSE_SECONDS) return undefined;
  return 1_000 * Math.max(1, seconds);
}

/** Of an agent: how often it asks by itself, and how it waits. */
interface Patience {
  readonly config: { readonly poll_milliseconds: number };
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/**
 * How long to wait before the other side is asked anew: as long as it has said, and no less than is set.
 *
 * @param error what it answered last
 * @returns milliseconds; undefined: it wants to be left alone for longer than anybody waits here
 */
export function pauseAfter({ config }: Pick<Patience, 'config'>, error: ActError): number | undefined {
  const seconds = retryAfterOf(error);
  if (seconds === undefined) return config.poll_milliseconds;
  const pause = pauseOf(seconds);
  return pause === undefined ? undefined : Math.max(config.poll_milliseconds, pause);
}

/** Waits where the other side has said how long, so that the question that follows does not meet the same. @returns whether */
export async function heedPause({ sleep }: Pick<Patience, 'sleep'>, error: ActError): Promise<boolean> {
  const pause = pauseOf(retryAfterOf(error));
  if (pause === undefined) return false;
  await sleep(pause);
  return true;
}

/**
 * Asks anew, a few times, while the store of the other side cannot be reached: what was asked may have been done or not,
 * so that each question is one of its own (`ask` signs it freshly).
 */
export async function askingAnew<T>(context: Pick<Patience, 'sleep'>, ask: () => Promise<T>): Promise<T> {
  for (let again = 0; ; again += 1) {
    try {
      return await ask();
    } catch (error) {
      const isDown = error instanceof RemoteProblem && error.code === 'store_unavailable';
      if (!isDown || again === MOST_TRIES || !(await heedPause(context, error))) throw error;
    }
  }
}
