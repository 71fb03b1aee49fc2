import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Rounds, startRounds } from './rounds.ts';

/** Ends the round that runs. */
let end: () => void;
let begun: number;
let rounds: Rounds;

beforeEach(() => {
  vi.useFakeTimers();
  begun = 0;
  rounds = startRounds(async () => {
    begun += 1;
    await new Promise<void>((resolve) => {
      end = resolve;
    });
    return 500;
  });
});
afterEach(async () => {
  const closed = rounds.close();
  end();
  await closed;
  vi.useRealTimers();
});

async function ended(): Promise<void> {
  end();
  await vi.advanceTimersByTimeAsync(0);
}

describe('rounds', () => {
  test('begin at once, and again so long after each as it says', async () => {
    expect(begun).toBe(1);
    await ended();
    await vi.advanceTimersByTimeAsync(499);
    expect(begun).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(begun).toBe(2);
  });

  test('never overlap, however long one takes', async () => {
    await vi.advanceTimersByTimeAsync(60_000);
    expect(begun).toBe(1);
    await ended();
    await vi.advanceTimersByTimeAsync(500);
    expect(begun).toBe(2);
  });

  test('come sooner when they are woken, once', async () => {
    await ended();
    rounds.wake();
    expect(begun).toBe(2);
    await ended();
    await vi.advanceTimersByTimeAsync(499);
    expect(begun).toBe(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(begun).toBe(3);
  });

  test('that are woken while one runs follow on it, however often', async () => {
    for (let times = 0; times < 3; times += 1) rounds.wake();
    expect(begun).toBe(1);
    await ended();
    expect(begun).toBe(2);
    await ended();
    expect(begun).toBe(2);
  });

  test('are closed when the one that runs has ended, and none follows', async () => {
    let isClosed = false;
    const closing = rounds.close().then(() => {
      isClosed = true;
    });
    rounds.wake();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([begun, isClosed]).toEqual([1, false]);
    await ended();
    await closing;
    rounds.wake();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([begun, isClosed]).toEqual([1, true]);
  });
});
