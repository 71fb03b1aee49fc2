/** A merchant as a server: reads the environment, listens, drains on SIGTERM and SIGINT. */
import {
  createLogger,
  listen,
  movableClock,
  readCallerLimit,
  readServing,
  readTestControl,
  startTelemetry,
  trustMemoryMigration,
  warnOfFewFiles,
  warnOfUnknownSettings,
} from '../http/index.ts';
import { loadSigner, readPinnedKeys } from '../http/key-file.ts';
import { nodeRandom } from '../http/node-random.ts';
import { endOnSignal, failProcess } from '../http/server-process.ts';
import { readConfigFile } from '../http/start-files.ts';
import { useNodeCrypto } from '../node/crypto.ts';
import type { Clock } from '../protocol/ports.ts';
import { openServerStore } from '../store/index.ts';
import { createMerchant } from './app.ts';
import { readMerchantConfig } from './config.ts';
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
  const config = await readConfigFile(env.configPath, readMerchantConfig);
  const testing = readTestControl(process.env, { ...env, baseUrl: config.base_url });
  const time = movableClock(realClock);
  const clock = testing === undefined ? realClock : time.clock;
  const signer = await loadSigner(env.keyPath);
  const pinnedKey = await readPinnedKeys(env.trustKeyPath);
  const store = await openServerStore(env.database, [...merchantMigrations, trustMemoryMigration]);
  const { http, trust } = connect({ ...env, config, pinnedKey, store });
  const log = createLogger('merchant', env.logLevel);
  warnOfUnknownSettings(log, process.env);
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
  const serving = { ...env, ...readServing(process.env) };
  warnOfFewFiles(log, serving.connections());
  const server = await listen(merchant.app, serving);
  merchant.start();
  log.info({ url: server.url }, 'listening');
  const control =
    testing &&
    (await listen(createTestControl({ token: testing.token, store, time, log }), {
      host: '127.0.0.1',
      port: testing.port,
    }));
  if (control !== undefined) log.warn({ url: control.url }, 'test control: this server is for tests');

  endOnSignal(log, async () => {
    await control?.close();
    await server.close();
    await merchant.close();
    await recording?.close();
    await http.close();
    await endTelemetry();
    await store.close();
  });
}

main().catch(failProcess);
