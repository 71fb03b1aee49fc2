import { describe, expect, it } from 'vitest';
import { CompactCache } from './compact-cache.ts';

const signature = 'S'.repeat(86);

describe('CompactCache', () => {
  it('finds a message again, and holds only so many', () => {
    const cache = new CompactCache<number>(2);
    for (const [index, name] of ['a', 'b', 'c'].entries()) cache.set(`h.${name}.${name.repeat(86)}`, index);
    expect(['a', 'b', 'c'].map((name) => cache.get(`h.${name}.${name.repeat(86)}`))).toEqual([
      undefined,
      1,
      2,
    ]);
  });

  it('takes no message for another that ends in the same signature', () => {
    const cache = new CompactCache<string>(4);
    cache.set(`header.one.${signature}`, 'one');
    expect(cache.get(`header.two.${signature}`)).toBeUndefined();
    expect(cache.get(`header.one.${signature}`)).toBe('one');
  });

  it('tells short texts apart', () => {
    const cache = new CompactCache<string>(4);
    cache.set('a.b.c', 'short');
    expect([cache.get('a.b.c'), cache.get('b.c'), cache.get('')]).toEqual(['short', undefined, undefined]);
  });
});
