import { expect, test } from 'vitest';
import { startTelemetry } from './telemetry-start.ts';

test('a collector that has no address is told at start, and one that is not asked for is not', async () => {
  const wrong = { OTEL_EXPORTER_OTLP_ENDPOINT: 'collector' };
  await expect(startTelemetry('issuer', wrong)).rejects.toThrow(
    'OTEL_EXPORTER_OTLP_ENDPOINT is not an address.',
  );
  const off = await startTelemetry('issuer', { ...wrong, OTEL_SDK_DISABLED: 'true' });
  await expect(off()).resolves.toBeUndefined();
  const unset = await startTelemetry('issuer', { OTEL_EXPORTER_OTLP_ENDPOINT: '' });
  await expect(unset()).resolves.toBeUndefined();
});
