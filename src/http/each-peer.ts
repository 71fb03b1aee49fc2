import { eachAtOnce } from './at-once.ts';
import { deadlineIn } from './deadline.ts';
import type { QuietPeers } from './quiet-peers.ts';

const PEERS_AT_ONCE = 16;
/** For so long calls to one peer are begun: one that is slow keeps nobody waiting for the next look. */
const LOOK_MILLISECONDS = 10_000;

/** What is due with peers. */
export interface PeerWork<T> {
  /** How many calls one peer gets at a time. */
  readonly callsAtOnce: number;
  /** Of one peer, bounded. */
  due(peer: string): Promise<readonly T[]>;
  /** @returns whether the peer was there: false where it gave no answer at all */
  work(item: T): Promise<boolean>;
}

/**
 * Does what is due with each peer, several peers at the same time. One that gives no answer gets no more calls in this
 * look, and is left alone for a while.
 *
 * @throws the first fault of the work
 */
export async function eachPeer<T>(
  peers: readonly string[],
  quiet: QuietPeers,
  { callsAtOnce, due, work }: PeerWork<T>,
): Promise<void> {
  const called = peers.filter((peer) => !quiet.isLeftAlone(peer));
  await eachAtOnce(called, PEERS_AT_ONCE, async (peer) => {
    const deadline = deadlineIn(LOOK_MILLISECONDS);
    const items = await due(peer);
    let isThere = true;
    await eachAtOnce(items, callsAtOnce, async (item) => {
      if (!isThere || deadline.remaining() === 0) return;
      if (!(await work(item))) isThere = false;
    });
    if (items.length > 0) quiet.note(peer, isThere);
  });
}
