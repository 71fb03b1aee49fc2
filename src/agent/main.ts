/** A buyer agent as its user's own server: reads the environment, listens on loopback, drains on SIGTERM and SIGINT. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readFormerTexts } from '../http/former-keys.ts';
import {
  createLogger,
  listen,
  readServing,
  startTelemetry,
  trustMemoryMigration,
  warnOfFewFiles,
  warnOfUnknownSettings,
} from '../http/index.ts';
import { loadSigner, readKeyFile, readPinnedKeys } from '../http/key-file.ts';
import { endOnSignal, failProcess } from '../http/server-process.ts';
import { readConfigFile, readTextFile } from '../http/start-files.ts';
import { useNodeCrypto } from '../node/crypto.ts';
import { publicJwkOf } from '../protocol/jws/index.ts';
import type { Clock, Random } from '../protocol/ports.ts';
import { openServerStore } from '../store/index.ts';
import { createAgentApp } from './app.ts';
import type { AgentDeps, AgentKey } from './config.ts';
import { connect } from './connect.ts';
import { readAgentConfig, readAgentEnvironment } from './environment.ts';
import { contextFolder } from './intent/context-folder.ts';
import { agentMigrations } from './migrations.ts';
import { openRecording } from './recording.ts';
import { createAgent } from './tasks/agent.ts';

const HOST = '127.0.0.1';

const clock: Clock = () => Math.floor(Date.now() / 1000);
const random: Random = (count) => new Uint8Array(randomBytes(count));
const sleep = (milliseconds: number): Promise<void> => new Promise((wake) => setTimeout(wake, milliseconds));

async function main(): Promise<void> {
  useNodeCrypto();
  const endTelemetry = await startTelemetry('agent', process.env);
  const env = readAgentEnvironment(process.env);
  const config = await readConfigFile(env.configPath, readAgentConfig);
  const trustListKey = await readPinnedKeys(env.trustKeyPath);
  const store = await openServerStore(env.database, [...agentMigrations, trustMemoryMigration]);
  const { http, trust } = connect({ config, localOrigins: env.localOrigins, trustListKey, store });
  const log = createLogger('agent', env.logLevel);
  warnOfUnknownSettings(log, process.env);
  const trace = () => {};
  const [current, ...former] = env.keyFolders;
  const deps: AgentDeps = {
    config,
    store,
    trust,
    trustListKey,
    http,
    ...(await readKey(current)),
    formerKeys: await readFormerKeys(current, former),
    clock,
    random,
    sleep,
    log,
    trace,
    ...(env.contexts === undefined ? {} : { contexts: contextFolder(env.contexts) }),
  };
  const agent = createAgent(deps);
  const recording = env.logUrl === undefined ? undefined : openRecording(deps, env.logUrl);
  const serving = { ...readServing(process.env), host: HOST, port: env.port };
  warnOfFewFiles(log, serving.connections());
  const server = await listen(createAgentApp(agent, { log, trace }), serving);
  log.info({ url: server.url }, 'listening');

  endOnSignal(log, async () => {
    await server.close();
    await recording?.close();
    await http.close();
    await endTelemetry();
    await store.close();
  });
}

async function readKey(folder: string): Promise<AgentKey> {
  const path = join(folder, 'agent.json');
  return {
    signer: await loadSigner(path),
    publicJwk: publicJwkOf((await readKeyFile(path)).jwk),
    attestation: await readTextFile(join(folder, 'agent-attestation.jwt')),
  };
}

/** Under former statements first, then the keys that were replaced, those too under all of their statements. */
async function readFormerKeys(current: string, former: readonly string[]): Promise<AgentKey[]> {
  const keys = await Promise.all([current, ...former].map(statedKeys));
  return keys.flat().slice(1);
}

/** The key in a folder under the statement of now, then under those that it replaced. */
async function statedKeys(folder: string): Promise<AgentKey[]> {
  const key = await readKey(folder);
  const statements = await readFormerTexts(join(folder, 'agent-attestation.jwt'));
  return [key, ...statements.map((attestation) => ({ ...key, attestation }))];
}

main().catch(failProcess);
