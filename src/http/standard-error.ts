import { writeSync } from 'node:fs';
import type { DestinationStream } from 'pino';

const STANDARD_ERROR = 2;
const FULL_PIPE_TRIES = 10;
const FULL_PIPE_MILLISECONDS = 10;

/**
 * Standard error for log lines. A line that cannot be written (a full disk, a reader that is gone or does not read) is
 * lost, and nothing else: who has just moved money must not answer that it failed because of its log.
 *
 * @see OA-HTTP-04
 */
export const standardError: DestinationStream = {
  write(line: string) {
    const bytes = Buffer.from(line);
    let [from, tries] = [0, 0];
    while (from < bytes.length) {
      try {
        from += writeSync(STANDARD_ERROR, bytes, from);
      } catch (error) {
        tries += 1;
        if ((error as NodeJS.ErrnoException).code !== 'EAGAIN' || tries === FULL_PIPE_TRIES) return;
        pause();
      }
    }
  },
};

/** The process writes its log in step, so it waits in step for whoever reads it. */
function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, FULL_PIPE_MILLISECONDS);
}
