import {
  type Attributes,
  context,
  createNoopMeter,
  type Histogram,
  metrics,
  ProxyTracerProvider,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { ActError } from '../protocol/errors/index.ts';

/**
 * Traces and metrics, through the API of OpenTelemetry: without an SDK behind it nothing happens. What is told is names
 * of steps, templates of addresses, status and codes; never what a message says or whose it is.
 *
 * @see OA-OPS-24, OA-OPS-25, OA-PRV-05
 */
const SCOPE = 'openact';

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const FIRST_SERVER_FAULT = 500;
const FIRST_FAILURE = 400;

/** The steps of a request that have a span of their own. */
export type Step = 'judge' | 'transaction' | 'sign';

/** While nobody listens nothing is done for them: even spans that go nowhere cost a request a good part of its time. */
function isTraced(): boolean {
  const provider = trace.getTracerProvider();
  return !(provider instanceof ProxyTracerProvider) || provider.getDelegateTracer(SCOPE) !== undefined;
}

function isMeasured(): boolean {
  return metrics.getMeter(SCOPE) !== createNoopMeter();
}

/** Runs one step of a request under a span of its own. */
export function inSpan<T>(step: Step, work: () => Promise<T>): Promise<T> {
  if (!isTraced()) return work();
  return trace.getTracer(SCOPE).startActiveSpan(`openact.${step}`, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setAttribute('openact.code', codeOf(error));
      if (!(error instanceof ActError)) span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}

/** The code of a refusal; a fault of ours says no more than that it is one. */
export function codeOf(error: unknown): string {
  return error instanceof ActError ? error.code : 'internal';
}

/** One server span and one duration for each request; the caller's trace is continued. Undefined: nobody listens. */
export function measureRequests(): MiddlewareHandler | undefined {
  if (!isTraced() && !isMeasured()) return undefined;
  const durations = metrics.getMeter(SCOPE).createHistogram('http.server.request.duration', {
    unit: 's',
    description: 'Duration of HTTP server requests.',
    advice: { explicitBucketBoundaries: [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] },
  });
  return (c, next) => {
    const started = performance.now();
    const method = METHODS.has(c.req.method) ? c.req.method : '_OTHER';
    const from = propagation.extract(context.active(), c, {
      get: (carrier, name) => carrier.req.header(name),
      keys: () => [],
    });
    const attributes = { 'http.request.method': method, 'url.scheme': schemeOf(c) };
    const options = { kind: SpanKind.SERVER, attributes };
    return trace.getTracer(SCOPE).startActiveSpan(method, options, from, async (span) => {
      try {
        await next();
      } finally {
        tell(c, attributes, span, durations, (performance.now() - started) / 1_000);
      }
    });
  };
}

interface Asked extends Attributes {
  readonly 'http.request.method': string;
  readonly 'url.scheme': string;
}

function tell(c: Context, asked: Asked, span: Span, durations: Histogram, seconds: number): void {
  const route = routeOf(c);
  const code = c.res.headers.get('X-Act-Code');
  const attributes: Attributes = {
    'http.response.status_code': c.res.status,
    ...(route === undefined ? {} : { 'http.route': route }),
    ...(code === null ? {} : { 'error.type': code }),
  };
  span.setAttributes(attributes);
  if (code !== null) span.setAttribute('openact.code', code);
  if (route !== undefined) span.updateName(`${asked['http.request.method']} ${route}`);
  if (c.res.status >= FIRST_SERVER_FAULT) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
  durations.record(seconds, { ...asked, ...attributes });
}

/** As it reached this server: what a proxy in front of it took is not known here. */
function schemeOf(c: Context): string {
  return c.req.url.startsWith('https:') ? 'https' : 'http';
}

/** The template, never the address: addresses hold identifiers. What runs for every address is the template of none. */
function routeOf(c: Context): string | undefined {
  return matchedRoutes(c).findLast(({ path, method }) => method !== 'ALL' || !path.endsWith('*'))?.path;
}

/** One request to another server under a span of its own; `headers` carry the trace on. */
export function inClientSpan<T extends { readonly status: number }>(
  method: string,
  target: URL,
  headers: Readonly<Record<string, string>>,
  send: (headers: Record<string, string>) => Promise<T>,
): Promise<T> {
  if (!isTraced()) return send({ ...headers });
  const name = METHODS.has(method) ? method : '_OTHER';
  const options = {
    kind: SpanKind.CLIENT,
    attributes: {
      'http.request.method': name,
      'server.address': target.hostname,
      'server.port': portOf(target),
    },
  };
  return trace.getTracer(SCOPE).startActiveSpan(name, options, async (span) => {
    try {
      const carried = { ...headers };
      propagation.inject(context.active(), carried);
      const answer = await send(carried);
      span.setAttribute('http.response.status_code', answer.status);
      if (answer.status >= FIRST_FAILURE) failed(span, String(answer.status));
      return answer;
    } catch (error) {
      span.setAttribute('openact.code', codeOf(error));
      failed(span, error instanceof ActError ? error.code : 'peer_unreachable');
      throw error;
    } finally {
      span.end();
    }
  });
}

function failed(span: Span, type: string): void {
  span.setAttribute('error.type', type);
  span.setStatus({ code: SpanStatusCode.ERROR });
}

function portOf({ protocol, port }: URL): number {
  if (port !== '') return Number(port);
  return protocol === 'https:' ? 443 : 80;
}

/** Counts how things ended: `accepted`, or `refused` with its code. */
export function createOutcomeCounter(
  name: string,
  unit: string,
  description: string,
): (error?: unknown) => void {
  const counter = metrics.getMeter(SCOPE).createCounter(name, { unit, description });
  return (error) => {
    if (error === undefined) counter.add(1, { 'openact.outcome': 'accepted' });
    else counter.add(1, { 'openact.outcome': 'refused', 'openact.code': codeOf(error) });
  };
}

/** One observed value, and what it is of. */
export interface Reading {
  readonly value: number;
  readonly of: Readonly<Record<string, string>>;
}

/**
 * A figure that is looked up when somebody collects it, and not again before `keepMilliseconds` have passed, however
 * often it is collected. What cannot be looked up now is left out.
 */
export function observe(
  name: string,
  options: { readonly unit: string; readonly description: string; readonly keepMilliseconds: number },
  read: () => Promise<readonly Reading[]>,
): void {
  const { keepMilliseconds, ...told } = options;
  let readings: Promise<readonly Reading[]> | undefined;
  let readAgainAt = 0;
  const gauge = metrics.getMeter(SCOPE).createObservableGauge(name, told);
  gauge.addCallback(async (result) => {
    if (readings === undefined || performance.now() >= readAgainAt) {
      readAgainAt = performance.now() + keepMilliseconds;
      readings = read().catch(() => []);
    }
    for (const { value, of } of await readings) result.observe(value, { ...of });
  });
}
