import { expect, test } from 'vitest';
import { nodeRandom } from './node-random.ts';

test('gives as many bytes as asked for, and none twice', () => {
  const random = nodeRandom();
  const seen = new Set<string>();
  for (let call = 0; call < 2_000; call += 1) {
    const bytes = random(16);
    expect(bytes).toHaveLength(16);
    seen.add(Buffer.from(bytes).toString('hex'));
  }
  expect(seen.size).toBe(2_000);
  expect(random(0)).toHaveLength(0);
  expect(random(4_097)).toHaveLength(4_097);
});

test('what was given out does not change', () => {
  const random = nodeRandom();
  const first = random(16);
  const copy = [...first];
  for (let call = 0; call < 1_000; call += 1) random(16);
  expect([...first]).toEqual(copy);
  expect(copy.some((byte) => byte !== 0)).toBe(true);
});
