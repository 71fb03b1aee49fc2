import { PostgresServer } from './postgres-server.ts';
import { newFolder, removeFolder, sqlite, type TestEngine } from './sqlite.ts';

export type { TestDatabase, TestEngine } from './sqlite.ts';

/** A server of its own for each test file. */
export function postgres(): TestEngine & { readonly server: PostgresServer } {
  const server = new PostgresServer();
  return {
    name: 'PostgreSQL',
    server,
    start: () => server.start(),
    async create() {
      const folder = newFolder();
      return {
        folder,
        location: await server.createSchema(),
        remove: async () => removeFolder(folder),
      };
    },
    stop: () => server.remove(),
  };
}

/** Both engines, for `describe.each`. */
export const engines: readonly TestEngine[] = [sqlite, postgres()];
