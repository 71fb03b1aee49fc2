import { type Context, Hono } from 'hono';
import { ActError, type Code } from '../protocol/errors/index.ts';
import type { Logger } from './log.ts';
import { problemOf } from './problem.ts';

export interface AppOptions {
  /** Shown by GET /healthz. */
  readonly name: string;
  readonly log: Logger;
}

/**
 * A Hono app with what every role shares: problem+json for every refusal, no caching unless a handler says so, one log line a request,
 * GET /healthz. Routes are added by the role.
 */
export function createApp({ name, log }: AppOptions): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    const started = performance.now();
    await next();
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
    c.header('X-Content-Type-Options', 'nosniff');
    const code = c.res.headers.get('X-Act-Code') ?? undefined;
    log.info(
      { method: c.req.method, status: c.res.status, code, ms: Math.round(performance.now() - started) },
      'request',
    );
  });
  app.notFound((c) => answerProblem(c, new ActError('not_found')));
  app.onError((error, c) => {
    if (error instanceof ActError) return answerProblem(c, error);
    log.error({ error: error.name, stack: error.stack }, 'unexpected error');
    return answerProblem(c, new ActError('internal'));
  });
  app.get('/healthz', (c) => c.json({ name, status: 'ok' }));
  return app;
}

/**
 * Answers with problem details; the code also stands in a header, for logs and for people with curl.
 *
 * @param status where the protocol fixes it, whatever the code says
 */
export function answerProblem(c: Context, error: ActError, status?: 402): Response {
  const own = problemOf(error);
  const problem = status === undefined ? own : { ...own, status };
  return c.body(JSON.stringify(problem), problem.status as 400, {
    'Content-Type': 'application/problem+json',
    'X-Act-Code': error.code satisfies Code,
  });
}
