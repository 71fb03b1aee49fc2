/** A merchant as a server: reads the environment, listens, drains on SIGTERM and SIGINT. */
import { readFile } from 'node:fs/promises';
import {
  type ClosableHttpClient,
  createHttpClient,
  createLogger,
  createTrustSource,
  listen,
  movableClock,
  readCallerLimit,
  readServing,
  readTestControl,
  StartError,
  startTelemetry,
  type TrustSource,
  trustMemoryMigration,
} from '../http/index.ts';
import { loadSigner, readPinnedKeys } from '../http/key-file.ts';
import { useNodeCrypto } from '../http/node-crypto.ts';
import { nodeRandom } from '../http/node-random.ts';
import { ActError } from '../protocol/errors/index.ts';
import type { Clock } from '../protocol/ports.ts';
import { openServerStore, type Store, StoreOpenError } from '../store/index.ts';
import type { PinnedKeys } from '../verifier/index.ts';
import { createMerchant } from './app.ts';
import { type MerchantSettings, readMerchantConfig } from './config.ts';
import { type MerchantEnvironment, readMerchantEnvironment } from './environment.ts';
import { merchantMigrations } from './migrations.ts';
import { openRecording } from './recording.ts';
import { createTestControl } from './test-control/index.ts';

const TRUST_REFRESH_SECONDS = 60;

const realClock: Clock = () => Math.floor(Date.now() / 1000);
const random = nodeRandom();

async function main(): Promise<void> {
  useNodeCrypto();
  const endTelemetry = await startTelemetry('merchant', process.env);
  const env = readMerchantEnvironment(process.env);
  const config = await readConfig(env.configPath);
  const testing = readTestControl(process.env, { ...env, baseUrl: config.base_url });
  const time = movableClock(realClock);
  const clock = testing === undefined ? realClock : time.clock;
  const signer = await loadSigner(env.keyPath);
  const pinnedKey = await readPinnedKeys(env.trustKeyPath);
  const store = await openServerStore(env.database, [...merchantMigrations, trustMemoryMigration]);
  const { http, trust } = connect(env, config, pinnedKey, store);
  const log = createLogger('merchant', env.logLevel);
  const recording = await openRecording(env, config.merchant, clock);
  const merchant = await createMerchant({
    ...recording?.parts,
    config,
    store,
    signer,
    trust,
    http,
    clock,
    random,
    log,
    trace: () => {},
    callerLimit: readCallerLimit(process.env),
  });
  const server = await listen(merchant.app, { ...env, ...readServing(process.env) });
  merchant.start();
  log.info({ url: server.url }, 'listening');
  const control =
    testing &&
    (await listen(createTestControl({ token: testing.token, store, time, log }), {
      host: '127.0.0.1',
      port: testing.port,
    }));
  if (control !== undefined) log.warn({ url: control.url }, 'test control: this server is for tests');

  const stop = async (signal: string): Promise<void> => {
    log.info({ signal }, 'shutting down');
    await control?.close();
    await server.close();
    await merchant.close();
    await recording?.close();
    await http.close();
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

async function readConfig(path: string): Promise<MerchantSettings> {
  const bytes = await readFile(path).catch(() => {
    throw new StartError(`The configuration ${path} cannot be read.`);
  });
  try {
    return readMerchantConfig(bytes);
  } catch (error) {
    if (!(error instanceof ActError)) throw error;
    throw new StartError(
      `The configuration ${path} is wrong: ${error.code} ${JSON.stringify(error.evidence)}`,
    );
  }
}

/** Goes out to the trust service, and to payment services at the addresses that the trust list has for them. */
function connect(
  env: MerchantEnvironment,
  config: MerchantSettings,
  pinnedKey: PinnedKeys,
  store: Store,
): { readonly http: ClosableHttpClient; readonly trust: TrustSource } {
  const configured = new Set([new URL(env.trustUrl).origin, ...env.localOrigins]);
  const listed = new Set<string>();
  const http = createHttpClient({
    configured: (origin) => configured.has(origin),
    listed: (origin) => listed.has(origin),
  });
  const source = createTrustSource({
    url: env.trustUrl,
    pinnedKey,
    client: http,
    store,
    refreshSeconds: TRUST_REFRESH_SECONDS,
  });
  const services = config.methods.flatMap(({ psps }) => psps.map(({ psp_id }) => psp_id));
  const trust: TrustSource = {
    async current(now) {
      const list = await source.current(now);
      for (const service of services) {
        const address = list.entry(service, 'PSP')?.endpoints?.base_url;
        if (address !== undefined) listed.add(new URL(address).origin);
      }
      return list;
    },
  };
  return { http, trust };
}

/** One line that says what is wrong; only a fault of ours shows its stack. */
function fail(error: unknown): void {
  const isExpected =
    error instanceof StartError ||
    error instanceof StoreOpenError ||
    (error instanceof Error && error.name === 'KeyFileError');
  console.error(isExpected ? error.message : error);
  process.exit(1);
}

main().catch(fail);
