/** The reference account side as a subject: a real server on loopback, set up for the suite as any vendor would be. */
import { context, metrics, propagation, trace } from '@opentelemetry/api';
import type { Hono } from 'hono';
import { CONNECTION_BOUNDS, listen, startTelemetry } from '../../../src/http/index.ts';
import { createEnrolmentCode, type Issuer } from '../../../src/issuer/index.ts';
import { createOperatorApp } from '../../../src/issuer/operator/index.ts';
import { createTestControl, type Restartable, restartable } from '../../../src/issuer/test-control/index.ts';
import { makeJws } from '../../forge/jws.ts';
import { Cast } from '../../live/cast.ts';
import { type Bank, ISSUER, openBank, PSP } from './bank.ts';
import { createBank, type Recording, recordingOf } from './bank-settings.ts';
import { addressOf, chainOf, HOST, type Ports, type RunningSubject } from './deployment.ts';

type Role = 'issuer' | 'psp';

interface Options {
  /** Whether the test-control contract is offered; without it the device is set up beforehand. */
  readonly control?: boolean;
  /** Of all its accounts. */
  readonly currency?: string;
}

/** Starts it on its ports, and one that the suite will serve on. */
export async function startReferenceAccountSide(
  role: Role,
  ports: Ports,
  { control: hasControl = true, currency = 'CNY' }: Options = {},
): Promise<RunningSubject> {
  const bank = await openBank(ports, currency);
  const { deployment, suiteUrl } = bank;
  if (role === 'psp') deployment.endsWith(await tellOperators(suiteUrl));
  // A payment service is judged by its records too; events of mandates wait, so that their order can be read.
  const recording = role === 'psp' ? await recordingOf(bank) : undefined;
  const issuer = await createBank(bank, recording);
  await issuer.start();
  deployment.endsWith(() => issuer.close());
  const connections = bank.outages.connections.before(() => CONNECTION_BOUNDS);
  const server = await restartable(() => listen(issuer.app, { host: HOST, port: ports.port, connections }));
  deployment.endsWith(() => server.close());
  if (hasControl)
    await deployment.listen(testControlOf(bank, { issuer, server, recording }), ports.controlPort);
  const operating = await deployment.listen(operatorOf(bank, issuer));
  const token = deployment.secret;
  const own = await subjectOf(bank, role, {
    ...(hasControl
      ? { control: { url: addressOf(ports.controlPort), token } }
      : { device_id: await presetDevice(bank) }),
    suite: { port: ports.suitePort, secret: token },
    operator: { url: operating.url, token },
  });
  return deployment.declare(role, { name: `OpenACT reference ${role}`, own });
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

interface Controlled {
  readonly issuer: Issuer;
  readonly server: Restartable;
  readonly recording: Recording | undefined;
}

function testControlOf(bank: Bank, { issuer, server, recording }: Controlled): Hono {
  const { deployment, store, outages, log, renewRecordKey } = bank;
  const { secret: token, time, random } = deployment;
  return createTestControl({
    ...{ token, store, time, random, log, outages },
    ...{ risk: issuer.risk, tend: issuer.tend, restart: server.restart },
    ...(recording && {
      async replaceRecordKey(keepsFormer: boolean) {
        recording.psp.replace(await renewRecordKey(), keepsFormer);
      },
    }),
  });
}

function operatorOf({ deployment, log }: Bank, { psp }: Issuer): Hono {
  if (psp === undefined) throw new Error('The account side has no payment service.');
  return createOperatorApp({ token: deployment.secret, psp, log });
}

/** Enrols the suite's key as a vendor would set it up by hand. @returns the device_id */
async function presetDevice({ deployment, store, side, url }: Bank): Promise<string> {
  const { time, random, secret } = deployment;
  const loginCode = await createEnrolmentCode(store, {
    ...{ now: time.clock(), random },
    delegatorIdentity: side.delegator,
    identityMethod: 'preset',
  });
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

interface Reached {
  /** The address of the test control, or the device that was set up beforehand. */
  readonly control?: object;
  readonly device_id?: string;
  readonly suite: object;
  /** Of a payment service: where its operator speaks to it. */
  readonly operator: object;
}

/** What the subject file says of it in this role. */
async function subjectOf(bank: Bank, role: Role, { operator, ...reached }: Reached): Promise<object> {
  const { deployment, url, side, currency, signer } = bank;
  const common = { url, delegator: side.delegator, currency, ...reached };
  if (role === 'issuer') return { ...common, id: ISSUER, anchor: 'issuer-anchor.txt', refused_method: 'OTP' };
  const { account, payees } = side;
  const anchors = { anchor: 'psp-anchor.txt', account_side_anchor: 'issuer-anchor.txt' };
  const receipts = chainOf(await signer('psp-receipt'));
  const chain = receipts.map((certificate, at) => deployment.write(`receipt-${at}.txt`, certificate));
  const says = { records: true, telemetry: true, operator, chain };
  return { ...common, id: PSP, account_side: ISSUER, ...anchors, account, payees, ...says };
}
