import { ActError } from '../../protocol/errors/index.ts';
import type { Random } from '../../protocol/ports.ts';
import type { Queries } from '../../store/index.ts';

/**
 * Entries of one list. With 2 bits each that is 4 KiB before compression, so that the signed list stays under the
 * limit of a message whatever the statuses are.
 */
export const STATUS_LIST_ENTRIES = 16_384;

/** Half of a list is allotted before the next is begun: a random free index is then found in two tries. */
const ALLOTTED_MAX = STATUS_LIST_ENTRIES / 2;
const TRIES_MAX = 256;

export interface StatusPlace {
  readonly list: number;
  readonly index: number;
}

/**
 * Allots a status list entry. The index is random, so that it does not tell how many mandates there are or which
 * belong together, and it is never used a second time.
 *
 * @see Token Status List, security considerations: index allocation
 */
export async function allotStatusIndex(tx: Queries, random: Random): Promise<StatusPlace> {
  const list = await openList(tx);
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const index = randomIndex(random);
    const taken = await tx.get(
      'SELECT delegation_id FROM iac_mandates WHERE status_list = $1 AND status_index = $2',
      [list, index],
    );
    if (taken === undefined) {
      await tx.run('UPDATE iac_status_lists SET allotted = allotted + 1 WHERE number = $1', [list]);
      return { list, index };
    }
  }
  throw new ActError('internal', { rule: 'status_index' });
}

async function openList(tx: Queries): Promise<number> {
  const last = await tx.get('SELECT number, allotted FROM iac_status_lists ORDER BY number DESC LIMIT 1');
  if (last !== undefined && Number(last.allotted) < ALLOTTED_MAX) return Number(last.number);
  const number = Number(last?.number ?? 0) + 1;
  await tx.run('INSERT INTO iac_status_lists (number, allotted, version) VALUES ($1, 0, 0)', [number]);
  return number;
}

/** The number of entries divides 65536, so that every index is equally likely. */
function randomIndex(random: Random): number {
  const [high = 0, low = 0] = random(2);
  return (high * 256 + low) % STATUS_LIST_ENTRIES;
}
