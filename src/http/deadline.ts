/** What is left of the time that several calls have together. */
export interface Deadline {
  /** Milliseconds, zero once it is over. */
  remaining(): number;
}

/** A time that begins now, for a conversation of several calls with one peer. */
export function deadlineIn(milliseconds: number): Deadline {
  const end = performance.now() + milliseconds;
  return { remaining: () => Math.max(0, end - performance.now()) };
}
