import type { Dispatcher } from 'undici';
import { ActError } from '../protocol/errors/index.ts';
import { gather } from './gathered.ts';

/** One request, and what may be spent on its answer. */
export interface SentRequest {
  readonly dispatcher: Dispatcher;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string | Uint8Array | null;
  /** For everything, from the wait for a connection to the last byte. */
  readonly timeoutMilliseconds: number;
  readonly maxBytes: number;
}

export interface WholeAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

/**
 * Sends one request and collects its answer, which comes without a stream: most answers are shorter than what a stream
 * costs. Redirects are answers like any other.
 *
 * @throws ActError peer_answer_invalid when the answer is longer than `maxBytes`; Error when there is none
 */
export function send(target: URL, request: SentRequest): Promise<WholeAnswer> {
  const { dispatcher, method, headers, body, timeoutMilliseconds, maxBytes } = request;
  const path = `${target.pathname}${target.search}`;
  const options = { origin: target.origin, path, method: method as Dispatcher.HttpMethod, headers, body };
  return new Promise((resolve, reject) => {
    let sending: Dispatcher.DispatchController | undefined;
    let isOver = false;
    const end = (tell: () => void): void => {
      isOver = true;
      clearTimeout(timer);
      tell();
    };
    /** The caller hears at once, and nothing more of the answer is taken. */
    const giveUp = (reason: Error): void => {
      end(() => reject(reason));
      sending?.abort(reason);
    };
    const timer = setTimeout(() => giveUp(new Error('no answer in time')), timeoutMilliseconds);
    const gathered = gather(maxBytes);
    let status = 0;
    let received: WholeAnswer['headers'] = {};
    dispatcher.dispatch(options, {
      onRequestStart(controller) {
        sending = controller;
        if (isOver) controller.abort(new Error('given up'));
      },
      onResponseStart(_controller, statusCode, responseHeaders) {
        status = statusCode;
        received = responseHeaders;
      },
      onResponseData(_controller, part) {
        if (!gathered.add(part)) giveUp(new ActError('peer_answer_invalid', { max_bytes: maxBytes }));
      },
      onResponseEnd() {
        end(() => resolve({ status, headers: received, body: gathered.whole() }));
      },
      onResponseError(_controller, error) {
        end(() => reject(error));
      },
    });
  });
}
