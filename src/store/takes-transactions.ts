import type { Store } from './types.ts';

/**
 * Resolves when the storage takes a transaction now: what a server has to know before it says that it can work.
 *
 * @throws ActError store_unavailable
 * @see OA-OPS-20
 */
export async function takesTransactions(store: Store): Promise<void> {
  await store.transact((tx) => tx.get('SELECT 1 AS works'));
}
