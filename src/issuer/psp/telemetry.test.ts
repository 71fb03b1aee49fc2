import { context, metrics, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp, createHttpClient, createLogger, listen } from '../../http/index.ts';
import { TOKEN_TEXT } from '../../protocol/jws/testing/token-text.ts';
import { observeRecords } from '../../records/index.ts';
import { type Actors, createActors, IDS } from '../../verifier/testing/actors.ts';
import { pspRoutes } from './index.ts';
import { createBench, fresh } from './testing/bench.ts';

const spans = new InMemorySpanExporter();
const figures = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
const reader = new PeriodicExportingMetricReader({ exporter: figures, exportIntervalMillis: 3_600_000 });

/** How long the event of the payment has waited when it is looked at. */
const WAIT_SECONDS = 7;

let actors: Actors;
beforeAll(async () => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(
    new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter: spans })] }),
  );
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));
  actors = await createActors();
});
afterAll(() => {
  for (const api of [trace, metrics, context, propagation]) api.disable();
});

/** The points of a metric, as last collected. */
async function pointsOf(name: string) {
  await reader.forceFlush();
  const scopes = figures.getMetrics().at(-1)?.scopeMetrics ?? [];
  const found = scopes.flatMap((scope) => scope.metrics).find(({ descriptor }) => descriptor.name === name);
  return (found?.dataPoints ?? []).map(({ attributes, value }) => ({ attributes, value }));
}

test('OA-OPS-24 OA-OPS-25 OA-PRV-05 a payment and a refusal are seen in one trace from agent to issuer, and nothing of what they say', async () => {
  const bench = await createBench(actors);
  observeRecords('issuer', bench.store, () => bench.now);
  const app = createApp({ name: 'psp', log: createLogger('psp', 'silent'), checks: [] });
  app.route('/', pspRoutes(bench.psp));
  const server = await listen(app, { host: '127.0.0.1', port: 0 });
  const client = createHttpClient((origin) => origin === server.url);
  const paid = await bench.payment();
  const refused = await bench.payment({ toolRef: fresh('tool') });
  const statuses = await trace.getTracer('test').startActiveSpan('purchase', async (span) => {
    const answers = [];
    for (const body of [paid, refused]) answers.push(await client.post(`${server.url}/payments`, body));
    span.end();
    return answers.map(({ status }) => status);
  });
  expect(statuses).toEqual([200, expect.any(Number)]);
  await client.close();
  await server.close();

  const finished = spans.getFinishedSpans();
  expect(new Set(finished.map((span) => span.spanContext().traceId)).size).toBe(1);
  const names = finished.map(({ name }) => name);
  expect(names.filter((name) => name === 'POST /payments')).toHaveLength(2);
  expect(names).toEqual(
    expect.arrayContaining(['openact.judge', 'openact.transaction', 'openact.sign', 'POST']),
  );
  const codes = finished
    .filter(({ name }) => name === 'POST /payments')
    .map(({ attributes }) => [attributes['http.response.status_code'], attributes['openact.code']]);
  expect(codes).toEqual([
    [200, undefined],
    [statuses[1], 'tool_invalid'],
  ]);

  bench.now += WAIT_SECONDS;
  expect(await pointsOf('openact.payments')).toEqual([
    { attributes: { 'openact.outcome': 'accepted' }, value: 1 },
    { attributes: { 'openact.outcome': 'refused', 'openact.code': 'tool_invalid' }, value: 1 },
  ]);
  expect(await pointsOf('openact.ledger.imbalance')).toEqual([
    { attributes: { 'openact.currency': 'CNY' }, value: 0 },
  ]);
  // The event of the payment waits to be recorded, and no record waits to be anchored.
  expect(await pointsOf('openact.outbox.age')).toEqual([
    { attributes: { 'openact.outbox': 'issuer-events' }, value: WAIT_SECONDS },
    { attributes: { 'openact.outbox': 'issuer-anchors' }, value: 0 },
  ]);
  const durations = await pointsOf('http.server.request.duration');
  expect(durations.map(({ attributes }) => attributes['http.route'])).toEqual(['/payments', '/payments']);

  const told = JSON.stringify([
    finished.map(({ name, attributes, events }) => [name, attributes, events]),
    figures.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics),
  ]);
  // Times, durations and ports are made of digits, too: an amount is a number of its own.
  expect(told).not.toMatch(/(?<![\w.])(?:CNY)?553(?:\.50?|50)(?!\w|\.\d)/);
  expect(told).not.toMatch(TOKEN_TEXT);
  const secrets = [...Object.values(paid), paid.mandate.slice(0, 40)];
  for (const secret of [...secrets, IDS.delegator, IDS.device, IDS.agent, bench.toolRef]) {
    expect(told.includes(String(secret)), `found ${String(secret).slice(0, 16)}`).toBe(false);
  }
  await bench.close();
});
