import { writeSync } from 'node:fs';
import type { DestinationStream } from 'pino';

const STANDARD_ERROR = 2;
/** A reader that does not keep up costs a tenth of the time at most, and then lines. */
const WAITS_MAX = 10;
const WAIT_MILLISECONDS = 10;
const WAITS_ANEW_MILLISECONDS = 1_000;

/** What log lines are written with. */
export interface LineOutput {
  /** @returns how many of the bytes were taken @throws what the system says: EAGAIN for a pipe that is full */
  write(bytes: Uint8Array): number;
  wait(milliseconds: number): void;
  /** Monotonic, in milliseconds. */
  now(): number;
}

/**
 * Writes log lines in step. A line that cannot be written (a full disk, a reader that is gone or does not read) is lost,
 * and nothing else: who has just moved money must not answer that it failed because of its log, and nobody waits for who
 * reads the log.
 *
 * @see OA-HTTP-04
 */
export function lineWriter({ write, wait, now }: LineOutput): DestinationStream {
  let waits = 0;
  let countedSince = Number.NEGATIVE_INFINITY;

  function mayWait(): boolean {
    const time = now();
    if (time - countedSince > WAITS_ANEW_MILLISECONDS) [waits, countedSince] = [0, time];
    waits += 1;
    return waits <= WAITS_MAX;
  }

  return {
    write(line: string) {
      let rest: Uint8Array = Buffer.from(line);
      while (rest.length > 0) {
        try {
          rest = rest.subarray(write(rest));
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'EAGAIN' || !mayWait()) return;
          wait(WAIT_MILLISECONDS);
        }
      }
    },
  };
}

/** Log lines of this process. */
export function standardError(): DestinationStream {
  // Looked at once, a pipe says that it is full. Before that a write waits for its reader, for ever if need be.
  void process.stderr;
  return lineWriter({
    write: (bytes) => writeSync(STANDARD_ERROR, bytes),
    wait: (milliseconds) => {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
    },
    now: () => performance.now(),
  });
}
