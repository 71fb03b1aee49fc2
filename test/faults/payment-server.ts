import { readFileSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { createApp, createLogger, listen, roleChecks } from '../../src/http/index.ts';
import { issuerMigrations } from '../../src/issuer/migrations.ts';
import { createPsp, createStatusSource, limitsDecide, pspRoutes } from '../../src/issuer/psp/index.ts';
import type { PublicJwk } from '../../src/protocol/digest/index.ts';
import { localSigner, type PrivateJwk } from '../../src/protocol/jws/index.ts';
import { openServerStore } from '../../src/store/index.ts';
import { openTrustList } from '../../src/verifier/index.ts';

/** What the test tells the server that it is going to kill. */
export interface ServerConfig {
  readonly database: string;
  readonly pspId: string;
  readonly issuerId: string;
  readonly trustList: string;
  readonly trustListKey: PublicJwk;
  readonly receiptKey: PrivateJwk;
  readonly receiptCertificates: readonly string[];
  /** The time of the test world, Unix seconds. */
  readonly now: number;
}

/** A payment service in a process of its own. Says on standard output where it listens, what it found unsigned and what its start has cost. */
async function serve(config: ServerConfig): Promise<void> {
  const store = await openServerStore(config.database, issuerMigrations);
  const trustList = await openTrustList(config.trustList, config.trustListKey, config.now);
  const clock = () => config.now;
  const trust = { current: async () => trustList };
  const psp = createPsp({
    pspId: config.pspId,
    store,
    clock,
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
    trust,
    receiptSigner: localSigner(config.receiptKey, { x5c: config.receiptCertificates }),
    status: createStatusSource({ localIssuer: config.issuerId, local: async () => 'Active' }),
    risk: limitsDecide,
    devices: { find: async () => undefined },
  });
  const signed = await psp.start();
  const log = createLogger('payments', 'error');
  const app = createApp({ name: 'payments', log, checks: roleChecks({ store, clock, trust, keys: [] }) });
  app.route('/', pspRoutes(psp));
  const { url } = await listen(app, { host: '127.0.0.1', port: 0 });
  const { user, system } = process.cpuUsage();
  process.stdout.write(`${JSON.stringify({ url, signed, cpuMilliseconds: (user + system) / 1_000 })}\n`);
  // Left to itself it is written at the end, and this process is killed.
  flushCompileCache();
}

const [, , path] = process.argv;
if (path !== undefined) await serve(JSON.parse(readFileSync(path, 'utf8')) as ServerConfig);
