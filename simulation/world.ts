import { join } from 'node:path';
import { openMerchantAccounts, topUp } from '../demo/bank.ts';
import { type Addresses, addressesFrom, CURRENCY, trustPlan } from '../demo/plan.ts';
import { readPublicJwk } from '../src/http/key-file.ts';
import { createAccountHolder, createEnrolmentCode } from '../src/issuer/index.ts';
import { parseAmount } from '../src/protocol/money/index.ts';
import { provision } from '../src/trust/index.ts';
import { Device } from './device.ts';
import { Dice } from './dice.ts';
import { Network, type Witness } from './network.ts';
import { Role, type Started } from './role.ts';
import { agentRole, bankRole, merchantRole, type StartedAgent, sellerRole, trustRole } from './roles.ts';
import { Journal, SimulatedClock, type Surroundings } from './surroundings.ts';

/** 2026-12-01T08:00:00Z; every run begins then. */
const START_SECONDS = 1_796_112_000;
const DAY_SECONDS = 86_400;
/** The addresses of a network without sockets. */
const FIRST_PORT = 7_000;
export const FUNDS = parseAmount('90000000.00', CURRENCY);

export interface World {
  readonly around: Surroundings;
  readonly network: Network;
  readonly trust: Role;
  readonly bank: Role;
  readonly merchants: Readonly<Record<'rail' | 'voyage' | 'market' | 'archive', Role>>;
  readonly agent: Role<StartedAgent & Partial<Started>>;
  readonly device: Device;
  readonly delegator: string;
  /** Lets time pass, with what happens by itself meanwhile. */
  pass(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

export interface WorldOptions {
  /** An empty folder. */
  readonly data: string;
  readonly seed: number;
  readonly witness: Witness;
  readonly show: (line: string) => void;
  /** Where the servers are reached; each at an origin of its own, where nothing else is said. */
  readonly addresses?: Addresses;
}

/** Composes every role on its own database, in one process and in a time of their own; nothing goes wrong yet. */
export async function createWorld(options: WorldOptions): Promise<World> {
  const { data, seed, witness, show, addresses = addressesFrom(FIRST_PORT) } = options;
  const clock = new SimulatedClock(START_SECONDS);
  const keys = join(data, 'keys');
  await provision(keys, trustPlan(addresses), clock.now());
  const around: Surroundings = {
    data,
    keys,
    addresses,
    pinnedKey: await readPublicJwk(join(keys, 'trust-list.pub.json')),
    clock,
    dice: new Dice(seed),
    journal: new Journal(clock, show),
    trouble: { share: 0 },
  };
  const network = new Network(around, witness);
  const role = (plan: ConstructorParameters<typeof Role<Started>>[2]) => new Role(around, network, plan);
  const trust = role(trustRole(around));
  const bank = role(bankRole(around));
  const merchants = {
    rail: role(merchantRole(around, 'rail')),
    voyage: role(merchantRole(around, 'voyage')),
    market: role(sellerRole(around, 'market')),
    archive: role(sellerRole(around, 'archive')),
  };
  network.attach(addresses.trust, trust);
  network.attach(addresses.issuer, bank);
  for (const name of Object.keys(merchants) as (keyof typeof merchants)[])
    network.attach(addresses[name], merchants[name]);
  const servers = [trust, bank, ...Object.values(merchants)];
  for (const server of servers) await server.start();
  const device = new Device(around, network.clientOf('device'));
  const delegator = await welcome(around, bank, device);
  const pass = passing(around, Object.values(merchants));
  const agent = new Role(
    around,
    network,
    agentRole(around, delegator, async (milliseconds) => {
      clock.advance(milliseconds);
      await device.look();
    }),
  );
  await agent.start();
  return {
    ...{ around, network, trust, bank, merchants, agent, device, delegator, pass },
    async close() {
      for (const one of [agent, ...servers]) await one.stop();
    },
  };
}

async function welcome(around: Surroundings, bank: Role, device: Device): Promise<string> {
  const now = around.clock.now();
  const random = around.dice.named('people').bytes;
  await openMerchantAccounts(bank.store, now);
  const delegator = await createAccountHolder(bank.store, { now, random, domain: 'bank.example' });
  await topUp(bank.store, delegator, now, 'funds', FUNDS);
  const login = { now, random, delegatorIdentity: delegator, identityMethod: 'branch-visit' };
  await device.enrol(await createEnrolmentCode(bank.store, login), delegator);
  return delegator;
}

/** The operator of the trust list publishes it anew each day; the merchants' workers have a round now and then. */
function passing(around: Surroundings, merchants: readonly Role[]): World['pass'] {
  const { clock, keys, addresses } = around;
  const dice = around.dice.named('workers');
  let published = clock.now();
  return async (milliseconds) => {
    clock.advance(milliseconds);
    if (clock.now() - published > DAY_SECONDS) {
      published = clock.now();
      await provision(keys, trustPlan(addresses), published);
    }
    await dice.pick(merchants).work();
  };
}
