/** What the agent's user can ask of it, by what it is about. */
import type { Context, Hono } from 'hono';
import { readJson } from '../http/index.ts';
import {
  type Validator,
  validateAssignment,
  validateAssignmentBody,
  validateAssignmentProof,
  validateTaskBody,
} from '../protocol/generated/validators.js';
import type { JsonObject } from '../protocol/json/index.ts';
import type { CarriedOrder } from './payer-code/offer.ts';
import type { Agent } from './tasks/agent.ts';

interface BuyBody {
  readonly purchase?: string;
}

const buyBody: Validator<BuyBody> = (data): data is BuyBody => hasOnlyText(data, ['purchase']);
const carriedBody: Validator<CarriedOrder> = (data): data is CarriedOrder =>
  hasOnlyText(data, ['quote', 'trigger']) &&
  'quote' in data &&
  'trigger' in data &&
  (data.trigger === 'TAP' || data.trigger === 'SCAN');
const answersBody: Validator<JsonObject> = (data): data is JsonObject => isObject(data);
const emptyBody: Validator<object> = (data): data is object => hasOnlyText(data, []);

function isObject(data: unknown): data is object {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function hasOnlyText(data: unknown, members: readonly string[]): data is object {
  return (
    isObject(data) &&
    Object.entries(data).every(([name, value]) => members.includes(name) && typeof value === 'string')
  );
}

/** From what the user says to the mandate, and what was decided on the way. */
export function addTaskRoutes(app: Hono, agent: Agent): void {
  app.post('/tasks', async (c) => {
    const body = await readJson(c, validateTaskBody);
    const { delegator_identity: delegatorIdentity, level } = body;
    const options = {
      ...(delegatorIdentity === undefined ? {} : { delegatorIdentity }),
      ...(level === undefined ? {} : { level }),
    };
    return c.json(await agent.draft(body.conversation_history ?? body.utterance ?? '', options), 201);
  });
  app.get('/tasks/:id', async (c) => c.json(await agent.read(c.req.param('id'))));
  app.post('/tasks/:id/answers', async (c) => {
    const answers = await readJson(c, answersBody);
    return c.json(await agent.answer(c.req.param('id'), answers));
  });
  app.post('/tasks/:id/confirm', async (c) => {
    await optionalJson(c, emptyBody);
    return c.json(await agent.confirm(c.req.param('id')));
  });
  app.get('/tasks/:id/decisions', async (c) =>
    c.json({ decisions: await agent.decisions(c.req.param('id')) }),
  );
}

export function addIntentRoutes(app: Hono, agent: Agent): void {
  app.get('/tasks/:id/intent', async (c) => c.json(await agent.intent(c.req.param('id'))));
  app.post('/tasks/:id/intent/forget', async (c) => {
    await optionalJson(c, emptyBody);
    return c.json(await agent.deleteIntent(c.req.param('id')));
  });
  app.delete('/tasks/:id/intent', async (c) => {
    await agent.deleteIntent(c.req.param('id'));
    return c.body(null, 204);
  });
}

/** A purchase, and what becomes of one that stands still. */
export function addPurchaseRoutes(app: Hono, agent: Agent): void {
  app.post('/tasks/:id/buy', async (c) => {
    const { purchase } = (await optionalJson(c, buyBody)) ?? {};
    return c.json(await agent.buy(c.req.param('id'), purchase));
  });
  app.post('/tasks/:id/purchases/:purchase/resume', async (c) => {
    await optionalJson(c, emptyBody);
    return c.json(await agent.resume(c.req.param('id'), c.req.param('purchase')));
  });
  app.post('/tasks/:id/purchases/:purchase/cancel', async (c) => {
    await optionalJson(c, emptyBody);
    return c.json(await agent.cancel(c.req.param('id'), c.req.param('purchase')));
  });
}

/** At a till: a code that the agent shows, or an order that a tag or a shop's code hands over. */
export function addTillRoutes(app: Hono, agent: Agent): void {
  app.post('/tasks/:id/codes', async (c) => {
    await optionalJson(c, emptyBody);
    return c.json(await agent.showCode(c.req.param('id')), 201);
  });
  app.get('/tasks/:id/codes/:payer_code', async (c) =>
    c.json(await agent.readCode(c.req.param('id'), c.req.param('payer_code'))),
  );
  app.post('/tasks/:id/codes/:payer_code/pay', async (c) => {
    await optionalJson(c, emptyBody);
    return c.json(await agent.payCode(c.req.param('id'), c.req.param('payer_code')));
  });
  app.post('/tasks/:id/orders', async (c) => {
    const order = await readJson(c, carriedBody);
    return c.json(await agent.payCarried(c.req.param('id'), order));
  });
}

/** A part of a mandate, handed down to another agent or taken from one. */
export function addAssignmentRoutes(app: Hono, agent: Agent): void {
  app.post('/tasks/:id/assignments', async (c) => {
    const asked = await readJson(c, validateAssignmentBody);
    return c.json(await agent.assign(c.req.param('id'), asked), 201);
  });
  app.post('/tasks/:id/assignments/:delegation', async (c) => {
    const proof = await readJson(c, validateAssignmentProof);
    return c.json(await agent.handDown(c.req.param('id'), c.req.param('delegation'), proof), 201);
  });
  app.delete('/tasks/:id/assignments/:delegation', async (c) =>
    c.json(await agent.takeBack(c.req.param('id'), c.req.param('delegation'))),
  );
  app.post('/tasks/:id/assignment', async (c) => {
    const assignment = await readJson(c, validateAssignment);
    return c.json(await agent.takeAssignment(c.req.param('id'), assignment), 201);
  });
}

/** What the agent has kept, for whoever has to judge. */
export function addEvidenceRoutes(app: Hono, agent: Agent): void {
  app.get('/tasks/:id/bundle', async (c) => {
    const bundle = await agent.bundle(c.req.param('id'), c.req.query('purchase'));
    return c.body(bundle, 200, { 'Content-Type': 'application/json' });
  });
  app.get('/trades/:trade_no/evidence', async (c) => c.json(await agent.evidence(c.req.param('trade_no'))));
  app.get('/mandates/:delegation/records', async (c) =>
    c.json(await agent.mandateEvidence(c.req.param('delegation'))),
  );
}

/** A call without a body carries no content type. A body without one is refused, not passed over: it says what to buy. */
async function optionalJson<T>(c: Context, validator: Validator<T>): Promise<T | undefined> {
  const isEmpty =
    c.req.header('content-type') === undefined &&
    c.req.header('transfer-encoding') === undefined &&
    (c.req.header('content-length') ?? '0') === '0';
  return isEmpty ? undefined : readJson(c, validator);
}
