import { describe, expect, test } from 'vitest';
import { eachPeer } from './each-peer.ts';
import { createQuietPeers } from './quiet-peers.ts';

const PEERS = ['bank', 'rail', 'shop'];
const WAITS = { firstSeconds: 5, longestSeconds: 60 };

/** Ten things are due with each peer. */
const due = async (peer: string) => Array.from({ length: 10 }, () => peer);

/** Peers of which some give no answer. */
function peers(...silent: string[]) {
  const time = { now: 1_000 };
  const quiet = createQuietPeers(() => time.now, WAITS);
  /** @returns how many calls each of them got */
  async function look(): Promise<number[]> {
    const called: string[] = [];
    const work = async (peer: string) => {
      called.push(peer);
      return !silent.includes(peer);
    };
    await eachPeer(PEERS, quiet, { callsAtOnce: 8, due, work });
    return PEERS.map((peer) => called.filter((one) => one === peer).length);
  }
  return { time, silent, look };
}

describe('what is due with each peer', () => {
  test('is done', async () => {
    expect(await peers().look()).toEqual([10, 10, 10]);
  });

  test('where a peer gives no answer ends with the calls that are on their way', async () => {
    expect(await peers('bank').look()).toEqual([8, 10, 10]);
  });

  test('waits for no peer that has not answered yet', async () => {
    const { promise: silence, resolve: hangUp } = Promise.withResolvers<void>();
    const { promise: others, resolve: haveEnded } = Promise.withResolvers<void>();
    const left = ['rail', 'shop'].flatMap((peer) => Array.from({ length: 10 }, () => peer));
    const work = async (peer: string) => {
      if (peer === 'bank') await silence;
      else left.pop();
      if (left.length === 0) haveEnded();
      return peer !== 'bank';
    };
    const look = eachPeer(
      PEERS,
      createQuietPeers(() => 1_000, WAITS),
      { callsAtOnce: 8, due, work },
    );
    await others;
    hangUp();
    await look;
    expect(left).toEqual([]);
  });

  test('is left for a while that grows, until the peer answers', async () => {
    const { time, silent, look } = peers('bank');
    for (const wait of [5, 10, 20, 40, 60, 60]) {
      expect(await look()).toEqual([8, 10, 10]);
      time.now += wait - 1;
      expect(await look()).toEqual([0, 10, 10]);
      time.now += 1;
    }
    silent.length = 0;
    expect(await look()).toEqual([10, 10, 10]);
    silent.push('bank');
    expect(await look()).toEqual([8, 10, 10]);
    time.now += 5;
    expect(await look()).toEqual([8, 10, 10]);
  });

  test('is not left any longer when the clock was ahead', async () => {
    const { time, look } = peers('bank');
    await look();
    time.now -= 3_600;
    expect(await look()).toEqual([8, 10, 10]);
  });
});
