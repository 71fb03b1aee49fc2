/** The trust service as a server: reads the environment, listens, drains on SIGTERM and SIGINT. */
import { access } from 'node:fs/promises';
import { createLogger, listen, readServing, StartError, startTelemetry } from '../http/index.ts';
import { useNodeCrypto } from '../http/node-crypto.ts';
import { createTrustApp } from './app.ts';

const DEFAULT_PORT = 8410;

/**
 * OPENACT_TRUST_LIST (file with the signed list); optionally OPENACT_HOST, OPENACT_PORT, OPENACT_LOG.
 *
 * @throws StartError
 */
async function main(): Promise<void> {
  useNodeCrypto();
  const endTelemetry = await startTelemetry('trust', process.env);
  const {
    OPENACT_TRUST_LIST: listPath,
    OPENACT_HOST: host = '127.0.0.1',
    OPENACT_LOG: level = 'info',
  } = process.env;
  if (listPath === undefined) throw new StartError('OPENACT_TRUST_LIST is not set.');
  await access(listPath).catch(() => {
    throw new StartError(`The trust list ${listPath} cannot be read.`);
  });
  const log = createLogger('trust', level);
  const app = createTrustApp({ listPath, log, clock: () => Math.floor(Date.now() / 1000) });
  const server = await listen(app, {
    host,
    port: portOf(process.env.OPENACT_PORT),
    ...readServing(process.env),
  });
  log.info({ url: server.url }, 'listening');
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      server
        .close()
        .then(endTelemetry)
        .then(() => log.info('stopped'), fail);
    });
  }
}

function portOf(text: string | undefined): number {
  if (text === undefined) return DEFAULT_PORT;
  if (!/^[0-9]{1,5}$/.test(text) || Number(text) > 65_535) {
    throw new StartError(`OPENACT_PORT is not a port: ${text}`);
  }
  return Number(text);
}

/** One line that says what is wrong; only a fault of ours shows its stack. */
function fail(error: unknown): void {
  console.error(error instanceof StartError ? error.message : error);
  process.exit(1);
}

main().catch(fail);
