import { type Rounds, startRounds } from '../../../http/index.ts';

const POLL_MILLISECONDS = 500;
/** After a round that told somebody, others get a turn first. */
const PAUSE_MILLISECONDS = 20;

/**
 * Runs `tell` until it is closed, one round at a time.
 *
 * @param tell answers how many were told
 * @param failed is called with what a round has thrown; the next one is tried all the same
 */
export function startNotices(tell: () => Promise<number>, failed: (error: unknown) => void): Rounds {
  return startRounds(async () => {
    try {
      return (await tell()) > 0 ? PAUSE_MILLISECONDS : POLL_MILLISECONDS;
    } catch (error) {
      failed(error);
      return POLL_MILLISECONDS;
    }
  });
}
