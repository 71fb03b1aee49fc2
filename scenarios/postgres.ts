import type { PostgresServer } from '../src/store/testing/postgres-server.ts';

/** A real PostgreSQL, started when the first database is asked for. Each role gets a schema of its own. */
export function postgresDatabases(): { create(): Promise<string>; stop(): Promise<void> } {
  let starting: Promise<PostgresServer> | undefined;
  return {
    async create() {
      starting ??= startServer();
      return (await starting).createSchema();
    },
    async stop() {
      await (await starting)?.remove();
    },
  };
}

/** Loaded only where it is used: from then on the process ends with code 0, unless it is ended by name. */
async function startServer(): Promise<PostgresServer> {
  const { PostgresServer } = await import('../src/store/testing/postgres-server.ts');
  const server = new PostgresServer();
  await server.start();
  return server;
}
