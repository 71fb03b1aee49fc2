import type { Clock } from '../../protocol/ports.ts';

/** A clock that can be moved forward, and never back. */
export interface MovableClock {
  readonly clock: Clock;
  advance(seconds: number): void;
}

export function movableClock(real: Clock): MovableClock {
  let ahead = 0;
  return {
    clock: () => real() + ahead,
    advance(seconds) {
      if (!Number.isSafeInteger(seconds) || seconds < 1) throw new RangeError(`advance by ${seconds}`);
      ahead += seconds;
    },
  };
}
