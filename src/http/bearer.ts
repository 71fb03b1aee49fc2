import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context, Hono, Next } from 'hono';
import { ActError } from '../protocol/errors/index.ts';

/**
 * Puts everything below a path behind one token. Whoever has not got it learns nothing of what is there, not even how long
 * it is: digests are compared, which are of one length, in a time that does not depend on where they differ.
 *
 * @throws ActError not_found without `Authorization: Bearer` and this very token
 * @see OA-ICN-23
 */
export function behindToken(app: Hono, paths: readonly string[], token: string): void {
  const due = digestOf(`Bearer ${token}`);
  const guard = (c: Context, next: Next): Promise<void> => {
    if (!timingSafeEqual(digestOf(c.req.header('authorization') ?? ''), due)) throw new ActError('not_found');
    return next();
  };
  for (const path of paths) app.use(path, guard);
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
