import { ActError } from '../../protocol/errors/index.ts';
import type { RecordListBody } from '../../protocol/generated/types.ts';
import { recordsOfTrade } from '../../records/index.ts';
import { consumeCommand } from '../../store/index.ts';
import { buyerOf, isBuyer } from './buyer.ts';
import type { PspParts } from './parts.ts';
import { getTrade } from './trades.ts';

/**
 * What this service has recorded of a trade, for its buyer: the agent's key that paid, or a device of whose money it was.
 *
 * @throws ActError payment_unknown (also for somebody else's trade), agent_unknown, device_unknown, command_*
 * @see OA-REC-10, TSD-ATT-DSP-02
 */
export async function readTradeRecords(
  parts: PspParts,
  tradeNo: string,
  command: string,
): Promise<RecordListBody> {
  const buyer = await buyerOf(parts, tradeNo, command, 'payment.read');
  await parts.store.transact(async (tx) => {
    await consumeCommand(tx, buyer.use);
    if (!(await isBuyer(tx, parts, await getTrade(tx, tradeNo), buyer)))
      throw new ActError('payment_unknown');
  });
  return { records: await recordsOfTrade(parts.store.read, tradeNo) };
}
