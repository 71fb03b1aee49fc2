import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore, takesTransactions } from './index.ts';

test('OA-OPS-20 a store that takes no transactions is told from one that does', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'openact-store-'));
  const store = await openStore(join(folder, 'store.db'), []);
  await expect(takesTransactions(store)).resolves.toBeUndefined();
  await store.close();
  await expect(takesTransactions(store)).rejects.toMatchObject({ code: 'store_unavailable' });
  await rm(folder, { recursive: true });
});
