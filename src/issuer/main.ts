/** The account side as a server: reads the environment, listens, drains on SIGTERM and SIGINT. */
import {
  createHttpClient,
  createLogger,
  createTrustSource,
  faultOf,
  type HttpClient,
  type Logger,
  listen,
  type RateLimit,
  readCallerLimit,
  readLocalOrigins,
  readServing,
  StartError,
  startTelemetry,
  type TrustSource,
  trustMemoryMigration,
} from '../http/index.ts';
import { loadSigner, readPinnedKeys } from '../http/key-file.ts';
import { useNodeCrypto } from '../http/node-crypto.ts';
import { nodeRandom } from '../http/node-random.ts';
import type { Clock } from '../protocol/ports.ts';
import { openStore, type Store, StoreOpenError } from '../store/index.ts';
import { createIssuer, type Issuer, issuerMigrations } from './app.ts';
import { type IssuerConfig, readIssuerConfig } from './config.ts';

const TRUST_REFRESH_SECONDS = 60;
const TENDING_MILLISECONDS = 60_000;

const clock: Clock = () => Math.floor(Date.now() / 1000);
const random = nodeRandom();

async function main(): Promise<void> {
  useNodeCrypto();
  const endTelemetry = await startTelemetry('issuer', process.env);
  const config = readIssuerConfig(process.env);
  const keys = await loadKeys(config);
  const store = await openStore(config.database, [...issuerMigrations, trustMemoryMigration]);
  const trustClient = createHttpClient((origin) => origin === new URL(config.trustUrl).origin);
  const trust = createTrustSource({
    url: config.trustUrl,
    pinnedKey: keys.trust,
    client: trustClient,
    store,
    refreshSeconds: TRUST_REFRESH_SECONDS,
  });
  // Status lists are fetched only from the addresses that the trust list states; the caller holds to that.
  const near = readLocalOrigins(process.env);
  const statusClient = createHttpClient({ configured: (origin) => near.has(origin), listed: () => true });
  const log = createLogger('issuer', config.logLevel);
  const issuer = compose(config, keys, {
    store,
    trust,
    http: statusClient,
    log,
    callerLimit: readCallerLimit(process.env),
  });
  // Before anything is served [OA-LDG-24].
  await issuer.start();
  const server = await listen(issuer.app, { ...config, ...readServing(process.env) });
  log.info({ url: server.url }, 'listening');
  const tending = setInterval(() => {
    issuer.tend().catch((error) => log.error(faultOf(error), 'tending trades failed'));
  }, TENDING_MILLISECONDS);

  const stop = async (signal: string): Promise<void> => {
    log.info({ signal }, 'shutting down');
    clearInterval(tending);
    await server.close();
    await Promise.all([trustClient.close(), statusClient.close()]);
    await endTelemetry();
    await store.close();
    log.info('stopped');
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      stop(signal).catch(fail);
    });
  }
}

type Keys = Awaited<ReturnType<typeof loadKeys>>;

async function loadKeys(config: IssuerConfig) {
  return {
    mandate: await loadSigner(config.keys.mandate),
    status: await loadSigner(config.keys.status),
    receipt: config.pspId === undefined ? undefined : await loadSigner(config.keys.receipt),
    trust: await readPinnedKeys(config.trustKeyPath),
  };
}

interface Outside {
  readonly store: Store;
  readonly trust: TrustSource;
  readonly http: HttpClient;
  readonly log: Logger;
  readonly callerLimit: RateLimit;
}

function compose(config: IssuerConfig, keys: Keys, { http, ...outside }: Outside): Issuer {
  const { issuerId: id, baseUrl, psps, pspId } = config;
  return createIssuer({
    ...outside,
    clock,
    random,
    issuer: {
      id,
      baseUrl,
      psps,
      mandateSigner: keys.mandate,
      statusSigner: keys.status,
      fullAutonomy: config.fullAutonomy,
    },
    ...(pspId !== undefined && keys.receipt ? { psp: { id: pspId, receiptSigner: keys.receipt, http } } : {}),
  });
}

/** One line that says what is wrong; only a fault of ours shows its stack. */
function fail(error: unknown): void {
  const expected = error instanceof StartError || error instanceof StoreOpenError;
  console.error(expected ? error.message : error);
  process.exit(1);
}

main().catch(fail);
