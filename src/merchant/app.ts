import type { Hono } from 'hono';
import { commandOf, createApp, readJson } from '../http/index.ts';
import { traced } from '../http/traced.ts';
import type { AgentCard, Catalogue } from '../protocol/generated/types.ts';
import {
  validateIntentTransferBody,
  validateQuoteRequestBody,
  validateReleaseBody,
} from '../protocol/generated/validators.js';
import { capabilityOf, type MerchantSettings, merchantSettings } from './config.ts';
import type { MerchantContext, MerchantDeps } from './deps.ts';
import { startWorker, type Worker } from './fulfilment/worker.ts';
import openapi from './generated/openapi.json' with { type: 'json' };
import { transferIntent } from './intents/transfer.ts';
import { showOrder } from './orders/read.ts';
import { releaseOrder } from './orders/release.ts';
import { makeQuote } from './quotes/quote.ts';
import { sellerChecks } from './readiness.ts';
import { lapseOrders, offeredItems, seedStock } from './stock.ts';

const CAPABILITY_PATH = '/.well-known/act-payment-capability.json';

/** What an answer to an intent transfer keeps: it names its request and brings candidates. */
const ANSWERED = ['CID-INT-XFR-05', 'CID-INT-XFR-06'];

/** A merchant's server. `start` begins to confirm deliveries; `close` lets a running round end. */
export interface Merchant {
  readonly app: Hono;
  start(): void;
  close(): Promise<void>;
}

/**
 * Composes a merchant: brings the stock table into line with the configuration and builds the routes.
 *
 * @throws ActError store_unavailable; schema_mismatch, amount_* and currency_unknown for a wrong configuration
 */
export async function createMerchant(given: MerchantDeps): Promise<Merchant> {
  const deps: MerchantContext = { ...given, config: merchantSettings(given.config) };
  await seedStock(deps.store, deps.config);
  let worker: Worker | undefined;
  const app = createApp({
    name: 'merchant',
    log: deps.log,
    checks: sellerChecks(deps),
    openapi,
  });
  addOfferRoutes(app, deps);
  addOrderRoutes(app, deps, () => worker?.wake());
  return {
    app,
    start() {
      worker ??= startWorker(deps);
    },
    async close() {
      await worker?.close();
    },
  };
}

function addOfferRoutes(app: Hono, deps: MerchantContext): void {
  const { config } = deps;
  app.get('/.well-known/agent-card.json', (c) => c.json(agentCard(config)));
  app.get(CAPABILITY_PATH, (c) => c.json(capabilityOf(config)));
  app.get('/catalogue', async (c) => {
    const now = deps.clock();
    await lapseOrders(deps.store, now);
    const items = await offeredItems(deps.store.read, config, now);
    return c.json({ merchant: config.merchant, items } satisfies Catalogue);
  });
  app.post('/intents', async (c) => {
    const body = await readJson(c, validateIntentTransferBody);
    const step = {
      from: body.agent_id,
      to: config.merchant,
      message: 'intent transfer',
      signer: null,
      checks: ANSWERED,
    };
    return c.json(await traced(deps.trace, step, () => transferIntent(deps, body)));
  });
}

function addOrderRoutes(app: Hono, deps: MerchantContext, wake: () => void): void {
  const { merchant } = deps.config;
  app.post('/quotes', async (c) => {
    const body = await readJson(c, validateQuoteRequestBody);
    const step = { from: 'agent', to: merchant, message: 'quote.request' };
    return c.json(await traced(deps.trace, step, (witness) => makeQuote(deps, body, witness)), 201);
  });
  app.post('/orders/:no/release', async (c) => {
    const body = await readJson(c, validateReleaseBody);
    const step = { from: 'agent', to: merchant, message: 'order.release' };
    const outTradeNo = c.req.param('no');
    const release = await traced(deps.trace, step, (witness) =>
      releaseOrder(deps, outTradeNo, body, witness),
    );
    wake();
    return c.json(release);
  });
  app.get('/orders/:no', async (c) => {
    const command = commandOf(c);
    const step = { from: 'agent', to: merchant, message: 'order.read' };
    const outTradeNo = c.req.param('no');
    return c.json(await traced(deps.trace, step, (witness) => showOrder(deps, outTradeNo, command, witness)));
  });
}

function agentCard(config: MerchantSettings): AgentCard {
  return {
    agent_id: config.merchant,
    capabilities: {
      'act:payment:negotiation': {
        mode: 'one-way',
        capability_url: `${config.base_url}${CAPABILITY_PATH}`,
      },
    },
  };
}
