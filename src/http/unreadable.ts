import type { Duplex } from 'node:stream';
import { RequestError } from '@hono/node-server';
import { ActError } from '../protocol/errors/index.ts';
import { problemOf } from './problem.ts';

/** What Node says of a request that it gave up reading, and what it is answered with; 400 otherwise. */
const STATUS: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

const REASON: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

/** The answer has this long to be taken; who does not hang up then, is hung up on. */
const LINGER_MILLISECONDS = 2_000;

/**
 * Answers what is no HTTP request on the bare connection, which it ends: no handler ever sees it. An answer that has
 * already begun is not written into. The other side need not end it too: it could keep it for ever.
 *
 * @see OA-HTTP-05
 */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  const { _httpMessage: begun } = socket as { _httpMessage?: { readonly headersSent: boolean } };
  if (error.code === 'ECONNRESET' || !socket.writable || begun?.headersSent === true) {
    socket.destroy();
    return;
  }
  const problem = problemOf(new ActError('http_malformed'));
  const status = STATUS[error.code ?? ''] ?? problem.status;
  const body = JSON.stringify({ ...problem, status });
  const head = [
    `HTTP/1.1 ${status} ${REASON[status]}`,
    'Content-Type: application/problem+json',
    `X-Act-Code: ${problem.code}`,
    'Cache-Control: no-store',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  const hangUp = setTimeout(() => socket.destroy(), LINGER_MILLISECONDS);
  socket.once('close', () => clearTimeout(hangUp));
}

/** Of what fails before or beside the app: a request line that names no address here, or a fault of ours. */
export function errorBesideApp(error: unknown): ActError {
  return new ActError(error instanceof RequestError ? 'http_malformed' : 'internal');
}
