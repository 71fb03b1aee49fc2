import { readFile, stat } from 'node:fs/promises';
import type { Hono } from 'hono';
import { createApp, type Logger, type RateLimit, type ReadinessCheck } from '../http/index.ts';
import { ActError } from '../protocol/errors/index.ts';
import { REQUEST_TIME_SKEW_SECONDS, TRUST_LIST_MAX_BYTES } from '../protocol/limits.ts';
import { readMessage } from '../protocol/messages/index.ts';
import type { Clock } from '../protocol/ports.ts';
import { openTrustList, type PinnedKeys, type TrustList } from '../verifier/index.ts';
import { type CreditService, creditParts } from './credit/ports.ts';
import { addCreditRoutes } from './credit/routes.ts';
import { noticeChanges } from './credit/watch.ts';
import { addDisputeRoutes } from './disputes/routes.ts';
import openapi from './generated/openapi.json' with { type: 'json' };
import { AnchorLog } from './log/anchor-log.ts';
import { addLogRoutes } from './log/routes.ts';
import type { AnchorService } from './log/service.ts';
import { anchorChecks } from './readiness.ts';

export interface TrustAppOptions {
  /** The file with the signed list, as `provision` and `trustPublish` write it. */
  readonly listPath: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** Where this service keeps the log of anchors as well. */
  readonly anchors?: AnchorService;
  /** Where this service associates credit as well; `anchors.store` then has `creditMigrations` too. */
  readonly credit?: CreditService;
  /** Counted for whoever has signed what came; absent: nobody is counted. @see OA-OPS-02 */
  readonly callerLimit?: RateLimit;
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
 * The trust service: hands out the signed list that stands on disk, read again when the file changes, and keeps the log
 * of anchors where it has one. It signs checkpoints, and findings and credit where it is told to; it issues no certificates.
 */
export function createTrustApp(options: TrustAppOptions): Hono {
  return createTrustService(options).app;
}

export interface TrustService {
  readonly app: Hono;
  /**
   * What a service does by itself, every minute: it looks whether credentials still rest on what they did.
   *
   * @see TSD-CRD-LCM-04
   */
  tend(): Promise<void>;
}

export function createTrustService(options: TrustAppOptions): TrustService {
  const { listPath, clock, log, anchors, credit, callerLimit } = options;
  const counting = callerLimit ? { callerLimit } : {};
  let tend = async (): Promise<void> => {};
  let held: HeldList | undefined;
  const list = freshList(listPath, clock);
  const app = createApp({
    name: 'trust',
    log,
    checks: anchors ? checksOf(options, anchors, list) : [list],
    openapi,
  });
  if (anchors) {
    const trustList = openedList(listPath, anchors.pinnedKeys);
    const { store, key, signer } = anchors;
    const anchorLog = new AnchorLog({ store, key, signer, clock });
    addLogRoutes(app, { log: anchorLog, read: store.read, clock, trustList, ...counting });
    addDisputeRoutes(app, { ...anchors, clock, trustList });
    if (credit) {
      const { random } = anchors;
      const parts = creditParts(credit, { store, random, clock, trustList, ...counting });
      addCreditRoutes(app, parts);
      tend = async () => {
        await noticeChanges(parts);
      };
    }
  }
  app.get('/trust-list', async (c) => {
    held = await readList(listPath, held);
    const maxAge = Math.min(MAX_AGE_SECONDS, held.nextUpdate - clock());
    return c.body(held.compact, 200, {
      'Content-Type': 'application/jwt',
      'Cache-Control': maxAge > 0 ? `public, max-age=${maxAge}` : 'no-store',
    });
  });
  return { app, tend };
}

/** Whoever sends something is judged by the list that stands on disk, opened like anybody else's. */
function openedList(path: string, pinnedKeys: PinnedKeys): (now: number) => Promise<TrustList> {
  let held: HeldList | undefined;
  let opened: { readonly version: string; readonly list: TrustList } | undefined;
  return async (now) => {
    held = await readList(path, held);
    if (opened?.version !== held.version || now >= opened.list.nextUpdate) {
      opened = { version: held.version, list: await openTrustList(held.compact, pinnedKeys, now) };
    }
    return opened.list;
  };
}

/** The list has to be of use to this service itself, too. */
function checksOf(
  { listPath, clock, credit }: TrustAppOptions,
  anchors: AnchorService,
  list: ReadinessCheck,
): readonly ReadinessCheck[] {
  const opened = openedList(listPath, anchors.pinnedKeys);
  const current = async (now: number): Promise<TrustList> => {
    await list.run();
    return opened(now);
  };
  return anchorChecks(anchors, credit, { store: anchors.store, clock, trust: { current } });
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

/** With the end of its line. */
const LIST_FILE_MAX_BYTES = TRUST_LIST_MAX_BYTES + 2;

/**
 * The list on disk. One that is past its next_update is handed out all the same: whoever reads it fails closed.
 *
 * @throws ActError trust_list_unavailable when there is no readable list
 */
async function readList(path: string, held: HeldList | undefined): Promise<HeldList> {
  try {
    const found = await stat(path);
    // To read what is no file, or has no end, would take the thread that reads, and in the end all of them.
    if (!found.isFile() || found.size > LIST_FILE_MAX_BYTES) throw new Error('No file of a list.');
    const version = `${found.mtimeMs} ${found.ino} ${found.size}`;
    if (held?.version === version) return held;
    const compact = (await readFile(path, 'utf8')).trim();
    const { iat: issuedAt, exp: nextUpdate } = readMessage('trustList', compact).claims;
    return { compact, issuedAt, nextUpdate, version };
  } catch {
    throw new ActError('trust_list_unavailable');
  }
}
