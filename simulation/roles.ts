import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assistant, CURRENCY, dataSeller, IDS, railShop, voyageShop } from '../demo/plan.ts';
import { type Agent, type AgentDeps, agentMigrations, createAgent } from '../src/agent/index.ts';
import { createApp, createLogger, type QuietPeers } from '../src/http/index.ts';
import { loadSigner, readKeyFile } from '../src/http/key-file.ts';
import { createIssuer, issuerMigrations } from '../src/issuer/index.ts';
import { type MerchantSettings, merchantSettings } from '../src/merchant/config.ts';
import type { MerchantContext } from '../src/merchant/deps.ts';
import { quietServices, sendDue } from '../src/merchant/fulfilment/send-due.ts';
import {
  createMerchant,
  createSeller,
  type MerchantConfig,
  merchantMigrations,
} from '../src/merchant/index.ts';
import { lapseOrders } from '../src/merchant/stock.ts';
import { publicJwkOf } from '../src/protocol/jws/index.ts';
import { formatUtcSeconds } from '../src/protocol/time/index.ts';
import { createTrustApp } from '../src/trust/index.ts';
import type { Ports, RolePlan, Started } from './role.ts';
import type { Surroundings } from './surroundings.ts';

const DELIVERY_SECONDS = 300 * 86_400;
/** Nobody waits for the user in real time, so the user may be asked about often enough. */
const AGENT_QUERIES = 8;

const log = createLogger('simulation', 'silent');
const trace = (): void => undefined;

export function trustRole({ keys, clock }: Surroundings): RolePlan<Started> {
  const listPath = join(keys, 'trust-list.jwt');
  return {
    name: 'trust',
    migrations: [],
    compose: async () => ({ app: createTrustApp({ listPath, clock: clock.now, log }) }),
  };
}

export function bankRole({ keys, clock, addresses }: Surroundings): RolePlan<Started> {
  const folder = join(keys, 'bank');
  return {
    name: 'bank',
    migrations: issuerMigrations,
    async compose(ports) {
      const issuer = createIssuer({
        ...ports,
        clock: clock.now,
        log,
        issuer: {
          id: IDS.issuer,
          baseUrl: addresses.issuer,
          mandateSigner: await loadSigner(join(folder, 'issuer-mandate.json')),
          statusSigner: await loadSigner(join(folder, 'issuer-status.json')),
          psps: [IDS.psp],
        },
        psp: {
          id: IDS.psp,
          receiptSigner: await loadSigner(join(folder, 'psp-receipt.json')),
          http: ports.http,
        },
      });
      await issuer.start();
      return { app: issuer.app };
    },
  };
}

/** Its own timers do not run here: the simulation says when the worker has a round. */
async function merchantContext(
  { keys, clock }: Surroundings,
  ports: Ports,
  name: string,
  config: MerchantConfig,
): Promise<MerchantContext> {
  const signer = await loadSigner(join(keys, name, 'merchant-quote.json'));
  const settings: MerchantSettings = merchantSettings(config);
  return { ...ports, config: settings, signer, clock: clock.now, log, trace };
}

async function workOf(context: MerchantContext, quiet: QuietPeers): Promise<void> {
  await lapseOrders(context.store, context.clock());
  await sendDue(context, quiet);
}

export function merchantRole(around: Surroundings, name: 'rail' | 'voyage'): RolePlan<Started> {
  const deliverBy = formatUtcSeconds(around.clock.now() + DELIVERY_SECONDS);
  const shop = name === 'rail' ? railShop : voyageShop;
  const config = shop(around.addresses, deliverBy);
  return {
    name,
    migrations: merchantMigrations,
    async compose(ports) {
      const context = await merchantContext(around, ports, name, config);
      const { app } = await createMerchant(context);
      const quiet = quietServices(context);
      return { app, work: () => workOf(context, quiet) };
    },
  };
}

export function sellerRole(around: Surroundings, name: 'market' | 'archive'): RolePlan<Started> {
  const config = dataSeller(around.addresses, name);
  return {
    name,
    migrations: merchantMigrations,
    async compose(ports) {
      const context = await merchantContext(around, ports, name, config);
      const app = createApp({ name, log, checks: [] });
      const seller = createSeller(context);
      app.use('/data/*', seller.sells({ name, price: '0.01', currency: CURRENCY, category: `data/${name}` }));
      app.get('/data/*', (c) => c.json({ seller: name, asked: c.req.path }));
      const quiet = quietServices(context);
      return { app, work: () => workOf(context, quiet) };
    },
  };
}

export interface StartedAgent {
  readonly agent: Agent;
  readonly deps: AgentDeps;
}

/** @param wait what the world does while the agent waits */
export function agentRole(
  around: Surroundings,
  delegator: string,
  wait: (milliseconds: number) => Promise<void>,
): RolePlan<StartedAgent & Partial<Started>> {
  const { keys, addresses, pinnedKey, clock } = around;
  const keyFile = join(keys, 'agent', 'agent.json');
  return {
    name: 'agent',
    migrations: agentMigrations,
    async compose(ports) {
      const deps: AgentDeps = {
        ...ports,
        config: { ...assistant(addresses, delegator), max_queries: AGENT_QUERIES },
        signer: await loadSigner(keyFile),
        publicJwk: publicJwkOf((await readKeyFile(keyFile)).jwk),
        attestation: readFileSync(join(keys, 'agent', 'agent-attestation.jwt'), 'utf8').trim(),
        trustListKey: pinnedKey,
        clock: clock.now,
        sleep: wait,
        log,
        trace,
      };
      return { agent: createAgent(deps), deps };
    },
  };
}
