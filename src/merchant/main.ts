/** A merchant as a server: reads the environment, listens, drains on SIGTERM and SIGINT. */
import { readFile } from 'node:fs/promises';
import {
  createLogger,
  listen,
  movableClock,
  readCallerLimit,
  readServing,
  readTestControl,
  StartError,
  startTelemetry,
  trustMemoryMigration,
} from '../http/index.ts';
import { loadSigner, readPinnedKeys } from '../http/key-file.ts';
import { nodeRandom } from '../http/node-random.ts';
import { useNodeCrypto } from '../node/crypto.ts';
import { ActError } from '../protocol/errors/index.ts';
import type { Clock } from '../protocol/ports.ts';
import { openServerStore, StoreOpenError } from '../store/index.ts';
import { createMerchant } from './app.ts';
import { type MerchantSettings, readMerchantConfig } from './config.ts';
import { connect } from './connect.ts';
import { readMerchantEnvironment } from './environment.ts';
import { merchantMigrations } from './migrations.ts';
import { openRecording } from './recording.ts';
import { createTestControl } from './test-control/index.ts';

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
  const { http, trust } = connect({ ...env, config, pinnedKey, store });
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
