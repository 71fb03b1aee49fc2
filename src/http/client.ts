import { ActError } from '../protocol/errors/index.ts';
import { MESSAGE_MAX_BYTES } from '../protocol/limits.ts';
import type { Deadline } from './deadline.ts';
import { createReach, type ReachOptions } from './reach.ts';
import { secondsIn } from './retry-after.ts';
import { send, type WholeAnswer } from './send.ts';
import { inClientSpan } from './telemetry.ts';
import { unreachable } from './unreachable.ts';

export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: Uint8Array;
  /** The seconds of its Retry-After; absent without one, and for one that names a date. */
  readonly retryAfterSeconds?: number;
}

export interface CallOptions {
  /** A compact act-command+jwt, sent as `Authorization: ACT-Command …`. */
  readonly command?: string;
  readonly timeoutMilliseconds?: number;
  /** Shared with other calls: what is left of it is all that this call may take, and with nothing left it is not made. */
  readonly deadline?: Deadline;
  /** The privacy channel of an anchor that the log is asked for, sent as `ACT-Privacy-Channel`. */
  readonly privacyChannel?: string;
}

/** The way out of a role. Injected, so that networks with faults can be simulated. */
export interface HttpClient {
  /** @throws ActError address_forbidden, peer_unreachable */
  get(url: string, options?: CallOptions): Promise<HttpAnswer>;
  /** Sends `body` as JSON. @throws ActError address_forbidden, peer_unreachable */
  post(url: string, body: unknown, options?: CallOptions): Promise<HttpAnswer>;
}

export interface ClosableHttpClient extends HttpClient {
  close(): Promise<void>;
}

const DEFAULT_TIMEOUT_MILLISECONDS = 5_000;
const MAX_ANSWER_BYTES = 8 * MESSAGE_MAX_BYTES;

/**
 * An HTTP client that goes only where `createReach` lets it, follows no redirect, and gives up on slow or long answers.
 *
 * @param reach the origins that configuration names; or these, and those that the trust list or a message names
 * @see OA-NET-01, OA-NET-02, OA-NET-20
 */
export function createHttpClient(reach: ReachOptions['configured'] | ReachOptions): ClosableHttpClient {
  const way = createReach(typeof reach === 'function' ? { configured: reach } : reach);

  async function call(method: 'GET' | 'POST', url: string, body: string | null, options: CallOptions) {
    const { url: target, dispatcher } = way.to(url);
    const timeoutMilliseconds = timeFor(options);
    if (timeoutMilliseconds === 0) throw new ActError('peer_unreachable', { origin: target.origin });
    const limits = { timeoutMilliseconds, maxBytes: MAX_ANSWER_BYTES };
    try {
      return await inClientSpan(method, target, headersOf(body, options), async (headers) =>
        httpAnswer(await send(target, { dispatcher, method, body, headers, ...limits })),
      );
    } catch (error) {
      if (error instanceof ActError) throw error;
      throw unreachable(target, error);
    }
  }

  return {
    get: (url, options = {}) => call('GET', url, null, options),
    post: (url, body, options = {}) => call('POST', url, JSON.stringify(body), options),
    close: () => way.close(),
  };
}

function timeFor({ timeoutMilliseconds = DEFAULT_TIMEOUT_MILLISECONDS, deadline }: CallOptions): number {
  return Math.min(timeoutMilliseconds, Math.ceil(deadline?.remaining() ?? timeoutMilliseconds));
}

function headersOf(body: string | null, options: CallOptions): Record<string, string> {
  return {
    accept: 'application/json',
    ...(body === null ? {} : { 'content-type': 'application/json' }),
    ...(options.command === undefined ? {} : { authorization: `ACT-Command ${options.command}` }),
    ...(options.privacyChannel === undefined ? {} : { 'act-privacy-channel': options.privacyChannel }),
  };
}

function httpAnswer({ status, headers, body }: WholeAnswer): HttpAnswer {
  const type = String(headers['content-type'] ?? '');
  const contentType = type.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const after = secondsIn(String(headers['retry-after'] ?? ''));
  return {
    status,
    contentType,
    body,
    ...(after === undefined ? {} : { retryAfterSeconds: after }),
  };
}
