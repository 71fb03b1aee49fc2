import type { Hono } from 'hono';
import type { Readiness } from './readiness.ts';

const READINESS_PATH = '/readyz';
const LIVENESS_PATH = '/livez';

/** What the question is at this path of a probe, if it is one. */
export function probeAt(path: string): 'live' | 'ready' | undefined {
  if (path === LIVENESS_PATH) return 'live';
  return path === READINESS_PATH ? 'ready' : undefined;
}

/**
 * GET /livez: the process answers. GET /readyz: it can do its work; if not, 503 with the names of what it lacks and
 * nothing about why.
 *
 * @see OA-OPS-20, OA-OPS-21
 */
export function answerProbes(app: Hono, name: string, readiness: Readiness): void {
  app.get(LIVENESS_PATH, (c) => c.json({ name, status: 'ok' }));
  app.get(READINESS_PATH, async (c) => {
    const failing = await readiness();
    return failing.length === 0
      ? c.json({ name, status: 'ok' })
      : c.json({ name, status: 'unavailable', failing }, 503);
  });
}

/** A server that is going down says so, so that nothing new is sent to it. @see OA-OPS-23 */
export function drainingAnswer(): Response {
  const body = { status: 'unavailable', failing: ['draining'] };
  return Response.json(body, { status: 503, headers: { 'Cache-Control': 'no-store' } });
}
