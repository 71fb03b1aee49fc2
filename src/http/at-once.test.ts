import { describe, expect, test } from 'vitest';
import { eachAtOnce } from './at-once.ts';

/** Work that ends when it is told. */
function held() {
  const begun: number[] = [];
  const ends = new Map<number, () => void>();
  const work = (item: number): Promise<void> =>
    new Promise((end) => {
      begun.push(item);
      ends.set(item, end);
    });
  return { begun, work, end: (item: number) => ends.get(item)?.() };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the work of every item', () => {
  test('is begun so many at a time, the next as soon as any has ended', async () => {
    const { begun, work, end } = held();
    const all = eachAtOnce([1, 2, 3, 4], 2, work);
    expect(begun).toEqual([1, 2]);
    end(2);
    await turn();
    expect(begun).toEqual([1, 2, 3]);
    end(3);
    await turn();
    for (const item of begun) end(item);
    await expect(all).resolves.toBeUndefined();
    expect(begun).toEqual([1, 2, 3, 4]);
  });

  test('is done where there is less of it than places', async () => {
    const done: number[] = [];
    await eachAtOnce([1, 2], 8, async (item) => void done.push(item));
    expect(done).toEqual([1, 2]);
  });

  test('tells of a fault', async () => {
    const fault = eachAtOnce([1], 8, () => Promise.reject(new Error('out of order')));
    await expect(fault).rejects.toThrow('out of order');
  });
});
