import { StoreOpenError } from '../store/index.ts';
import type { Logger } from './log.ts';
import { StartError } from './start-error.ts';

/**
 * Ends a server in order when its process is told to.
 *
 * @param stop takes down what the server has, what is asked of others last
 */
export function endOnSignal(log: Logger, stop: () => Promise<void>): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'shutting down');
      stop().then(() => log.info('stopped'), failProcess);
    });
  }
}

/** One line that says what is wrong; only a fault of ours shows its stack. */
export function failProcess(error: unknown): void {
  const isExpected = error instanceof StartError || error instanceof StoreOpenError;
  console.error(isExpected ? error.message : error);
  process.exit(1);
}
