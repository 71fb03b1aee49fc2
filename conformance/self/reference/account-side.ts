/** The reference account side as a subject: a real server on loopback, set up for the suite as any vendor would be. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { context, metrics, propagation, trace } from '@opentelemetry/api';
import { stringify } from 'yaml';
import {
  createHttpClient,
  createLogger,
  createTrustSource,
  listen,
  movableClock,
  startTelemetry,
  trustMemoryMigration,
} from '../../../src/http/index.ts';
import { loadSigner } from '../../../src/http/key-file.ts';
import { createEnrolmentCode, createIssuer, issuerMigrations } from '../../../src/issuer/index.ts';
import { createOperatorApp } from '../../../src/issuer/operator/index.ts';
import { createOutages, createTestControl } from '../../../src/issuer/test-control/index.ts';
import type { Signer } from '../../../src/protocol/jws/index.ts';
import { createAnchorSink } from '../../../src/records/index.ts';
import { openStore } from '../../../src/store/index.ts';
import { provision, trustCertify } from '../../../src/trust/index.ts';
import { type AccountSide, presetAccountSide } from '../../examples/preset-account-side.ts';
import { makeJws } from '../../forge/jws.ts';
import { Cast, SUITE_IDS } from '../../live/cast.ts';
import { PROMOTION } from '../../roles/account/ids.ts';
import { PATIENCE_MS, type RunningSubject } from './merchant.ts';

export const ISSUER = 'did:act:bank.example/iac';
export const PSP = 'did:act:bank.example/psp';

type Role = 'issuer' | 'psp';

interface Ports {
  readonly port: number;
  readonly controlPort: number;
  readonly suitePort: number;
}

interface Options {
  /** Whether the test-control contract is offered; without it the device is set up beforehand. */
  readonly control?: boolean;
}

/** The anchor of a role in the list that its own deployment has made. */
function anchorOf(listPath: string, role: string): string {
  const payload = readFileSync(listPath, 'utf8').split('.')[1] ?? '';
  const { entries } = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as {
    readonly entries: readonly { readonly role: string; readonly anchors: readonly string[] }[];
  };
  return entries.find((entry) => entry.role === role)?.anchors[0] ?? '';
}

interface Declared {
  readonly side: AccountSide;
  readonly url: string;
  readonly suite: { readonly port: number; readonly secret: string };
  /** The address of the test control, or the device that was set up beforehand. */
  readonly more: { readonly control: object } | { readonly device_id: string };
  /** Of a payment service: where its operator speaks to it. */
  readonly operator: object;
  /** Of a payment service: files of the certificates of its receipts, leaf first. */
  readonly chain: readonly string[];
}

/** Writes the certificates of a key beside the subject file. @returns the names of the files */
function writeChain(folder: string, { header }: Signer): string[] {
  const { x5c = [] } = header as { readonly x5c?: readonly string[] };
  return x5c.map((certificate, at) => {
    const name = `receipt-${at}.txt`;
    writeFileSync(join(folder, name), certificate);
    return name;
  });
}

function subjectOf(role: Role, { side, url, suite, more, operator, chain }: Declared) {
  const common = { url, delegator: side.delegator, ...more, suite };
  if (role === 'issuer') return { ...common, id: ISSUER, anchor: 'issuer-anchor.txt', refused_method: 'OTP' };
  const { account, payees } = side;
  const anchors = { anchor: 'psp-anchor.txt', account_side_anchor: 'issuer-anchor.txt' };
  const says = { records: true, telemetry: true, operator, chain };
  return { ...common, id: PSP, account_side: ISSUER, ...anchors, account, payees, ...says };
}

/** Enrols the suite's key as a vendor would set it up by hand. */
async function enrolDevice(url: string, secret: string, loginCode: string): Promise<string> {
  const device = new Cast(secret).bare('device');
  const { jkt, publicJwk } = device.key;
  const iat = Math.floor(Date.now() / 1000);
  const claims = { iss: jkt, aud: ISSUER, jti: 'cmd-preset', iat, action: 'device.enrol', target: jkt };
  const proof = makeJws('act-command+jwt', claims, device).compact;
  const answer = await fetch(`${url}/devices`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login_code: loginCode, jwk: publicJwk, proof }),
  });
  return ((await answer.json()) as { readonly device_id: string }).device_id;
}

const METRIC_MILLISECONDS = '250';

/** Tells the suite what operators see. @returns how to stop: whoever starts next tells their own */
async function tellOperators(collector: string): Promise<() => Promise<void>> {
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = collector;
  const environment = {
    OTEL_EXPORTER_OTLP_ENDPOINT: collector,
    OTEL_METRIC_EXPORT_INTERVAL: METRIC_MILLISECONDS,
  };
  const end = await startTelemetry('psp', environment);
  delete process.env.OTEL_EXPORTER_OTLP_ENDPOINT;
  return async () => {
    await end();
    for (const api of [trace, metrics, context, propagation]) api.disable();
  };
}

/** Starts it on its ports, and one that the suite will serve on. */
export async function startReferenceAccountSide(
  role: Role,
  { port, controlPort, suitePort }: Ports,
  { control: hasControl = true }: Options = {},
): Promise<RunningSubject> {
  const folder = mkdtempSync(join(tmpdir(), 'openact-subject-'));
  const secret = randomBytes(24).toString('base64url');
  const [url, suiteUrl] = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${suitePort}`];
  const time = movableClock(() => Math.floor(Date.now() / 1000));
  const random = (count: number) => new Uint8Array(randomBytes(count));
  const keys = join(folder, 'keys');
  const paying = { id: PSP, role: 'PSP' as const, folder: 'bank' };
  const entities = [{ id: ISSUER, role: 'IAC_ISSUER' as const, folder: 'bank' }, paying];
  await provision(keys, { operator: 'did:act:bank.example/own-list', entities }, time.clock());
  mkdirSync(join(folder, 'subject'));
  for (const [name, entry] of [
    ['issuer', 'IAC_ISSUER'],
    ['psp', 'PSP'],
  ] as const)
    writeFileSync(
      join(folder, 'subject', `${name}-anchor.txt`),
      anchorOf(join(keys, 'trust-list.jwt'), entry),
    );
  const store = await openStore(join(folder, 'bank.db'), [...issuerMigrations, trustMemoryMigration]);
  const side = await presetAccountSide(store, { now: time.clock(), random });
  const http = createHttpClient({
    configured: (origin) => origin === new URL(suiteUrl).origin,
    listed: () => true,
  });
  const { trust: listKey, nextTrust } = new Cast(secret);
  const pinned = [listKey, nextTrust].map(({ key }) => ({ ...key.publicJwk }));
  const trust = createTrustSource({
    url: `${suiteUrl}/trust-list`,
    pinnedKey: pinned as never,
    client: http,
    store,
    refreshSeconds: 1,
  });
  const log = createLogger('issuer', 'silent');
  const endTelemetry = role === 'psp' ? await tellOperators(suiteUrl) : undefined;
  const outages = createOutages();
  const signerOf = (name: string) => loadSigner(join(keys, 'bank', `${name}.json`));
  // A payment service is judged by its records too; events of mandates wait, so that their order can be read.
  const keysOf = (name: string): Promise<Signer> => signerOf(`${name}-record`);
  const recorders =
    role === 'psp'
      ? { issuer: await keysOf('issuer'), psp: outages.recordKeys(await keysOf('psp')) }
      : undefined;
  const logWay = recorders && {
    anchors: createAnchorSink({
      logUrl: suiteUrl,
      http,
      clock: time.clock,
      signers: [
        { id: ISSUER, signer: recorders.issuer },
        { id: PSP, signer: recorders.psp.recordSigner },
      ],
    }),
  };
  const issuer = createIssuer({
    store: outages.store(store),
    clock: time.clock,
    random,
    trust,
    log,
    callerLimit: outages.callers.before(),
    issuer: {
      id: ISSUER,
      baseUrl: url,
      psps: [PSP, SUITE_IDS.psp],
      mandateSigner: await signerOf('issuer-mandate'),
      statusSigner: await signerOf('issuer-status'),
      ...(recorders && { recordSigner: recorders.issuer }),
    },
    psp: {
      id: PSP,
      receiptSigner: outages.receiptSigner(await signerOf('psp-receipt')),
      risk: outages.risk,
      http,
      merchants: http,
      trustListKey: pinned as never,
      ...recorders?.psp,
      payerCodePrefixes: ['28', '29'],
      clearing: {
        commandSigner: await signerOf('psp-command'),
        partners: [{ pspId: SUITE_IDS.otherPsp, payerCodePrefixes: ['62'] }],
        promotions: [
          {
            promotionId: PROMOTION.promotion_id,
            currency: 'CNY',
            amountMinor: 30n,
            minAmountMinor: 100n,
            budgetMinor: 100_000n,
            validUntil: time.clock() + 366 * 86_400,
          },
        ],
      },
    },
    ...logWay,
  });
  await issuer.start();
  const serve = () => listen(issuer.app, { host: '127.0.0.1', port });
  let server = await serve();
  const restart = async (notice: number): Promise<void> => {
    await server.close(notice);
    server = await serve();
  };
  const control =
    hasControl &&
    (await listen(
      createTestControl({
        ...{ token: secret, store, time, random, log, outages },
        ...{ risk: issuer.risk, tend: issuer.tend, restart },
        ...(recorders && {
          async replaceRecordKey(keepsFormer: boolean) {
            await trustCertify(keys, paying, time.clock(), 'renew');
            recorders.psp.replace(await keysOf('psp'), keepsFormer);
          },
        }),
      }),
      { host: '127.0.0.1', port: controlPort },
    ));
  if (issuer.psp === undefined) throw new Error('The account side has no payment service.');
  const operating = await listen(createOperatorApp({ token: secret, psp: issuer.psp, log }), {
    host: '127.0.0.1',
    port: 0,
  });
  const operator = { url: operating.url, token: secret };
  const file = join(folder, 'subject', 'subject.yaml');
  const asked = { now: time.clock(), random, delegatorIdentity: side.delegator, identityMethod: 'preset' };
  const more = hasControl
    ? { control: { url: `http://127.0.0.1:${controlPort}`, token: secret } }
    : { device_id: await enrolDevice(url, secret, await createEnrolmentCode(store, asked)) };
  const chain = writeChain(join(folder, 'subject'), await signerOf('psp-receipt'));
  const own = subjectOf(role, { side, url, suite: { port: suitePort, secret }, more, operator, chain });
  const common = { name: `OpenACT reference ${role}`, role, patience_ms: PATIENCE_MS, secrets: [secret] };
  writeFileSync(file, stringify({ ...common, [role]: own }));
  return {
    file,
    async close() {
      if (control) await control.close();
      await operating.close();
      await server.close();
      await issuer.close();
      await endTelemetry?.();
      await http.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
