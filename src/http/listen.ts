import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { ActError } from '../protocol/errors/index.ts';
import { problemOf } from './problem.ts';

/** Why a server could not start, in one line for the console. */
export class StartError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StartError';
  }
}

export interface Listening {
  /** The base address, without a slash at the end. */
  readonly url: string;
  /** Takes no new connections and no new requests, lets running requests finish, then resolves. */
  close(): Promise<void>;
}

export interface ListenOptions {
  readonly host: string;
  /** 0 picks a free port. */
  readonly port: number;
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
 * @see OA-OPS-01
 */
export async function listen(app: Hono, { host, port }: ListenOptions): Promise<Listening> {
  const work = { isClosing: false };
  const server = createAdaptorServer({ fetch: draining(app, work), serverOptions: TIMEOUTS }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(startError(error, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://${host}:${address.port}`,
    close: () => {
      work.isClosing = true;
      return drain(server);
    },
  };
}

/** A connection that was open already may still bring requests: they are refused, and it ends with its last answer. */
function draining(app: Hono, work: { readonly isClosing: boolean }): Hono['fetch'] {
  return async (request, ...rest) => {
    const answer = work.isClosing ? refusal() : await app.fetch(request, ...rest);
    if (work.isClosing) answer.headers.set('Connection', 'close');
    return answer;
  };
}

function refusal(): Response {
  const problem = problemOf(new ActError('shutting_down'));
  const headers = { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' };
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}

function startError(error: NodeJS.ErrnoException, host: string, port: number): StartError {
  if (error.code === 'EADDRINUSE') return new StartError(`Port ${port} on ${host} is in use.`);
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
