import type { Hono } from 'hono';
import { createApp, type Logger, type RateLimit } from '../../http/index.ts';
import type { Clock, Random } from '../../protocol/ports.ts';
import type { Store } from '../../store/index.ts';
import type { TrustList } from '../../verifier/index.ts';
import openapi from '../generated/openapi.json' with { type: 'json' };
import { creditChecks } from '../readiness.ts';
import { type CreditParts, type CreditService, creditParts } from './ports.ts';
import { addCreditRoutes } from './routes.ts';
import { noticeChanges } from './watch.ts';

export interface CreditAppOptions {
  readonly service: CreditService;
  /** With `creditMigrations` and `heartbeatMigration`. */
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  /** What agents, relying parties and this service itself are judged by. */
  readonly trust: { current(now: number): Promise<TrustList> };
  /** Counted for whoever has signed what came; absent: nobody is counted. */
  readonly callerLimit?: RateLimit;
}

/** A credit service by itself, beside a trust list of somebody else. */
export interface CreditApp {
  readonly app: Hono;
  readonly parts: CreditParts;
  /** Looks whether what credentials rest on has changed; to be called every minute or so. @see TSD-CRD-LCM-04 */
  tend(): Promise<void>;
}

export function createCreditApp({ service, trust, log, ...around }: CreditAppOptions): CreditApp {
  const parts = creditParts(service, { ...around, trustList: (now) => trust.current(now) });
  const app = createApp({
    name: 'credit',
    log,
    checks: creditChecks(service, { ...around, trust }),
    openapi,
  });
  addCreditRoutes(app, parts);
  return {
    app,
    parts,
    async tend() {
      await noticeChanges(parts);
    },
  };
}
