/** What every reference role needs to be a subject: a folder, a secret, a clock, the file that declares it, and an end. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { stringify } from 'yaml';
import {
  createTrustSource,
  type HttpClient,
  type Listening,
  listen,
  movableClock,
  type TrustSource,
  type TrustSourceOptions,
} from '../../../src/http/index.ts';
import type { Signer } from '../../../src/protocol/jws/index.ts';
import { type Migration, openStore, type Store } from '../../../src/store/index.ts';
import type { Role } from '../../run/case.ts';

/** A subject that runs, with the file that describes it. */
export interface RunningSubject {
  readonly file: string;
  close(): Promise<void>;
}

/** Its own port, the one of its test control, and the one that the suite will serve on. */
export interface Ports {
  readonly port: number;
  readonly controlPort: number;
  readonly suitePort: number;
}

/** A role that is broken on purpose may say nothing at all: every such mutant is waited for that long. */
const PATIENCE_MS = 15_000;

export const HOST = '127.0.0.1';
export const addressOf = (port: number): string => `http://${HOST}:${port}`;
export const newSecret = (): string => randomBytes(24).toString('base64url');

/** The certificates that a key signs under, leaf first. */
export const chainOf = ({ header }: Signer): readonly string[] => ('x5c' in header ? header.x5c : []);

/** The trust list that the suite serves, read as often as the clock allows. */
export function suiteTrust(
  suiteUrl: string,
  pinnedKey: TrustSourceOptions['pinnedKey'],
  client: HttpClient,
  store: Store,
): TrustSource {
  return createTrustSource({ url: `${suiteUrl}/trust-list`, pinnedKey, client, store, refreshSeconds: 1 });
}

/** One role, set up for the suite on this machine, with all that it has begun. */
export class Deployment {
  readonly folder = mkdtempSync(join(tmpdir(), 'openact-subject-'));
  /** Where the subject file lies, and the files that it names. */
  readonly declared: string;
  /** Shared with the suite, whose keys follow from it. */
  readonly secret = newSecret();
  readonly time = movableClock(() => Math.floor(Date.now() / 1000));
  private readonly ends: (() => Promise<void>)[] = [];

  /** @param declared name of the folder of the subject file, below the one of the deployment */
  constructor(declared = 'subject') {
    this.declared = join(this.folder, declared);
    mkdirSync(this.declared, { recursive: true });
  }

  readonly random = (count: number): Uint8Array<ArrayBuffer> => new Uint8Array(randomBytes(count));

  /** Notes how a part of it ends: what has begun last ends first. */
  endsWith(end: () => Promise<void>): void {
    this.ends.push(end);
  }

  async open(name: string, migrations: readonly Migration[]): Promise<Store> {
    const store = await openStore(join(this.folder, name), migrations);
    this.endsWith(() => store.close());
    return store;
  }

  /** @param port any that is free, where nothing is said */
  async listen(app: Hono, port = 0): Promise<Listening> {
    const server = await listen(app, { host: HOST, port });
    this.endsWith(() => server.close());
    return server;
  }

  /** Writes a text beside the subject file. @returns the name that the subject file calls it by */
  write(name: string, text: string): string {
    writeFileSync(join(this.declared, name), text);
    return name;
  }

  /** Writes the subject file. @param own what the suite of the role reads; @param secrets what no report may show */
  declare(
    role: Role,
    { name, own, secrets = [this.secret] }: { name: string; own: object; secrets?: readonly string[] },
  ): RunningSubject {
    const text = stringify({ name, role, patience_ms: PATIENCE_MS, secrets, [role]: own });
    const file = join(this.declared, this.write('subject.yaml', text));
    return { file, close: () => this.close() };
  }

  private async close(): Promise<void> {
    for (const end of this.ends.toReversed()) await end();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
