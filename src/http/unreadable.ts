import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { RequestError } from '@hono/node-server';
import { ActError } from '../protocol/errors/index.ts';
import { lastInTurn } from './in-turn.ts';
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

/** The answer that is being made on a connection, and its request. */
interface Begun {
  readonly headersSent: boolean;
  readonly req?: { readonly complete: boolean };
}

/**
 * Answers what is no HTTP request on the bare connection, which it ends: no handler ever sees it. Behind a request that
 * could be read it waits for the answer to that: whoever sent both would take it for what became of the first.
 *
 * @see OA-HTTP-05, OA-HTTP-06
 */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  const { _httpMessage: begun } = socket as { _httpMessage?: Begun };
  if (error.code === 'ECONNRESET') socket.destroy();
  else if (begun?.req?.complete === true) lastInTurn(socket, () => endUnreadable(error, socket));
  else if (begun?.headersSent === true) socket.destroy();
  else endUnreadable(error, socket);
}

/** Connections that have their last answer, and may take it. */
const answered = new WeakSet<Duplex>();

/**
 * The other side need not end the connection too: it could keep it for ever. What it is still sending is read and no more:
 * to hang up on it at once would take the answer away from whoever sends before it reads.
 */
export function endUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (answered.has(socket)) return;
  if (!socket.writable) {
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
  answered.add(socket);
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  const hangUp = setTimeout(() => socket.destroy(), LINGER_MILLISECONDS);
  socket.once('close', () => clearTimeout(hangUp));
}

/** HTTP/1.0, in which load balancers still ask whether a server lives, is read too, and does without Host. */
const VERSIONS: ReadonlySet<string> = new Set(['1.0', '1.1']);

/**
 * Whether the head of a request, though it was parsed, can be read in one way only: a version that is spoken here, and
 * one Host, without which each reader on the way might take another.
 *
 * @see RFC 9112, 3.2
 */
export function isReadable({ httpVersion, rawHeaders }: IncomingMessage): boolean {
  const hosts = hostsIn(rawHeaders);
  return VERSIONS.has(httpVersion) && (hosts === 1 || (hosts === 0 && httpVersion === '1.0'));
}

function hostsIn(rawHeaders: readonly string[]): number {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at];
    if (name?.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  return hosts;
}

/** Of what fails before or beside the app: a request line that names no address here, or a fault of ours. */
export function errorBesideApp(error: unknown): ActError {
  return new ActError(error instanceof RequestError ? 'http_malformed' : 'internal');
}
