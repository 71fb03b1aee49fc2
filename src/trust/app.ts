import { readFile, stat } from 'node:fs/promises';
import type { Hono } from 'hono';
import { createApp, type Logger, type ReadinessCheck } from '../http/index.ts';
import { ActError } from '../protocol/errors/index.ts';
import { REQUEST_TIME_SKEW_SECONDS } from '../protocol/limits.ts';
import { readMessage } from '../protocol/messages/index.ts';
import type { Clock } from '../protocol/ports.ts';
import openapi from './generated/openapi.json' with { type: 'json' };

export interface TrustAppOptions {
  /** The file with the signed list, as `provision` and `trustPublish` write it. */
  readonly listPath: string;
  readonly clock: Clock;
  readonly log: Logger;
}

interface HeldList {
  readonly compact: string;
  /** Unix seconds. */
  readonly issuedAt: number;
  readonly nextUpdate: number;
  readonly version: string;
}

/** A withdrawal has to reach everybody soon, however long the list itself is good for. */
const MAX_AGE_SECONDS = 60;

/** Between two looks at the list for those who ask whether this server is ready. */
const LOOK_MILLISECONDS = 1_000;

/**
 * The trust service: hands out the signed list that stands on disk, read again when the file changes. It signs
 * nothing and issues no certificates.
 */
export function createTrustApp({ listPath, clock, log }: TrustAppOptions): Hono {
  let held: HeldList | undefined;
  const app = createApp({ name: 'trust', log, checks: [freshList(listPath, clock)], openapi });
  app.get('/trust-list', async (c) => {
    held = await readList(listPath, held);
    const maxAge = Math.min(MAX_AGE_SECONDS, held.nextUpdate - clock());
    return c.body(held.compact, 200, {
      'Content-Type': 'application/jwt',
      'Cache-Control': maxAge > 0 ? `public, max-age=${maxAge}` : 'no-store',
    });
  });
  return app;
}

/** What it hands out must be of use to those who fetch it. @see OA-OPS-20 */
function freshList(listPath: string, clock: Clock): ReadinessCheck {
  return {
    name: 'trust_list',
    keepMilliseconds: LOOK_MILLISECONDS,
    async run() {
      const { issuedAt, nextUpdate } = await readList(listPath, undefined);
      const now = clock();
      if (now >= nextUpdate) throw new ActError('trust_list_stale', { next_update: nextUpdate, now });
      if (issuedAt > now + REQUEST_TIME_SKEW_SECONDS) {
        throw new ActError('trust_list_not_yet_valid', { issued_at: issuedAt, now });
      }
    },
  };
}

/**
 * The list on disk. One that is past its next_update is handed out all the same: whoever reads it fails closed.
 *
 * @throws ActError trust_list_unavailable when there is no readable list
 */
async function readList(path: string, held: HeldList | undefined): Promise<HeldList> {
  try {
    const { mtimeMs, ino, size } = await stat(path);
    const version = `${mtimeMs} ${ino} ${size}`;
    if (held?.version === version) return held;
    const compact = (await readFile(path, 'utf8')).trim();
    const { iat: issuedAt, exp: nextUpdate } = readMessage('trustList', compact).claims;
    return { compact, issuedAt, nextUpdate, version };
  } catch {
    throw new ActError('trust_list_unavailable');
  }
}
