import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

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
  /** Takes no new connections, lets running requests finish, then resolves [OA-OPS-01]. */
  close(): Promise<void>;
}

export interface ListenOptions {
  readonly host: string;
  /** 0 picks a free port. */
  readonly port: number;
}

const DRAIN_MILLISECONDS = 10_000;
const REQUEST_TIMEOUT_MILLISECONDS = 15_000;

/**
 * Serves an app over HTTP.
 *
 * @throws StartError when the port is in use or may not be used
 */
export async function listen(app: Hono, { host, port }: ListenOptions): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  server.requestTimeout = REQUEST_TIMEOUT_MILLISECONDS;
  server.headersTimeout = REQUEST_TIMEOUT_MILLISECONDS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(startError(error, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  return { url: `http://${host}:${address.port}`, close: () => drain(server) };
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
