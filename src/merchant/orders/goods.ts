import type { ReleaseAnswer } from '../../protocol/generated/types.ts';
import type { Random } from '../../protocol/ports.ts';
import type { StockLine } from '../stock.ts';

/** Without I, L, O and U: codes are read aloud at counters. 32 characters, so that a byte falls on each alike. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 4;
const GROUP_CHARS = 4;

/** Makes one ticket code for each unit ordered, 80 random bits each. */
export function makeGoods(random: Random, lines: readonly StockLine[]): ReleaseAnswer['goods'] {
  return lines.flatMap(({ item_id, quantity }) =>
    Array.from({ length: quantity }, () => ({ item_id, code: ticketCode(random) })),
  );
}

function ticketCode(random: Random): string {
  const characters = [...random(GROUPS * GROUP_CHARS)].map((byte) => ALPHABET[byte % ALPHABET.length]);
  return Array.from({ length: GROUPS }, (_, group) =>
    characters.slice(group * GROUP_CHARS, (group + 1) * GROUP_CHARS).join(''),
  ).join('-');
}
