import { describe, expect, test } from 'vitest';
import { together } from './together.ts';

describe('statements that are sent together', () => {
  test('answer in the order in which they were sent', async () => {
    const late = new Promise((resolve) => setImmediate(() => resolve('a')));
    expect(await together(late, Promise.resolve('b'), undefined)).toEqual(['a', 'b', undefined]);
  });

  test('throw what the first in that order has thrown, whoever was quicker, once all are answered', async () => {
    let isAnswered = false;
    const late = new Promise((_, reject) => setImmediate(() => reject(new Error('first'))));
    const last = new Promise<void>((resolve) => setTimeout(resolve, 5)).then(() => {
      isAnswered = true;
    });
    await expect(together(late, Promise.reject(new Error('second')), last)).rejects.toThrow('first');
    expect(isAnswered).toBe(true);
  });
});
