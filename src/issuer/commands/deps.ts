import type { RateLimit } from '../../http/index.ts';
import type { Store } from '../../store/index.ts';

/** What it takes to say who sends a command. */
export interface SenderDeps {
  readonly store: Store;
  /** Counted for each agent and device that has signed; absent: nobody is counted. @see OA-OPS-02 */
  readonly callerLimit?: RateLimit;
}
