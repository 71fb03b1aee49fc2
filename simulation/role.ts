import { join } from 'node:path';
import type { Hono } from 'hono';
import {
  createTrustSource,
  type HttpClient,
  type TrustSource,
  trustMemoryMigration,
} from '../src/http/index.ts';
import { ActError } from '../src/protocol/errors/index.ts';
import type { Random } from '../src/protocol/ports.ts';
import { type Migration, openStore } from '../src/store/index.ts';
import type { Dice } from './dice.ts';
import type { Network } from './network.ts';
import { FaultyStore } from './store.ts';
import type { Surroundings } from './surroundings.ts';

const TRUST_REFRESH_SECONDS = 60;
const MAX_STARTS = 100;

/** What a role is composed of each time its process starts. */
export interface Ports {
  readonly store: FaultyStore;
  readonly http: HttpClient;
  readonly trust: TrustSource;
  readonly random: Random;
}

/** What a started process gives: its calls, and what it does without being called. */
export interface Started {
  readonly app: Hono;
  readonly work?: () => Promise<unknown>;
}

export interface RolePlan<S> {
  readonly name: string;
  readonly migrations: readonly Migration[];
  compose(ports: Ports): Promise<S>;
}

/** One role on one database: a process that can be killed and started again. */
export class Role<S extends Partial<Started> = Started> {
  readonly name: string;
  private readonly plan: RolePlan<S>;
  private readonly around: Surroundings;
  private readonly network: Network;
  private readonly random: Random;
  private readonly dice: Dice;
  private life: { readonly ports: Ports; readonly started: S } | undefined;

  constructor(around: Surroundings, network: Network, plan: RolePlan<S>) {
    this.name = plan.name;
    this.plan = plan;
    this.around = around;
    this.network = network;
    this.dice = around.dice.named(`store of ${plan.name}`);
    this.random = around.dice.named(`ids of ${plan.name}`).bytes;
  }

  get started(): S {
    return this.alive().started;
  }

  get store(): FaultyStore {
    return this.alive().ports.store;
  }

  /** Starts it until it stands: whoever runs a server starts it again when it fails to start. */
  async start(): Promise<void> {
    for (let starts = 1; this.life === undefined; starts += 1) {
      const ports = await this.open();
      try {
        this.life = { ports, started: await this.plan.compose(ports) };
      } catch (error) {
        await ports.store.close();
        if (!(error instanceof ActError) || starts === MAX_STARTS) throw error;
      }
    }
  }

  /** Everything in memory is gone; what was committed is still there. */
  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    const { life } = this;
    this.life = undefined;
    await life?.ports.store.close();
  }

  async handle(request: Request): Promise<Response> {
    const { app } = this.started;
    if (app === undefined) throw new Error(`${this.name} takes no calls.`);
    return app.fetch(request);
  }

  /** A round of what it does by itself. */
  async work(): Promise<void> {
    await this.started.work?.().catch((error: unknown) => {
      if (!(error instanceof ActError)) throw error;
    });
  }

  private alive() {
    if (this.life === undefined) throw new Error(`${this.name} is not running.`);
    return this.life;
  }

  private async open(): Promise<Ports> {
    const { around } = this;
    const file = join(around.data, `${this.name}.db`);
    const migrations = [...this.plan.migrations, trustMemoryMigration];
    const store = new FaultyStore(await openStore(file, migrations), this.name, around, this.dice);
    const http = this.network.clientOf(this.name);
    const trust = createTrustSource({
      url: `${around.addresses.trust}/trust-list`,
      pinnedKey: around.pinnedKey,
      client: http,
      store,
      refreshSeconds: TRUST_REFRESH_SECONDS,
    });
    return { store, http, trust, random: this.random };
  }
}
