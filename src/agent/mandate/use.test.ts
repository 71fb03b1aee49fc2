import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../store/index.ts';
import { engines } from '../../store/testing/engines.ts';
import { saveA402 } from '../a402/purchases.ts';
import { agentMigrations } from '../migrations.ts';
import { savePurchase } from '../purchase/purchase.ts';
import { confirmedUse } from './use.ts';

describe.each(engines)('what was paid under a mandate, on $name', (engine) => {
  beforeAll(() => engine.start());
  afterAll(() => engine.stop());

  test('PSD-PAY-DEL-19 PSD-PAY-AUP-06 orders and bills are counted together, once they are paid, and for their mandate only', async () => {
    const database = await engine.create();
    const store = await openStore(database.location, agentMigrations);
    try {
      const one = { taskId: 'task-1', delegationId: 'dlg-1', data: {} };
      const bill = { delegationId: 'dlg-1', resourceId: 'r', quote: 'q', state: 'OPEN', sent: [] } as const;
      const paid = { state: 'PAID', tradeNo: 'trade-2', sellerReceipt: 'receipt', paidMinor: 50n } as const;
      await store.transact(async (tx) => {
        await savePurchase(tx, { ...one, purchaseId: 'open', state: 'CHOSEN' });
        await saveA402(tx, { ...bill, outTradeNo: 'open' }, 1);
      });
      expect(await confirmedUse(store.read, 'dlg-1')).toEqual({ spentMinor: 0n, count: 0 });
      await store.transact(async (tx) => {
        await savePurchase(tx, { ...one, purchaseId: 'paid', state: 'CHOSEN' }, 10_000n);
        await saveA402(tx, { ...bill, outTradeNo: 'paid' }, 1);
        await saveA402(tx, { ...bill, outTradeNo: 'paid', ...paid }, 1);
      });
      expect(await confirmedUse(store.read, 'dlg-1')).toEqual({ spentMinor: 10_050n, count: 2 });
      expect(await confirmedUse(store.read, 'dlg-2')).toEqual({ spentMinor: 0n, count: 0 });
    } finally {
      await store.close();
      await database.remove();
    }
  });
});
