/** Starts the servers and the devices of a scenario, on a clock that stands still until a step moves it. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type Device, startDevice } from '../../demo/device-link.ts';
import { anchorsOf, closeAll, type Surroundings, serve } from '../../demo/surroundings.ts';
import { openAgent, startMerchant, startSeller } from '../../demo/world.ts';
import { type Agent, type AgentDeps, createAgent, startRecording } from '../../src/agent/index.ts';
import { createLogger, type Logger } from '../../src/http/index.ts';
import { loadSigner, readPublicJwk } from '../../src/http/key-file.ts';
import type { Trace } from '../../src/protocol/ports.ts';
import { heartbeatMigration, openStore, type Store } from '../../src/store/index.ts';
import {
  createTrustApp,
  creditMigrations,
  disputeMigrations,
  loadLogKey,
  logMigrations,
  provision,
} from '../../src/trust/index.ts';
import type { WorldPlan } from '../format.ts';
import { type Bank, startBank } from './bank.ts';
import { type CreditOffice, openCredit } from './credit.ts';
import { createFronts, type Fronts } from './front.ts';
import { startPartner } from './partner.ts';
import {
  type Addresses,
  addressesOf,
  agentConfig,
  agentNames,
  currencyOf,
  dataSellerConfig,
  HANDLER,
  ISSUER,
  LOG,
  PSP,
  partnerNames,
  shopConfig,
  trustPlan,
} from './plan.ts';

export interface WorldOptions {
  readonly plan: WorldPlan;
  /** A new folder. */
  readonly data: string;
  readonly firstPort: number;
  readonly trace: Trace;
  /** Where a role's database is: a file of `data`, where it is left out. */
  readonly databaseOf?: (role: string) => Promise<string>;
  /** Where roles log; on standard error, as loud as OPENACT_LOG says, where it is left out. */
  readonly log?: (role: string) => Logger;
}

export interface Citizen {
  readonly delegator: string;
  readonly device: Device;
  readonly password: string;
}

export interface RunningAgent {
  readonly deps: AgentDeps;
  readonly agent: Agent;
}

export interface World {
  readonly plan: WorldPlan;
  readonly addresses: Addresses;
  /** The folder with everybody's keys, for forgers. */
  readonly keys: string;
  readonly bank: Bank;
  /** The databases of the banks that it clears with. */
  readonly partners: readonly Store[];
  /** Transfers between banks that have arrived, by name. */
  readonly arrivals: Set<string>;
  readonly users: ReadonlyMap<string, Citizen>;
  readonly agents: ReadonlyMap<string, RunningAgent>;
  readonly shops: ReadonlyMap<string, Shop>;
  /** The databases of everybody who sells, with or without a catalogue. */
  readonly sellers: readonly Store[];
  readonly fronts: Fronts;
  readonly servers: NonNullable<Surroundings['servers']>;
  /** Where the trust service associates credit. */
  readonly credit?: CreditOffice;
  /** What a platform keeps of what its users said, by reference. */
  readonly words: Map<string, string>;
  /** Unix seconds. */
  now(): number;
  advance(seconds: number): void;
  close(): Promise<void>;
}

export interface Shop {
  readonly store: Store;
  setPrice(item: string, price: string): void;
}

const random = (count: number): Uint8Array<ArrayBuffer> => new Uint8Array(randomBytes(count));

export async function startWorld(options: WorldOptions): Promise<World> {
  const { plan, data } = options;
  let now = Math.floor(Date.now() / 1000);
  const keys = join(data, 'keys');
  const fronts = createFronts();
  const addresses = addressesOf(plan, options.firstPort);
  const servers: World['servers'] = new Map();
  const words: World['words'] = new Map();
  await provision(keys, trustPlan(plan, addresses), now);
  const around: Surroundings<Addresses> = {
    data,
    addresses,
    pinnedKey: await readPublicJwk(join(keys, 'trust-list.pub.json')),
    trace: options.trace,
    log: options.log ?? ((role) => createLogger(role, process.env.OPENACT_LOG ?? 'silent')),
    clock: () => now,
    random,
    front: fronts.front,
    servers,
    closers: [],
    logUrl: addresses.log,
    ...(options.databaseOf ? { databaseOf: options.databaseOf } : {}),
  };
  try {
    const parts = await startParts(around, keys, plan, words);
    const advance = (seconds: number): void => {
      now += seconds;
    };
    return {
      plan,
      addresses,
      keys,
      fronts,
      servers,
      words,
      ...parts,
      now: () => now,
      advance,
      close: () => closeAll(around),
    };
  } catch (error) {
    await closeAll(around);
    throw error;
  }
}

type Around = Surroundings<Addresses>;

async function startParts(around: Around, keys: string, plan: WorldPlan, words: World['words']) {
  const { addresses, clock } = around;
  const listPath = join(keys, 'trust-list.jwt');
  const trust = { listPath, clock, log: around.log('trust') };
  await serve(around, createTrustApp(trust), addresses.trust);
  const { log } = addresses;
  const credit = plan.credited ? await openCredit(keys, log, clock()) : undefined;
  // A server of its own, so that it can be down while the list can be had.
  await serve(
    around,
    createTrustApp({
      ...trust,
      anchors: await openLog(around, keys, plan),
      ...(credit === undefined ? {} : { credit: credit.service }),
    }),
    log,
  );
  const bank = await startBank(around, keys, plan, addresses.bank);
  const partners: Store[] = [];
  const arrivals = new Set<string>();
  for (const name of partnerNames(plan)) {
    partners.push(await startPartner(around, keys, plan, { name, baseUrl: addresses[name] ?? '', arrivals }));
  }
  const devices = startUsers(around, plan, bank);
  const shops = await startShops(around, keys, plan);
  const sellers: Store[] = [...shops.values()].map(({ store }) => store);
  for (const [name, { price }] of Object.entries(plan.sellers ?? {})) {
    const route = { name, price, currency: currencyOf(plan), category: `data/${name}` };
    const { store } = await startSeller(around, keys, dataSellerConfig(addresses, name), route, oddGoods);
    sellers.push(store);
  }
  const agents = new Map<string, RunningAgent>();
  for (const name of agentNames(plan)) {
    const opened = await openAgent(around, keys, name, agentConfig(plan, addresses, name));
    const deps = { ...opened, contexts: contextsOf(words) };
    agents.set(name, { deps, agent: createAgent(deps) });
    record(around, deps);
  }
  const offices = credit === undefined ? {} : { credit };
  return { bank, partners, arrivals, users: await devices, shops, sellers, agents, ...offices };
}

/** The log of anchors of the trust service, which decides disputes as well. */
async function openLog(around: Around, keys: string, plan: WorldPlan) {
  const store = await openStore((await around.databaseOf?.('log')) ?? join(around.data, 'log.db'), [
    ...logMigrations,
    ...disputeMigrations,
    heartbeatMigration,
    ...(plan.credited ? creditMigrations : []),
  ]);
  around.closers.push(() => store.close());
  const { pinnedKey: pinnedKeys, random: chance } = around;
  const handler = { id: HANDLER, signer: await loadSigner(join(keys, 'log/finding.json')) };
  return { store, ...(await loadLogKey(join(keys, 'log'), LOG)), pinnedKeys, random: chance, handler };
}

function record(around: Around, deps: AgentDeps): void {
  const { config, signer, attestation, http } = deps;
  const { anchors } = anchorsOf(around, http, [{ id: config.agent_id, signer, attestation }]);
  const worker = startRecording(deps, anchors);
  around.closers.push(() => worker.close());
}

const SLOW_MILLISECONDS = 2_000;
const HUGE_BYTES = 1_100_000;

/** What a seller of data has to say, but for two corners of its shelf. */
async function oddGoods(path: string): Promise<string | undefined> {
  if (path.startsWith('/data/slow')) await new Promise((wake) => setTimeout(wake, SLOW_MILLISECONDS));
  return path.startsWith('/data/huge') ? 'x'.repeat(HUGE_BYTES) : undefined;
}

function contextsOf(words: World['words']): NonNullable<AgentDeps['contexts']> {
  return {
    async read(reference) {
      const kept = words.get(reference);
      return kept === undefined ? undefined : new TextEncoder().encode(JSON.stringify(kept));
    },
  };
}

async function startShops(around: Around, keys: string, plan: WorldPlan): Promise<Map<string, Shop>> {
  const shops = new Map<string, Shop>();
  for (const name of Object.keys(plan.shops ?? {})) {
    const config = shopConfig(plan, around.addresses, name, around.clock());
    const { store } = await startMerchant(around, keys, name, config);
    const setPrice = (itemId: string, price: string): void => {
      const item = config.items.find(({ item_id }) => item_id === itemId);
      if (item === undefined) throw new Error(`${name} sells no ${itemId}`);
      // Prices follow the configuration.
      Object.assign(item, { price });
    };
    shops.set(name, { store, setPrice });
  }
  return shops;
}

/** Device processes take the longest to start, so all start at once. */
async function startUsers(around: Around, plan: WorldPlan, bank: Bank): Promise<Map<string, Citizen>> {
  const entries = Object.entries(plan.users).map(async ([name, user]) => {
    const { balance, device: kind, password = '' } = user;
    const delegator = await bank.register(name, balance);
    if (password !== '') await bank.setPassword(delegator, password);
    const keyFile = join(around.data, 'device', `${name}.json`);
    const device = await startDevice([around.addresses.bank, ISSUER, PSP, keyFile], around.clock);
    around.closers.push(async () => device.stop());
    if (kind !== 'stranger') {
      await device.ask({ do: 'enrol', loginCode: await bank.loginCode(delegator) });
    }
    return [name, { delegator, device, password }] as const;
  });
  return new Map(await Promise.all(entries));
}
