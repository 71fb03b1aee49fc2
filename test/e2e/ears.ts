/** Everything that operators and strangers get to hear of a world: spans, metrics, log lines and refusals. */
import { ServerResponse } from 'node:http';
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
import { createLogger, type Logger } from '../../src/http/index.ts';

export interface Ears {
  readonly log: (role: string) => Logger;
  readonly logLines: readonly string[];
  /** The bodies of every answer of every server, by what they are. */
  readonly problems: readonly string[];
  readonly answers: readonly string[];
  spans(): string[];
  /** The points of each metric by its name, as collected now. */
  metrics(): Promise<ReadonlyMap<string, readonly Point[]>>;
  close(): void;
}

export interface Point {
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly value: unknown;
}

/** Call it before any server is put together. */
export function listenIn(): Ears {
  const spans = new InMemorySpanExporter();
  const figures = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter: figures, exportIntervalMillis: 3_600_000 });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(
    new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter: spans })] }),
  );
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));
  const logLines: string[] = [];
  const heard = overhearAnswers();
  return {
    log: (role) => createLogger(role, 'trace', { write: (line) => logLines.push(line) }),
    logLines,
    ...heard,
    spans: () =>
      spans
        .getFinishedSpans()
        .map(({ name, attributes, events, links, status, resource }) =>
          JSON.stringify({ name, attributes, events, links, status, resource: resource.attributes }),
        ),
    async metrics() {
      await reader.forceFlush();
      const scopes = figures.getMetrics().at(-1)?.scopeMetrics ?? [];
      const all = scopes.flatMap((scope) => scope.metrics);
      return new Map(all.map(({ descriptor, dataPoints }) => [descriptor.name, dataPoints]));
    },
    close() {
      heard.restore();
      for (const api of [trace, metrics, context, propagation]) api.disable();
    },
  };
}

function overhearAnswers() {
  const problems: string[] = [];
  const answers: string[] = [];
  const own = { write: ServerResponse.prototype.write, end: ServerResponse.prototype.end };
  const bodies = new WeakMap<ServerResponse, string>();
  const hear = (response: ServerResponse, chunk: unknown): void => {
    const text = chunk instanceof Uint8Array ? Buffer.from(chunk).toString() : chunk;
    if (typeof text === 'string') bodies.set(response, (bodies.get(response) ?? '') + text);
  };
  ServerResponse.prototype.write = function (this: ServerResponse, ...args: unknown[]) {
    hear(this, args[0]);
    return Reflect.apply(own.write, this, args);
  } as typeof own.write;
  ServerResponse.prototype.end = function (this: ServerResponse, ...args: unknown[]) {
    hear(this, args[0]);
    const type = String(this.getHeader('content-type') ?? typeOf(this));
    const list = type.startsWith('application/problem+json') ? problems : answers;
    list.push(bodies.get(this) ?? '');
    return Reflect.apply(own.end, this, args);
  } as typeof own.end;
  return { problems, answers, restore: () => Object.assign(ServerResponse.prototype, own) };
}

/** Headers that were given to writeHead at once are in the head only. */
function typeOf(response: ServerResponse): string {
  const head = (response as unknown as { _header?: string })._header ?? '';
  return /^content-type: (.*)$/im.exec(head)?.[1] ?? '';
}
