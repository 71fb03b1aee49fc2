/** The trust service as a server: reads the environment, listens, drains on SIGTERM and SIGINT. */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import {
  baseUrlIn,
  createLogger,
  faultOf,
  listen,
  readCallerLimit,
  readHost,
  readIdentifier,
  readPort,
  readServing,
  requiredIdentifier,
  requiredText,
  StartError,
  startTelemetry,
  warnOfFewFiles,
  warnOfUnknownSettings,
} from '../http/index.ts';
import { loadSigner, readPinnedKeys } from '../http/key-file.ts';
import { nodeRandom } from '../http/node-random.ts';
import { endOnSignal, failProcess } from '../http/server-process.ts';
import { useNodeCrypto } from '../node/crypto.ts';
import { heartbeatMigration, openServerStore } from '../store/index.ts';
import { createTrustService } from './app.ts';
import { creditMigrations } from './credit/migrations.ts';
import type { CreditService } from './credit/ports.ts';
import { registerSources } from './credit/register.ts';
import { disputeMigrations } from './disputes/migrations.ts';
import { keepLogIdentity } from './log/identity.ts';
import { loadLogKey } from './log/log-key.ts';
import { logMigrations } from './log/migrations.ts';
import type { AnchorService } from './log/service.ts';
import { assertUsableList } from './usable-list.ts';

const DEFAULT_PORT = 8410;
const TENDING_MILLISECONDS = 60_000;
/** An institution submits several records of each purchase; one of them does not take all of what an address may send. */
const CALLER_RATE = 250;

/**
 * OPENACT_TRUST_LIST (file with the signed list, which OPENACT_TRUST_KEY has signed, where that is set); optionally
 * OPENACT_HOST, OPENACT_PORT, OPENACT_LOG, and what `readServing` and `readCallerLimit` read. With
 * OPENACT_DATABASE it keeps the log of anchors too, and needs OPENACT_KEYS (folder with log.json), OPENACT_LOG_ID (the
 * log's identifier in the trust list) and OPENACT_TRUST_KEY (file with the pinned public JWK). With OPENACT_HANDLER_ID
 * (identifier in the role DISPUTE_HANDLER) findings on disputes are signed, with finding.json in OPENACT_KEYS. With
 * OPENACT_CREDIT_ID (identifier in the role CREDIT_SERVICE) credit is associated too, with credit.json in OPENACT_KEYS,
 * OPENACT_CREDIT_URL (public address of this server) and OPENACT_CREDIT_REGISTER (file of schemas/credit-register.json).
 *
 * @throws StartError
 */
async function main(): Promise<void> {
  useNodeCrypto();
  const endTelemetry = await startTelemetry('trust', process.env);
  const { OPENACT_LOG: level = 'info' } = process.env;
  const listPath = requiredText(process.env, 'OPENACT_TRUST_LIST');
  await assertUsableList(listPath, process.env.OPENACT_TRUST_KEY);
  const log = createLogger('trust', level);
  warnOfUnknownSettings(log, process.env);
  const anchors = await readAnchors(process.env);
  const credit = await readCredit(process.env);
  const { app, tend } = createTrustService({
    listPath,
    log,
    clock: () => Math.floor(Date.now() / 1000),
    callerLimit: readCallerLimit(process.env, CALLER_RATE),
    ...(anchors ? { anchors } : {}),
    ...(credit ? { credit } : {}),
  });
  const port = readPort(process.env, DEFAULT_PORT);
  const serving = { ...readServing(process.env), host: readHost(process.env), port };
  warnOfFewFiles(log, serving.connections());
  const server = await listen(app, serving);
  log.info({ url: server.url }, 'listening');
  const tending = setInterval(() => {
    tend().catch((error: unknown) => log.error(faultOf(error), 'tending'));
  }, TENDING_MILLISECONDS);
  endOnSignal(log, async () => {
    clearInterval(tending);
    await server.close();
    await endTelemetry();
    await anchors?.store.close();
  });
}

/** @throws StartError, StoreOpenError */
async function readAnchors(
  env: Readonly<Record<string, string | undefined>>,
): Promise<AnchorService | undefined> {
  const required = (name: string): string => requiredText(env, name);
  const handlerId = readIdentifier(env, 'OPENACT_HANDLER_ID');
  // What would be passed over without a word: an operator believes that disputes are decided, and they are not.
  if (env.OPENACT_DATABASE === undefined && handlerId === undefined) return undefined;
  const database = required('OPENACT_DATABASE');
  const keys = required('OPENACT_KEYS');
  const { key, signer } = await loadLogKey(keys, requiredIdentifier(env, 'OPENACT_LOG_ID'));
  const pinnedKeys = await readPinnedKeys(required('OPENACT_TRUST_KEY'));
  const handler =
    handlerId === undefined
      ? {}
      : { handler: { id: handlerId, signer: await loadSigner(join(keys, 'finding.json')) } };
  const store = await openServerStore(database, [
    ...logMigrations,
    ...disputeMigrations,
    ...creditMigrations,
    heartbeatMigration,
  ]);
  await keepLogIdentity(store, key.name).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  return { store, key, signer, pinnedKeys, random: nodeRandom(), ...handler };
}

/** @throws StartError */
async function readCredit(
  env: Readonly<Record<string, string | undefined>>,
): Promise<CreditService | undefined> {
  const id = readIdentifier(env, 'OPENACT_CREDIT_ID');
  if (id === undefined) return undefined;
  const required = (name: string): string => requiredText(env, name);
  const register = required('OPENACT_CREDIT_REGISTER');
  required('OPENACT_DATABASE');
  await access(register).catch(() => {
    throw new StartError(`The register ${register} cannot be read.`);
  });
  return {
    id,
    baseUrl: baseUrlIn(required('OPENACT_CREDIT_URL'), 'OPENACT_CREDIT_URL'),
    signer: await loadSigner(join(required('OPENACT_KEYS'), 'credit.json')),
    sources: registerSources(register),
  };
}

main().catch(failProcess);
