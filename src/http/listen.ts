import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { ActError } from '../protocol/errors/index.ts';
import { callerAddress } from './caller-address.ts';
import { endStalled, inTurn } from './in-turn.ts';
import { drainingAnswer, probeAt } from './probes/answers.ts';
import { problemOf, retryAfter } from './problem.ts';
import type { RateLimit } from './rate-limit.ts';
import { PortInUse, StartError } from './start-error.ts';
import { answerUnreadable, errorBesideApp } from './unreadable.ts';

export interface Listening {
  /** The base address, without a slash at the end. */
  readonly url: string;
  /**
   * Says that it is not ready, for as long as `noticeMilliseconds` (here, or of the options); then takes no new
   * connections and no new requests, lets running requests finish, and resolves.
   */
  close(noticeMilliseconds?: number): Promise<void>;
}

export interface ListenOptions {
  readonly host: string;
  /** 0 picks a free port. */
  readonly port: number;
  /** How long whoever sends requests here has to notice that this server goes down, before it refuses them. */
  readonly noticeMilliseconds?: number;
  /** Counted by network address, before anything of a request is read. */
  readonly addressLimit?: RateLimit;
  /** Trusted proxies before this server. */
  readonly proxies?: number;
}

const DRAIN_MILLISECONDS = 10_000;
const REQUEST_TIMEOUT_MILLISECONDS = 15_000;
/** Node looks for late requests only now and then; its own half minute would let them have twice their time. */
const TIMEOUTS = {
  requestTimeout: REQUEST_TIMEOUT_MILLISECONDS,
  headersTimeout: REQUEST_TIMEOUT_MILLISECONDS,
  connectionsCheckingInterval: 2_000,
};

/**
 * Serves an app over HTTP.
 *
 * @throws StartError when the port is in use or may not be used
 * @see OA-HTTP-05, OA-OPS-01, OA-OPS-23
 */
export async function listen(app: Hono, options: ListenOptions): Promise<Listening> {
  const { host, port } = options;
  const work: Work = { phase: 'serving' };
  const serve = limited(app, options);
  const server = serverFor(draining(serve, work));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(startError(error, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://${host}:${address.port}`,
    async close(noticeMilliseconds = options.noticeMilliseconds ?? 0) {
      if (work.phase === 'serving' && noticeMilliseconds > 0) {
        work.phase = 'notice';
        await new Promise((wake) => setTimeout(wake, noticeMilliseconds));
      }
      work.phase = 'closing';
      await drain(server);
    },
  };
}

/** An expectation that is not known is none: the request is judged like every other. */
function serverFor(serve: Hono['fetch']): Server {
  const errorHandler = (error: unknown): Response => refusal(errorBesideApp(error));
  const listener = getRequestListener(serve as Parameters<typeof getRequestListener>[0], { errorHandler });
  const withHost = inTurn((incoming, outgoing) => {
    // HTTP/1.0, in which load balancers still ask whether a server lives, needs no Host.
    if (incoming.httpVersion === '1.0') incoming.headers.host ??= 'localhost';
    // Of two hosts each reader on the way might take another (RFC 9112, 3.2); none is what a request must not have.
    if (hostsIn(incoming.rawHeaders) > 1) incoming.headers.host = '';
    return listener(incoming, outgoing);
  });
  // A later request without Host is refused with a problem by the listener; Node's own refusal has no body.
  const server = createServer({ ...TIMEOUTS, requireHostHeader: false }, withHost);
  return (
    endStalled(server)
      .on('clientError', answerUnreadable)
      // No proxy stands here; without a listener Node hangs up and says nothing.
      .on('connect', (_request, socket) => answerUnreadable(new Error('CONNECT'), socket))
      .on('checkExpectation', withHost)
  );
}

function hostsIn(rawHeaders: readonly string[]): number {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at];
    if (name?.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  return hosts;
}

interface Work {
  phase: 'serving' | 'notice' | 'closing';
}

/** A connection that was open already may still bring requests: they are refused, and it ends with its last answer. */
function draining(serve: Hono['fetch'], work: Work): Hono['fetch'] {
  return async (request, ...rest) => {
    const early = work.phase === 'serving' ? undefined : answerWhileEnding(request, work.phase);
    const answer = early ?? (await serve(request, ...rest));
    if (work.phase === 'closing') answer.headers.set('Connection', 'close');
    return answer;
  };
}

/** The process is alive to its end, and not ready from the first word of it; work is refused after the notice. */
function answerWhileEnding(request: Request, phase: 'notice' | 'closing'): Response | undefined {
  const probe = probeAt(new URL(request.url).pathname);
  if (probe === 'ready') return drainingAnswer();
  return phase === 'closing' && probe === undefined ? refusal(new ActError('shutting_down')) : undefined;
}

/** Whoever asks too often is answered without any work for the request. Probes are not counted: they cost little. */
function limited(app: Hono, { addressLimit, proxies = 0 }: ListenOptions): Hono['fetch'] {
  if (addressLimit === undefined) return app.fetch;
  return (request, env, ...rest) => {
    const { incoming } = env as HttpBindings;
    const forwarded = incoming.headers['x-forwarded-for'];
    try {
      addressLimit.take(callerAddress(incoming.socket.remoteAddress, String(forwarded ?? ''), proxies));
    } catch (error) {
      if (error instanceof ActError && probeAt(incoming.url ?? '') === undefined) return refusal(error);
    }
    return app.fetch(request, env, ...rest);
  };
}

function refusal(error: ActError): Response {
  const problem = problemOf(error);
  const headers = {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    'X-Act-Code': error.code,
    ...retryAfter(error),
  };
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

function startError(error: NodeJS.ErrnoException, host: string, port: number): StartError {
  if (error.code === 'EADDRINUSE') return new PortInUse(host, port);
  if (error.code === 'EACCES') return new StartError(`Port ${port} on ${host} may not be used.`);
  return new StartError(`Cannot listen on ${host}:${port} (${error.code ?? error.message}).`);
}

function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), DRAIN_MILLISECONDS);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}
