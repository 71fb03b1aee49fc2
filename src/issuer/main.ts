/** The account side as a server: reads the environment, listens, drains on SIGTERM and SIGINT. */
import {
  createLogger,
  type HttpClient,
  type Listening,
  type Logger,
  listen,
  movableClock,
  type RateLimit,
  readCallerLimit,
  readLocalOrigins,
  readServing,
  readTestControl,
  StartError,
  startRounds,
  startTelemetry,
  type TestControlSettings,
  type TrustSource,
  trustMemoryMigration,
  warnOfFewFiles,
  warnOfUnknownSettings,
} from '../http/index.ts';
import { loadSigner, readPinnedKeys } from '../http/key-file.ts';
import { nodeRandom } from '../http/node-random.ts';
import { endOnSignal, failProcess } from '../http/server-process.ts';
import { useNodeCrypto } from '../node/crypto.ts';
import type { Clock } from '../protocol/ports.ts';
import { openServerStore, type Store } from '../store/index.ts';
import { createIssuer, type Issuer } from './app.ts';
import { type IssuerConfig, readIssuerConfig } from './config.ts';
import { connect } from './connect.ts';
import { issuerMigrations } from './migrations.ts';
import { createOperatorApp, type OperatorSettings, readOperator } from './operator/index.ts';
import type { PaymentSide } from './ports.ts';
import { type LogConnection, loadRecordKeys, openLogWay, recordSignerOf } from './recording-keys.ts';
import {
  createOutages,
  createTestControl,
  type Outages,
  restartable,
  type TestControlDeps,
} from './test-control/index.ts';

const TENDING_MILLISECONDS = 60_000;

const realClock: Clock = () => Math.floor(Date.now() / 1000);
const random = nodeRandom();

async function main(): Promise<void> {
  useNodeCrypto();
  const endTelemetry = await startTelemetry('issuer', process.env);
  const config = readIssuerConfig(process.env);
  const testing = readTestControl(process.env, config);
  const operator = operatorOf(config);
  const time = movableClock(realClock);
  const clock = testing === undefined ? realClock : time.clock;
  const keys = await loadKeys(config);
  const outages = testing && createOutages();
  const store = await openServerStore(config.database, [...issuerMigrations, trustMemoryMigration]);
  const { http, trust, closeWays } = connect({
    trustUrl: config.trustUrl,
    localOrigins: readLocalOrigins(process.env),
    pinnedKey: keys.trust,
    store,
    isUnderTest: testing !== undefined,
  });
  const log = createLogger('issuer', config.logLevel);
  warnOfUnknownSettings(log, process.env);
  const logWay = config.logUrl === undefined ? undefined : openLogWay(config.logUrl, clock, keys.records);
  const issuer = compose(config, keys, {
    ...(logWay === undefined ? {} : { anchors: logWay.anchors }),
    store: outages?.store(store) ?? store,
    clock,
    trust,
    http,
    log,
    callerLimit: limitOf(readCallerLimit(process.env), outages),
    ...(outages ? { outages } : {}),
  });
  // Before anything is served [OA-LDG-24].
  await issuer.start();
  const serving = { ...config, ...readServing(process.env) };
  warnOfFewFiles(log, serving.connections());
  const connections = outages?.connections.before(serving.connections) ?? serving.connections;
  const server = await restartable(() => listen(issuer.app, { ...serving, connections }));
  log.info({ url: server.url }, 'listening');
  const control =
    testing &&
    outages &&
    (await listenForTests(testing, {
      ...{ store, time, random, log, outages },
      ...{ risk: issuer.risk, tend: issuer.tend, restart: server.restart },
    }));
  const operating = await listenForOperator(operator, issuer, log);
  const tending = startRounds(async () => {
    // What has failed has told of itself.
    await issuer.tend().catch(() => undefined);
    return TENDING_MILLISECONDS;
  });

  endOnSignal(log, async () => {
    const tended = tending.close();
    await control?.close();
    await operating?.close();
    await server.close();
    await issuer.close();
    await tended;
    await logWay?.close();
    await closeWays();
    await endTelemetry();
    await store.close();
  });
}

/** The test-control contract, on loopback. */
async function listenForTests(
  { port, token }: TestControlSettings,
  deps: Omit<TestControlDeps, 'token'>,
): Promise<Listening> {
  const app = createTestControl({ ...deps, token });
  const server = await listen(app, { host: '127.0.0.1', port });
  deps.log.warn({ url: server.url }, 'test control: this server is for tests');
  return server;
}

/** A server in test may be told a narrower one. */
const limitOf = (real: RateLimit, outages: Outages | undefined): RateLimit =>
  outages?.callers.before(real) ?? real;

/** Read before anything is served: a server that cannot be operated as asked does not begin. */
function operatorOf({ pspId }: IssuerConfig): OperatorSettings | undefined {
  const operator = readOperator(process.env);
  if (operator !== undefined && pspId === undefined)
    throw new StartError('OPENACT_OPERATOR is for a payment service: OPENACT_PSP_ID is not set.');
  return operator;
}

/** The operator's calls about clearing, on loopback, where the configuration asks for them. */
async function listenForOperator(operator: OperatorSettings | undefined, { psp }: Issuer, log: Logger) {
  if (operator === undefined || psp === undefined) return undefined;
  const app = createOperatorApp({ token: operator.token, psp, log });
  const server = await listen(app, { host: '127.0.0.1', port: operator.port });
  log.info({ url: server.url }, 'listening for the operator');
  return server;
}

type Keys = Awaited<ReturnType<typeof loadKeys>>;

async function loadKeys(config: IssuerConfig) {
  return {
    mandate: await loadSigner(config.keys.mandate),
    status: await loadSigner(config.keys.status),
    receipt: config.pspId === undefined ? undefined : await loadSigner(config.keys.receipt),
    command: config.partners.length === 0 ? undefined : await loadSigner(config.keys.command),
    trust: await readPinnedKeys(config.trustKeyPath),
    records: await loadRecordKeys(config),
  };
}

interface Outside {
  readonly store: Store;
  readonly clock: Clock;
  readonly trust: TrustSource;
  readonly http: HttpClient;
  readonly log: Logger;
  readonly callerLimit: RateLimit;
  readonly outages?: Outages;
  readonly anchors?: LogConnection['anchors'];
}

function compose(config: IssuerConfig, keys: Keys, outside: Outside): Issuer {
  const { http, outages, ...ports } = outside;
  const { issuerId: id, baseUrl, psps } = config;
  const psp = paymentSide(config, keys, http, outages);
  return createIssuer({
    ...ports,
    random,
    issuer: {
      id,
      baseUrl,
      psps,
      mandateSigner: keys.mandate,
      statusSigner: keys.status,
      fullAutonomy: config.fullAutonomy,
      ...recordSignerOf(keys.records, 'IAC_ISSUER'),
    },
    ...(psp === undefined ? {} : { psp }),
  });
}

function paymentSide(
  { pspId: id, partners, payerCodePrefixes, promotions }: IssuerConfig,
  keys: Keys,
  http: HttpClient,
  outages: Outages | undefined,
): PaymentSide | undefined {
  if (id === undefined || keys.receipt === undefined) return undefined;
  const side = {
    ...{ id, receiptSigner: keys.receipt, http, merchants: http, trustListKey: keys.trust },
    ...(outages ? { receiptSigner: outages.receiptSigner(keys.receipt), risk: outages.risk } : {}),
    payerCodePrefixes,
    ...recordSignerOf(keys.records, 'PSP'),
  };
  return keys.command === undefined
    ? side
    : { ...side, clearing: { commandSigner: keys.command, partners, promotions } };
}

main().catch(failProcess);
