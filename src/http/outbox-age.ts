import type { Clock } from '../protocol/ports.ts';
import { observe } from './telemetry.ts';

/** What an outbox holds that has not left yet. */
export interface Waiting {
  /** Unix seconds at which the oldest of it was written; absent: nothing waits. */
  readonly oldest?: number;
  /** How many entries nobody tries any more; absent: this outbox gives none up. */
  readonly setAside?: number;
}

const KEEP_MILLISECONDS = 1_000;

/**
 * Tells operators how long the oldest entry of an outbox waits, and how many were set aside.
 *
 * @param outbox its name, of a fixed few
 * @see OA-OPS-25
 */
export function observeOutbox(outbox: string, clock: Clock, waiting: () => Promise<Waiting>): void {
  const of = { 'openact.outbox': outbox };
  observe(
    'openact.outbox.age',
    {
      unit: 's',
      description: 'Age of the oldest entry that was not delivered.',
      keepMilliseconds: KEEP_MILLISECONDS,
    },
    async () => {
      const { oldest } = await waiting();
      return [{ value: oldest === undefined ? 0 : Math.max(0, clock() - oldest), of }];
    },
  );
  observe(
    'openact.outbox.set_aside',
    {
      unit: '{entry}',
      description: 'Entries that are not tried any more.',
      keepMilliseconds: KEEP_MILLISECONDS,
    },
    async () => {
      const { setAside } = await waiting();
      return setAside === undefined ? [] : [{ value: setAside, of }];
    },
  );
}
