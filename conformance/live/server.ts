import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UsageError } from '../run/case.ts';

/** A request to the suite, and how it answers. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

export interface Reply {
  readonly status: number;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

const MOST_BYTES = 1024 * 1024;

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) break;
    parts.push(chunk);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** What the suite itself serves on loopback: the roles that it plays. */
export class SuiteServer {
  private readonly server: Server;

  private constructor(server: Server) {
    this.server = server;
  }

  /** Where it listens. */
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** @param port 0: one that is free. @throws UsageError when the port is taken */
  static async start(port: number, answer: (asked: Asked) => Reply | Promise<Reply>): Promise<SuiteServer> {
    const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      const { method = 'GET', url = '/', headers } = request;
      const reply = await answer({ method, path: url, headers, text: await read(request) });
      response.writeHead(reply.status, {
        'content-type': reply.type ?? 'application/json',
        'cache-control': 'no-store',
        ...reply.headers,
      });
      response.end(reply.body);
    };
    const server = createServer((request, response) => {
      serve(request, response).catch(() => {
        response.writeHead(500);
        response.end();
      });
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error: NodeJS.ErrnoException) =>
        reject(new UsageError(`The suite cannot listen on port ${port}: ${error.code}.`)),
      );
      server.listen(port, '127.0.0.1', resolve);
    });
    return new SuiteServer(server);
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
