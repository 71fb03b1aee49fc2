type Results<T extends readonly unknown[]> = { -readonly [K in keyof T]: Awaited<T[K]> };

/**
 * The results of statements that were sent without waiting for one another, or of what was made of them. They run in
 * the order in which they were sent, so that PostgreSQL answers all of them in one exchange, in which rows that others
 * wait for are held the shorter.
 *
 * @throws what the first of them in this order has thrown, after all of them have been answered
 */
export async function together<T extends readonly unknown[]>(...sent: T): Promise<Results<T>> {
  const settled = await Promise.allSettled(sent);
  for (const one of settled) if (one.status === 'rejected') throw one.reason;
  return settled.map((one) => (one.status === 'fulfilled' ? one.value : undefined)) as Results<T>;
}
