import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A database of one test. */
export interface TestDatabase {
  /** What `openStore` takes. */
  readonly location: string;
  /** A folder of the test's own, for files beside the database. */
  readonly folder: string;
  /** To be called when every store on it is closed. */
  remove(): Promise<void>;
}

/** An engine that tests run on; started once for each test file. */
export interface TestEngine {
  readonly name: 'SQLite' | 'PostgreSQL';
  start(): Promise<void>;
  create(): Promise<TestDatabase>;
  stop(): Promise<void>;
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'openact-test-'));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

export const sqlite: TestEngine = {
  name: 'SQLite',
  start: async () => undefined,
  async create() {
    const folder = newFolder();
    return {
      folder,
      location: join(folder, 'store.db'),
      remove: async () => removeFolder(folder),
    };
  },
  stop: async () => undefined,
};
