import { ActError } from '../protocol/errors/index.ts';
import { StoreOpenError } from '../store/index.ts';
import { type Logger, reasonOf } from './log.ts';
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
  console.error(expectedLine(error) ?? error);
  process.exit(1);
}

/** A database may be opened and then not take what a server has to write before it serves, or not answer. */
function expectedLine(error: unknown): string | undefined {
  if (error instanceof StartError || error instanceof StoreOpenError) return error.message;
  if (!(error instanceof ActError) || error.code !== 'store_unavailable') return undefined;
  return `The database cannot be used (${reasonOf(error) ?? error.code}).`;
}
