import { newId, type Random } from '../protocol/ports.ts';

const HEX_DIGITS = 8;

/**
 * A fresh identifier of something that many rows are about: a prefix, the second in which it is made, and 128 random bits.
 * Rows of the same time then stand beside one another in every index, so that a commit changes few pages, however many
 * rows there are. For identifiers only whose messages say the time anyway.
 *
 * @param now Unix seconds
 */
export function newOrderedId(random: Random, prefix: string, now: number): string {
  return newId(random, `${prefix}_${Math.max(0, now).toString(16).padStart(HEX_DIGITS, '0')}`);
}
