import { addressIn } from './settings.ts';
import { StartError } from './start-error.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const METRIC_MILLISECONDS = 60_000;
const ENDPOINTS = [
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT',
  'OTEL_EXPORTER_OTLP_METRICS_ENDPOINT',
];

/**
 * Turns traces and metrics on when one of OpenTelemetry's own variables names a collector, and loads the SDK only then.
 * OTEL_SERVICE_NAME, OTEL_METRIC_EXPORT_INTERVAL and OTEL_SDK_DISABLED are heeded. Call it before the role is put
 * together.
 *
 * @returns sends what is left, and ends
 * @throws StartError
 */
export async function startTelemetry(role: string, env: Environment): Promise<() => Promise<void>> {
  const named = ENDPOINTS.filter((name) => (env[name] ?? '') !== '');
  if (named.length === 0 || env.OTEL_SDK_DISABLED === 'true') return async () => {};
  // The SDK would say nothing, and send nothing.
  for (const name of named) addressIn(env[name] ?? '', name);
  const interval = env.OTEL_METRIC_EXPORT_INTERVAL ?? String(METRIC_MILLISECONDS);
  if (!/^[1-9][0-9]{1,6}$/.test(interval)) {
    throw new StartError(`OTEL_METRIC_EXPORT_INTERVAL is not a number of milliseconds: ${interval}`);
  }
  const { startOtlp } = await import('./otlp.ts');
  return startOtlp(env.OTEL_SERVICE_NAME ?? `openact-${role}`, Number(interval));
}
