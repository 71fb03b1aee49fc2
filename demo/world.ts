/** Starts every role as a real HTTP server on loopback, each with its own database on disk. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type AgentConfig,
  type AgentDeps,
  agentMigrations,
  createAgent,
  createAgentApp,
  startRecording,
} from '../src/agent/index.ts';
import { createApp, createLogger, type HttpClient, StartError } from '../src/http/index.ts';
import { loadSigner, readKeyFile, readPublicJwk } from '../src/http/key-file.ts';
import {
  type A402Offer,
  createMerchant,
  createSeller,
  type MerchantConfig,
  type MerchantDeps,
  merchantMigrations,
  sellerChecks,
} from '../src/merchant/index.ts';
import { publicJwkOf } from '../src/protocol/jws/index.ts';
import type { Trace } from '../src/protocol/ports.ts';
import { formatUtcSeconds } from '../src/protocol/time/index.ts';
import { heartbeatMigration, openStore, type Store } from '../src/store/index.ts';
import { makeFolder } from '../src/store/make-folder.ts';
import {
  createTrustApp,
  disputeMigrations,
  loadLogKey,
  logMigrations,
  provision,
} from '../src/trust/index.ts';
import { type Bank, startBank } from './bank.ts';
import { type Device, startDevice } from './device-link.ts';
import {
  type Addresses,
  addressesFrom,
  assistant,
  CURRENCY,
  dataSeller,
  IDS,
  railShop,
  trustPlan,
  voyageShop,
} from './plan.ts';
import {
  type AnySurroundings,
  anchorsOf,
  closeAll,
  openRole,
  type Surroundings,
  serve,
} from './surroundings.ts';

const DELIVERY_DAYS_AHEAD = 30;
const DAY_SECONDS = 86_400;

export interface World {
  readonly addresses: Addresses;
  readonly keys: string;
  readonly bank: Bank;
  readonly device: Device;
  readonly delegator: string;
  /** What the agent's process is made of, for the chapters that drive it from inside. */
  readonly agent: AgentDeps;
  /** Of everybody who records. */
  readonly stores: readonly Store[];
  close(): Promise<void>;
}

export interface WorldOptions {
  readonly data: string;
  readonly firstPort: number;
  readonly trace: Trace;
  /** How the account side is run; by default in this process. */
  readonly startBank?: typeof startBank;
}

const clock = (): number => Math.floor(Date.now() / 1000);
const random = (count: number): Uint8Array<ArrayBuffer> => new Uint8Array(randomBytes(count));

/** @throws StartError, StoreOpenError: each message is one line for the console */
export async function startWorld(options: WorldOptions): Promise<World> {
  const { data, firstPort, trace } = options;
  const keys = join(data, 'keys');
  makeDataFolder(data);
  const addresses = addressesFrom(firstPort);
  await provision(keys, trustPlan(addresses), clock());
  const around: Surroundings = {
    data,
    addresses,
    pinnedKey: await readPublicJwk(join(keys, 'trust-list.pub.json')),
    trace,
    log: (role) => createLogger(role, process.env.OPENACT_LOG ?? 'silent'),
    clock,
    random,
    logUrl: addresses.trust,
    stores: new Map(),
    closers: [],
  };
  try {
    return await startServers(around, keys, options.startBank ?? startBank);
  } catch (error) {
    await closeAll(around);
    throw error;
  }
}

async function startServers(around: Surroundings, keys: string, openBank: typeof startBank): Promise<World> {
  const { addresses } = around;
  const listPath = join(keys, 'trust-list.jwt');
  const trust = { listPath, clock, log: around.log('trust'), anchors: await openLog(around, keys) };
  await serve(around, createTrustApp(trust), addresses.trust);
  const bank = await openBank(around, keys);
  const deliverBy = formatUtcSeconds(clock() + DELIVERY_DAYS_AHEAD * DAY_SECONDS);
  await startMerchant(around, keys, 'rail', railShop(addresses, deliverBy));
  await startMerchant(around, keys, 'voyage', voyageShop(addresses, deliverBy));
  for (const name of ['market', 'archive'] as const) {
    const route = { name, price: '0.01', currency: CURRENCY, category: `data/${name}` };
    await startSeller(around, keys, dataSeller(addresses, name), route);
  }
  const device = await startDevice([
    addresses.issuer,
    IDS.issuer,
    IDS.psp,
    join(around.data, 'device', 'key.json'),
  ]);
  around.closers.push(async () => device.stop());
  const delegator = await bank.welcome(device);
  const agent = await startAgent(around, keys, delegator);
  const stores = [...(around.stores?.values() ?? [])];
  return { addresses, keys, bank, device, delegator, agent, stores, close: () => closeAll(around) };
}

/** The trust service keeps the log of anchors too, and decides disputes. */
async function openLog(around: Surroundings, keys: string) {
  const store = await openStore(join(around.data, 'log.db'), [
    ...logMigrations,
    ...disputeMigrations,
    heartbeatMigration,
  ]);
  around.closers.push(() => store.close());
  const handler = { id: IDS.handler, signer: await loadSigner(join(keys, 'log/finding.json')) };
  const key = await loadLogKey(join(keys, 'log'), IDS.log);
  return { store, ...key, handler, pinnedKeys: around.pinnedKey, random };
}

function makeDataFolder(path: string): void {
  try {
    makeFolder(path, 0o700);
  } catch (error) {
    throw new StartError(
      `The data folder ${path} cannot be written (${(error as NodeJS.ErrnoException).code}).`,
    );
  }
}

export async function startMerchant(
  around: AnySurroundings,
  keys: string,
  role: string,
  config: MerchantConfig,
): Promise<{ readonly store: Store }> {
  const opened = await openRole(around, role, merchantMigrations);
  const signer = await loadSigner(join(keys, role, 'merchant-quote.json'));
  const merchant = await createMerchant({
    ...opened,
    ...(await recordingOf(around, opened.http, keys, role, config.merchant)),
    config,
    signer,
    clock: around.clock,
    random: around.random,
    log: around.log(role),
    trace: around.trace,
  });
  around.closers.push(() => merchant.close());
  await serve(around, merchant.app, config.base_url);
  merchant.start();
  return opened;
}

/** A seller's key for records and its way into the log, where the world has one. */
async function recordingOf(
  around: AnySurroundings,
  http: HttpClient,
  keys: string,
  folder: string,
  id: string,
): Promise<Pick<MerchantDeps, 'recordSigner' | 'anchors'>> {
  if (around.logUrl === undefined) return {};
  const recordSigner = await loadSigner(join(keys, folder, 'merchant-record.json'));
  return { recordSigner, ...anchorsOf(around, http, [{ id, signer: recordSigner }]) };
}

/** Any route is sold in three lines: a seller, the middleware, and its worker. */
export async function startSeller(
  around: AnySurroundings,
  keys: string,
  config: MerchantConfig,
  route: A402Offer,
  goods: (path: string) => Promise<string | undefined> = async () => undefined,
): Promise<{ readonly store: Store }> {
  const { name } = route;
  const opened = await openRole(around, name, merchantMigrations);
  const signer = await loadSigner(join(keys, name, 'merchant-quote.json'));
  const log = around.log(name);
  const { clock, random, trace } = around;
  const recording = await recordingOf(around, opened.http, keys, name, config.merchant);
  const deps = { ...opened, ...recording, config, signer, clock, random, log, trace };
  const app = createApp({ name, log, checks: sellerChecks(deps) });
  const seller = createSeller(deps);
  app.use('/data/*', seller.sells(route));
  app.get('/orders/:no/records', seller.records);
  app.get('/data/*', async (c) => {
    const figure = (await goods(c.req.path)) ?? (c.req.path.length * 37) % 100;
    return c.json({ seller: name, asked: c.req.path, figure });
  });
  around.closers.push(() => seller.close());
  await serve(around, app, config.base_url);
  seller.start();
  return opened;
}

/** What the process of an agent is made of. @param folder its database, and its keys below `keys` */
export async function openAgent(
  around: AnySurroundings,
  keys: string,
  folder: string,
  config: AgentConfig,
): Promise<AgentDeps> {
  const opened = await openRole(around, folder, agentMigrations);
  const keyPath = join(keys, folder, 'agent.json');
  return {
    ...opened,
    config,
    signer: await loadSigner(keyPath),
    publicJwk: publicJwkOf((await readKeyFile(keyPath)).jwk),
    attestation: readFileSync(join(keys, folder, 'agent-attestation.jwt'), 'utf8').trim(),
    trustListKey: around.pinnedKey,
    clock: around.clock,
    random: around.random,
    sleep: (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    log: around.log(folder),
    trace: around.trace,
  };
}

/** On a busy machine any seller may be slow, and the show is not about that. */
const PATIENT_WITH_SELLERS = { merchant_deadline_milliseconds: 60_000 };

async function startAgent(around: Surroundings, keys: string, delegator: string): Promise<AgentDeps> {
  const config = { ...assistant(around.addresses, delegator), ...PATIENT_WITH_SELLERS };
  const deps = await openAgent(around, keys, 'agent', config);
  const app = createAgentApp(createAgent(deps), deps);
  await serve(around, app, around.addresses.agent);
  const { anchors } = anchorsOf(around, deps.http, [{ ...deps, id: deps.config.agent_id }]);
  const recording = startRecording(deps, anchors);
  around.closers.push(() => recording.close());
  return deps;
}
