import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { ActError } from '../protocol/errors/index.ts';
import { baseAddress } from './base-address.ts';
import { callerAddress } from './caller-address.ts';
import {
  CONNECTION_BOUNDS,
  type ConnectionBounds,
  type Connections,
  countConnections,
} from './connections.ts';
import { endStalled, inTurn } from './in-turn.ts';
import { lingerOver } from './linger.ts';
import { newcomersFirst } from './newcomers.ts';
import { drainingAnswer, probeAt } from './probes/answers.ts';
import { problemOf, retryAfter } from './problem.ts';
import type { RateLimit } from './rate-limit.ts';
import { PortInUse, StartError } from './start-error.ts';
import { answerUnreadable, endUnreadable, errorBesideApp, isReadable } from './unreadable.ts';

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
  /** Asked for each connection; `CONNECTION_BOUNDS` where nothing else is said. */
  readonly connections?: () => ConnectionBounds;
  /** How long a connection on which nothing is asked is kept for the next request. */
  readonly idleMilliseconds?: number;
}

const DRAIN_MILLISECONDS = 10_000;
const COME_AGAIN_SECONDS = 1;
const REQUEST_TIMEOUT_MILLISECONDS = 15_000;
const IDLE_MILLISECONDS = 5_000;
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
 * @see OA-HTTP-05, OA-HTTP-07, OA-OPS-01, OA-OPS-23
 */
export async function listen(app: Hono, options: ListenOptions): Promise<Listening> {
  const { host, port } = options;
  const work: Work = { phase: 'serving' };
  const connections = countConnections(options.connections ?? (() => CONNECTION_BOUNDS));
  const serve = bounded(limited(app, options), connections);
  const server = serverFor(draining(serve, work)).on('connection', (socket) => connections.open(socket));
  server.keepAliveTimeout = options.idleMilliseconds ?? IDLE_MILLISECONDS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(startError(error, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    url: baseAddress(host, address.port),
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
  const errorHandler = (error: unknown): Response => {
    const answer = refusal(errorBesideApp(error));
    answer.headers.set('Connection', 'close');
    return answer;
  };
  const listener = getRequestListener(serve as Parameters<typeof getRequestListener>[0], { errorHandler });
  const newcomers = newcomersFirst();
  const withHost = inTurn(
    newcomers.before((incoming, outgoing) => {
      if (!isReadable(incoming)) return endUnreadable(new Error('head'), incoming.socket);
      incoming.headers.host ??= 'localhost';
      lingerOver(incoming);
      return listener(incoming, outgoing);
    }),
  );
  // Without Host a request is refused here with a problem; Node's own refusal has no body.
  const server = createServer({ ...TIMEOUTS, requireHostHeader: false }, withHost);
  return (
    endStalled(server)
      .on('connection', newcomers.came)
      .on('clientError', answerUnreadable)
      // No proxy stands here; without a listener Node hangs up and says nothing.
      .on('connect', (_request, socket) => answerUnreadable(new Error('CONNECT'), socket))
      .on('checkExpectation', withHost)
  );
}

interface Work {
  phase: 'serving' | 'notice' | 'closing';
}

/**
 * A connection that was open already may still bring requests: they are refused, and it ends with its last answer. So it
 * does while notice is given: whoever keeps connections (a proxy) would send on one that has just been ended, and not know
 * what became of the request.
 */
function draining(serve: Hono['fetch'], work: Work): Hono['fetch'] {
  return async (request, ...rest) => {
    const early = work.phase === 'serving' ? undefined : answerWhileEnding(request, work.phase);
    const answer = early ?? (await serve(request, ...rest));
    if (work.phase !== 'serving') answer.headers.set('Connection', 'close');
    return answer;
  };
}

/** The process is alive to its end, and not ready from the first word of it; work is refused after the notice. */
function answerWhileEnding(request: Request, phase: 'notice' | 'closing'): Response | undefined {
  const probe = probeAt(new URL(request.url).pathname);
  if (probe === 'ready') return drainingAnswer();
  return phase === 'closing' && probe === undefined ? refusal(new ActError('shutting_down')) : undefined;
}

/** On a connection beyond the bounds one request is answered: a probe, or with the reason why nothing else is. */
function bounded(serve: Hono['fetch'], connections: Connections): Hono['fetch'] {
  return (request, env, ...rest) => {
    const { incoming } = env as HttpBindings;
    if (!connections.isBeyond(incoming.socket)) return serve(request, env, ...rest);
    const refused = new ActError('connections_exceeded', { retry_after_seconds: COME_AGAIN_SECONDS });
    const isProbe = probeAt(new URL(request.url).pathname) !== undefined;
    return ending(isProbe ? serve(request, env, ...rest) : refusal(refused));
  };
}

async function ending(answer: Response | Promise<Response>): Promise<Response> {
  const { headers } = await answer;
  headers.set('Connection', 'close');
  return answer;
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
