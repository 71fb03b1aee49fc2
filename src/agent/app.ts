import type { Context, Hono } from 'hono';
import { createApp, type Logger } from '../http/index.ts';
import { ActError } from '../protocol/errors/index.ts';
import type { Trace } from '../protocol/ports.ts';
import openapi from './generated/openapi.json' with { type: 'json' };
import {
  addAssignmentRoutes,
  addEvidenceRoutes,
  addIntentRoutes,
  addPurchaseRoutes,
  addTaskRoutes,
  addTillRoutes,
} from './routes.ts';
import type { Agent } from './tasks/agent.ts';

/**
 * The agent's server for its own user: tasks, answers, confirmation, purchases. It answers loopback requests only,
 * and none that a web page makes.
 */
export function createAgentApp(agent: Agent, { log }: { readonly log: Logger; readonly trace: Trace }): Hono {
  const app = createApp({ name: 'agent', log, checks: agent.checks, openapi });
  app.use(async (c, next) => {
    assertOwnUser(c);
    await next();
  });
  addTaskRoutes(app, agent);
  addIntentRoutes(app, agent);
  addPurchaseRoutes(app, agent);
  addTillRoutes(app, agent);
  addAssignmentRoutes(app, agent);
  addEvidenceRoutes(app, agent);
  return app;
}

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/;

/**
 * The user's browser must not become somebody else's hand: a page on the web names its origin, and a name that was
 * rebound to this machine is not a loopback name.
 *
 * @throws ActError access_restricted
 * @see ADD-INT-ICS-27
 */
function assertOwnUser(c: Context): void {
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  // Browsers say where a call comes from; `none` is the user's own typing, everything else is a page.
  const site = c.req.header('sec-fetch-site') ?? 'none';
  if (!LOOPBACK.test(host) || c.req.header('origin') !== undefined || site !== 'none')
    throw new ActError('access_restricted', { rule: 'loopback' });
}
