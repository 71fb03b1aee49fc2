import { describe, expect, it } from 'vitest';
import { BoundedCache } from './bounded-cache.ts';

describe('BoundedCache', () => {
  it('holds as many entries as allowed and lets the oldest go', () => {
    const cache = new BoundedCache<number>(2);
    cache.set('a', 1);
    cache.set('b', 2);
    expect([cache.get('a'), cache.get('b'), cache.size]).toEqual([1, 2, 2]);
    cache.set('c', 3);
    expect([cache.get('a'), cache.get('b'), cache.get('c'), cache.size]).toEqual([undefined, 2, 3, 2]);
  });

  it('does not grow when an entry is set again', () => {
    const cache = new BoundedCache<number>(2);
    for (const value of [1, 2, 3]) cache.set('a', value);
    expect([cache.get('a'), cache.size]).toEqual([3, 1]);
  });
});
