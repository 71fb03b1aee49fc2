import { type Context, Hono } from 'hono';
import { ActError, type Code } from '../protocol/errors/index.ts';
import { faultOf, type Logger, reasonOf } from './log.ts';
import { answerProbes } from './probes/answers.ts';
import { createReadiness, type ReadinessCheck } from './probes/readiness.ts';
import { problemOf, retryAfter } from './problem.ts';
import { measureRequests } from './telemetry.ts';

export interface AppOptions {
  /** Shown by GET /livez and GET /readyz. */
  readonly name: string;
  readonly log: Logger;
  /** What the server needs before it can do its work. */
  readonly checks: readonly ReadinessCheck[];
  /** The role's own description, handed out at GET /openapi.json. */
  readonly openapi?: object;
}

/**
 * A Hono app with what every role shares: problem+json for every refusal, no caching unless a handler says so, one log
 * line a request, GET /livez, GET /readyz, GET /openapi.json. Routes are added by the role. A fault of ours is told to
 * the log and to nobody else.
 *
 * @see OA-HTTP-01, OA-HTTP-02, OA-HTTP-04, OA-HTTP-21, OA-HTTP-24
 */
export function createApp({ name, log, checks, openapi }: AppOptions): Hono {
  const app = new Hono();
  const measured = measureRequests();
  if (measured !== undefined) app.use(measured);
  app.use(async (c, next) => {
    const started = performance.now();
    // Set before the answer is made: afterwards the whole answer would have to be made again.
    c.header('Cache-Control', 'no-store');
    c.header('X-Content-Type-Options', 'nosniff');
    await next();
    const code = c.res.headers.get('X-Act-Code') ?? undefined;
    const ms = Math.round(performance.now() - started);
    // What the database calls it: a probe may still be told that all is well.
    const reason = reasonOf(c.error);
    log.info({ method: c.req.method, status: c.res.status, code, reason, ms }, 'request');
  });
  app.notFound((c) => {
    const methods = methodsAt(app, c.req.path);
    if (methods.length === 0) return answerProblem(c, new ActError('not_found'));
    c.header('Allow', methods.join(', '));
    return answerProblem(c, new ActError('method_not_supported'));
  });
  app.onError((error, c) => {
    if (error instanceof ActError) return answerProblem(c, error);
    log.error(faultOf(error), 'unexpected error');
    return answerProblem(c, new ActError('internal'));
  });
  answerProbes(app, name, createReadiness(log, checks));
  if (openapi !== undefined) {
    app.get('/openapi.json', (c) => c.json(openapi, 200, { 'Cache-Control': 'public, max-age=3600' }));
  }
  return app;
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const ANY_METHOD = 'ALL';

/** The methods that some handler of this address takes; what runs for every method is no handler of an address. */
function methodsAt(app: Hono, path: string): string[] {
  return METHODS.filter((method) =>
    app.router.match(method, path)[0].some(([[, route]]) => route.method !== ANY_METHOD),
  );
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
    ...retryAfter(error),
  });
}
