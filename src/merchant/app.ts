import type { Hono } from 'hono';
import { commandOf, createApp, observeOutbox, type Rounds, readJson } from '../http/index.ts';
import { traced } from '../http/traced.ts';
import { ActError } from '../protocol/errors/index.ts';
import type { Catalogue } from '../protocol/generated/types.ts';
import {
  validateCommandBody,
  validateIntentTransferBody,
  validateNegotiationBody,
  validatePaymentNoticeBody,
  validateQuoteRequestBody,
  validateReleaseBody,
} from '../protocol/generated/validators.js';
import { observeRecords } from '../records/index.ts';
import { showBilledRecords } from './a402/records.ts';
import { capabilityOf, merchantSettings } from './config.ts';
import type { MerchantContext, MerchantDeps } from './deps.ts';
import { waitingCommands } from './fulfilment/outbox.ts';
import { startWorker } from './fulfilment/worker.ts';
import openapi from './generated/openapi.json' with { type: 'json' };
import { transferIntent } from './intents/transfer.ts';
import { agentCard, CAPABILITY_PATH } from './negotiation/card.ts';
import { NEGOTIATION_PATH, negotiate } from './negotiation/negotiate.ts';
import { cancelOrder } from './orders/cancel.ts';
import { readHeldBefore } from './orders/held-before.ts';
import { takeNotice } from './orders/notice.ts';
import { showOffer, showOrder, showOrderRecords } from './orders/read.ts';
import { releaseOrder } from './orders/release.ts';
import { makeQuote } from './quotes/quote.ts';
import { sellerChecks } from './readiness.ts';
import { lapseOrders, offeredItems, seedStock } from './stock.ts';

/** What an answer to an intent transfer keeps: it names its request and brings candidates. */
const ANSWERED = ['CID-INT-XFR-05', 'CID-INT-XFR-06'];

/** A merchant's server. `start` begins to confirm deliveries; `close` lets a running round end. */
export interface Merchant {
  readonly app: Hono;
  start(): void;
  close(): Promise<void>;
}

/**
 * Composes a merchant: brings the stock table into line with the configuration, and orders that an older server took with
 * what is written down now, and builds the routes.
 *
 * @throws ActError store_unavailable; schema_mismatch, amount_* and currency_unknown for a wrong configuration
 */
export async function createMerchant(given: MerchantDeps): Promise<Merchant> {
  const deps: MerchantContext = { ...given, config: merchantSettings(given.config) };
  await seedStock(deps.store, deps.config);
  await readHeldBefore(deps.store);
  observeRecords('merchant', deps.store, deps.clock);
  observeOutbox('merchant', deps.clock, () => waitingCommands(deps.store.read));
  let worker: Rounds | undefined;
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
    const command = c.req.header('authorization') === undefined ? undefined : commandOf(c);
    const step = {
      from: body.agent_id,
      to: config.merchant,
      message: 'intent transfer',
      signer: command === undefined ? null : body.agent_id,
      checks: ANSWERED,
    };
    return c.json(await traced(deps.trace, step, (witness) => transferIntent(deps, body, command, witness)));
  });
  app.post(NEGOTIATION_PATH, async (c) => {
    if (config.negotiation !== 'two-way') throw new ActError('not_found');
    const body = await readJson(c, validateNegotiationBody);
    const step = {
      from: body.agent_id,
      to: config.merchant,
      message: 'payment negotiation',
      signer: null,
      checks: ['CID-PCA-NEG-11'],
    };
    return c.json(await traced(deps.trace, step, () => negotiate(deps, body)));
  });
}

/** Of an order, or of one on access where the same server sells both. */
async function showRecords(
  ...asked: Parameters<typeof showOrderRecords>
): ReturnType<typeof showOrderRecords> {
  try {
    return await showOrderRecords(...asked);
  } catch (error) {
    if (error instanceof ActError && error.code === 'order_unknown') return showBilledRecords(...asked);
    throw error;
  }
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
  app.post('/payment-results', async (c) => {
    const { receipt } = await readJson(c, validatePaymentNoticeBody);
    const step = { from: 'psp', to: merchant, message: 'payment result' };
    return c.json(await traced(deps.trace, step, (witness) => takeNotice(deps, receipt, witness)));
  });
  app.post('/orders/:no/cancel', async (c) => {
    const { command } = await readJson(c, validateCommandBody);
    const step = { from: 'agent', to: merchant, message: 'order.cancel' };
    const outTradeNo = c.req.param('no');
    return c.json(
      await traced(deps.trace, step, (witness) => cancelOrder(deps, outTradeNo, command, witness)),
    );
  });
  app.get('/orders/:no/records', async (c) => {
    const command = commandOf(c);
    const step = { from: 'agent', to: merchant, message: 'order.read' };
    const outTradeNo = c.req.param('no');
    return c.json(
      await traced(deps.trace, step, (witness) => showRecords(deps, outTradeNo, command, witness)),
    );
  });
  app.get('/orders/:no/quote', async (c) => {
    const command = commandOf(c);
    const step = { from: 'agent', to: merchant, message: 'order.read' };
    const outTradeNo = c.req.param('no');
    return c.json(await traced(deps.trace, step, (witness) => showOffer(deps, outTradeNo, command, witness)));
  });
  app.get('/orders/:no', async (c) => {
    const command = commandOf(c);
    const step = { from: 'agent', to: merchant, message: 'order.read' };
    const outTradeNo = c.req.param('no');
    return c.json(await traced(deps.trace, step, (witness) => showOrder(deps, outTradeNo, command, witness)));
  });
}
