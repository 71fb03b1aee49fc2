/**
 * Does the work of every item, a bounded number at a time. The next begins as soon as one has ended: one that is slow
 * holds up its own place and no other.
 *
 * @throws the first fault of the work
 */
export async function eachAtOnce<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = items.values();
  async function place(): Promise<void> {
    for (const item of left) await work(item);
  }
  await Promise.all(Array.from({ length: atOnce }, place));
}
