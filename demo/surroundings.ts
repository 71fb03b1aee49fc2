import { join } from 'node:path';
import type { Hono } from 'hono';
import {
  createHttpClient,
  createTrustSource,
  type HttpClient,
  type Listening,
  type ListenOptions,
  type Logger,
  listen,
  trustMemoryMigration,
} from '../src/http/index.ts';
import type { RecordSigner } from '../src/protocol/attestation/index.ts';
import type { PublicJwk } from '../src/protocol/digest/index.ts';
import type { Trace } from '../src/protocol/ports.ts';
import { type AnchorSink, createAnchorSink } from '../src/records/index.ts';
import { type Migration, openStore, type Store } from '../src/store/index.ts';
import type { Addresses } from './plan.ts';

const TRUST_REFRESH_SECONDS = 60;

/** What every server of the demonstration is given: nothing in src reads time, randomness or files by itself. */
export interface Surroundings<A extends { readonly trust: string } = Addresses> {
  readonly data: string;
  /** Where a role's database is: a file of `data`, unless this says otherwise. */
  readonly databaseOf?: (role: string) => Promise<string>;
  readonly addresses: A;
  readonly pinnedKey: PublicJwk;
  readonly trace: Trace;
  readonly log: (role: string) => Logger;
  readonly clock: () => number;
  readonly random: (count: number) => Uint8Array<ArrayBuffer>;
  /** Where the log of anchors is, in a world in which everybody records what happens. */
  readonly logUrl?: string;
  /** What stands before the server of an address, where anything does. */
  readonly front?: (app: Hono, address: string) => Hono;
  /** Every server by its address, where somebody wants to stop and start them. */
  readonly servers?: Map<string, { close(): Promise<void>; open(): Promise<void> }>;
  /** Every role's database, where somebody wants to look into them. */
  readonly stores?: Map<string, Store>;
  /** Things to close, in the order in which they were opened. */
  readonly closers: (() => Promise<void>)[];
}

/** The part that no server's address matters for. */
export type AnySurroundings = Surroundings<{ readonly trust: string }>;

export async function serve(
  around: AnySurroundings,
  app: Hono,
  address: string,
  options: Pick<ListenOptions, 'connections'> = {},
): Promise<Listening> {
  const served = around.front?.(app, address) ?? app;
  const where = { ...options, host: '127.0.0.1', port: Number(new URL(address).port) };
  let listening = await listen(served, where);
  around.closers.push(() => listening.close());
  around.servers?.set(address, {
    close: () => listening.close(),
    async open() {
      listening = await listen(served, where);
    },
  });
  return listening;
}

/** All of a world are in one process, which a busy machine holds up for longer than a role waits for an answer. */
const PATIENCE = { timeoutMilliseconds: 60_000 };

function patient(client: HttpClient): HttpClient {
  return {
    get: (url, options) => client.get(url, { ...PATIENCE, ...options }),
    post: (url, body, options) => client.post(url, body, { ...PATIENCE, ...options }),
  };
}

/** A role's database, and its view of the trust list. */
export async function openRole(around: AnySurroundings, role: string, migrations: readonly Migration[]) {
  const location = (await around.databaseOf?.(role)) ?? join(around.data, `${role}.db`);
  const store = await openStore(location, [...migrations, trustMemoryMigration]);
  around.closers.push(() => store.close());
  around.stores?.set(role, store);
  const origins = new Set(Object.values(around.addresses));
  const client = createHttpClient((origin) => origins.has(origin));
  around.closers.push(() => client.close());
  const http = patient(client);
  const trust = createTrustSource({
    url: `${around.addresses.trust}/trust-list`,
    pinnedKey: around.pinnedKey,
    client: http,
    store,
    refreshSeconds: TRUST_REFRESH_SECONDS,
  });
  return { store, http, trust };
}

/** Closes everything in the reverse order; one that fails does not keep the others open. */
export async function closeAll(around: AnySurroundings): Promise<void> {
  for (const close of around.closers.reverse()) await close().catch(() => undefined);
}

/** The way into the log for these recorders, where there is one. */
export function anchorsOf(
  around: AnySurroundings,
  http: HttpClient,
  signers: readonly RecordSigner[],
): { readonly anchors?: AnchorSink } {
  const { logUrl, clock } = around;
  if (logUrl === undefined) return {};
  return { anchors: createAnchorSink({ logUrl, http, clock, signers }) };
}
