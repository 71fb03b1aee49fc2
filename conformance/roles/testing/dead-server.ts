import { createServer } from 'node:http';

/** Servers that must pass no negative case, whatever they are asked. */
export const DEAD_SERVERS = ['accept-all', 'refuse-all', 'always-500', 'hang', 'do-nothing'] as const;
export type DeadServer = (typeof DEAD_SERVERS)[number];

/** Only who never answers is waited for in vain: on a busy machine the others may take their time. */
export const patienceFor = (kind: DeadServer): number => (kind === 'hang' ? 300 : 15_000);

/** The file of a running subject, with this patience in the place of its own. */
export function withPatience(file: string, kind: DeadServer): string {
  return file.replace(/^patience_ms: \d+$/m, `patience_ms: ${patienceFor(kind)}`);
}

/** A refusal of the right shape that fits no question. */
export const PROBLEM = {
  type: 'about:blank',
  title: 'no',
  status: 403,
  code: 'access_restricted',
  requirement: 'CID-INT-XFR-11',
  retryability: 'never',
  valid_next_actions: [],
};

export function startDeadServer(kind: DeadServer, port: number): Promise<{ close(): Promise<void> }> {
  const server = createServer((request, response) => {
    request.resume();
    if (kind === 'hang') return;
    if (kind === 'always-500') response.writeHead(500).end();
    else if (kind === 'do-nothing') response.writeHead(204).end();
    else if (kind === 'accept-all') response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    else response.writeHead(403, { 'content-type': 'application/problem+json' }).end(JSON.stringify(PROBLEM));
  });
  return new Promise((resolve) => {
    server.listen(port, '127.0.0.1', () =>
      resolve({
        close: () => {
          server.closeAllConnections();
          return new Promise((closed) => server.close(() => closed()));
        },
      }),
    );
  });
}
