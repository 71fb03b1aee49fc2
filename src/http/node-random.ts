import { randomFillSync } from 'node:crypto';
import type { Random } from '../protocol/ports.ts';

const POOL_BYTES = 4_096;

/** Random bytes of the platform, fetched many at a time: most are asked for in sixteens. None is given out twice. */
export function nodeRandom(): Random {
  const pool = new Uint8Array(POOL_BYTES);
  let used = POOL_BYTES;
  return (count) => {
    if (count > POOL_BYTES) return randomFillSync(new Uint8Array(count));
    if (used + count > POOL_BYTES) {
      randomFillSync(pool);
      used = 0;
    }
    const bytes = pool.slice(used, used + count);
    pool.fill(0, used, used + count);
    used += count;
    return bytes;
  };
}
