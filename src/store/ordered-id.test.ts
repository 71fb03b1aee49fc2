import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { newOrderedId } from './index.ts';

const random = (count: number) => new Uint8Array(randomBytes(count));

test('an ordered id says its second, and is drawn from 128 random bits for each', () => {
  const id = newOrderedId(random, 'trade', 1_795_000_000);
  expect(id).toMatch(/^trade_6afd86c0_[A-Za-z0-9_-]{22}$/);
  const many = Array.from({ length: 1_000 }, () => newOrderedId(random, 'trade', 1_795_000_000));
  expect(new Set(many).size).toBe(1_000);
});

test('later seconds come later in an index, whatever the random part is', () => {
  const seconds = [0, 1, 9, 16, 255, 256, 1_700_000_000, 1_795_000_000, 2 ** 31, 2 ** 32 - 1];
  const ids = seconds.flatMap((now) => [newOrderedId(random, 'ord', now), newOrderedId(random, 'ord', now)]);
  const sorted = ids.toSorted((left, right) => (left < right ? -1 : 1));
  expect(sorted.map((id) => id.slice(0, 12))).toEqual(ids.map((id) => id.slice(0, 12)));
});
