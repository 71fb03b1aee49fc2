import { expect, test } from 'vitest';
import { gather } from './gathered.ts';

const LIMIT = 10_000;

test('parts of any length are one whole, up to the limit and no further', () => {
  for (const length of [1, 3, 4_096, 9_999]) {
    const gathered = gather(LIMIT);
    const expected: number[] = [];
    for (let at = 0; at + length <= LIMIT; at += length) {
      const part = Uint8Array.from({ length }, (_, index) => (at + index) % 251);
      expect(gathered.add(part)).toBe(true);
      expected.push(...part);
      part.fill(0);
    }
    expect([...gathered.whole()]).toEqual(expected);
    expect(gathered.add(new Uint8Array(LIMIT - expected.length + 1))).toBe(false);
    expect([...gathered.whole()]).toEqual(expected);
  }
});

test('nothing is an empty whole, and what was given out stays as it was', () => {
  const gathered = gather(LIMIT);
  expect(gathered.whole()).toEqual(new Uint8Array(0));
  gathered.add(Uint8Array.of(1, 2));
  const first = gathered.whole();
  gathered.add(Uint8Array.of(3));
  expect([...first]).toEqual([1, 2]);
  expect([...gathered.whole()]).toEqual([1, 2, 3]);
  expect(first.buffer.byteLength).toBe(2);
});
