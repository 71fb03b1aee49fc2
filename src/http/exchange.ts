import { ActError } from '../protocol/errors/index.ts';
import { MESSAGE_MAX_BYTES } from '../protocol/limits.ts';
import { createReach, type ReachOptions } from './reach.ts';
import { send, type WholeAnswer } from './send.ts';
import { inClientSpan } from './telemetry.ts';
import { unreachable } from './unreachable.ts';

/** One HTTP request of any method, with its body as bytes. */
export interface ExchangeRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Five seconds, where nothing else is said. */
  readonly timeoutMilliseconds?: number;
}

/** The whole answer, whatever its status. */
export interface ExchangeAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
}

/**
 * Sends one request. Injected, so that networks with faults can be simulated.
 *
 * @throws ActError address_forbidden, peer_unreachable, peer_answer_invalid
 */
export type Exchange = (request: ExchangeRequest) => Promise<ExchangeAnswer>;

export interface ClosableExchange {
  readonly exchange: Exchange;
  close(): Promise<void>;
}

const TIMEOUT_MILLISECONDS = 5_000;
const MAX_ANSWER_BYTES = 16 * MESSAGE_MAX_BYTES;

/** As `createHttpClient`, for answers of any kind: the same reach, no redirects, limits on time and size. */
export function createExchange(reach: ReachOptions['configured'] | ReachOptions): ClosableExchange {
  const way = createReach(typeof reach === 'function' ? { configured: reach } : reach);
  return {
    async exchange({ url, method, headers, body, timeoutMilliseconds = TIMEOUT_MILLISECONDS }) {
      const { url: target, dispatcher } = way.to(url);
      try {
        return await inClientSpan(method, target, headers, async (carried) => {
          const answer = await send(target, {
            dispatcher,
            method,
            headers: carried,
            body: body.byteLength === 0 ? null : body,
            timeoutMilliseconds,
            maxBytes: MAX_ANSWER_BYTES,
          });
          return { ...answer, headers: headersOf(answer) };
        });
      } catch (error) {
        if (error instanceof ActError) throw error;
        throw unreachable(target, error);
      }
    },
    close: () => way.close(),
  };
}

function headersOf(answer: WholeAnswer): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    for (const one of [value ?? []].flat()) headers.append(name, one);
  }
  return headers;
}
