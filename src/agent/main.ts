/** A buyer agent as its user's own server: reads the environment, listens on loopback, drains on SIGTERM and SIGINT. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readFormerTexts } from '../http/former-keys.ts';
import {
  createLogger,
  listen,
  readServing,
  StartError,
  startTelemetry,
  trustMemoryMigration,
} from '../http/index.ts';
import { loadSigner, readKeyFile, readPinnedKeys } from '../http/key-file.ts';
import { useNodeCrypto } from '../node/crypto.ts';
import { ActError } from '../protocol/errors/index.ts';
import { publicJwkOf } from '../protocol/jws/index.ts';
import type { Clock, Random } from '../protocol/ports.ts';
import { openServerStore, StoreOpenError } from '../store/index.ts';
import { createAgentApp } from './app.ts';
import type { AgentConfig, AgentDeps, AgentKey } from './config.ts';
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
  const config = await readConfig(env.configPath);
  const trustListKey = await readPinnedKeys(env.trustKeyPath);
  const store = await openServerStore(env.database, [...agentMigrations, trustMemoryMigration]);
  const { http, trust } = connect({ config, localOrigins: env.localOrigins, trustListKey, store });
  const log = createLogger('agent', env.logLevel);
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
  const server = await listen(createAgentApp(agent, { log, trace }), {
    ...readServing(process.env),
    host: HOST,
    port: env.port,
  });
  log.info({ url: server.url }, 'listening');

  const stop = async (signal: string): Promise<void> => {
    log.info({ signal }, 'shutting down');
    await server.close();
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

async function readKey(folder: string): Promise<AgentKey> {
  const path = join(folder, 'agent.json');
  return {
    signer: await loadSigner(path),
    publicJwk: publicJwkOf((await readKeyFile(path)).jwk),
    attestation: (await readText(join(folder, 'agent-attestation.jwt'))).trim(),
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

function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => {
    throw new StartError(`The file ${path} cannot be read.`);
  });
}

async function readConfig(path: string): Promise<AgentConfig> {
  const text = await readText(path);
  try {
    return readAgentConfig(new TextEncoder().encode(text));
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
