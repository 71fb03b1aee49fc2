import type { Witness } from '../../http/traced.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { RecordListBody } from '../../protocol/generated/types.ts';
import { recordsOfOrder } from '../../records/index.ts';
import type { MerchantContext } from '../deps.ts';
import { takeOrderRead } from '../orders/read.ts';
import { readBilled } from './orders.ts';

/**
 * What was recorded of an order on access, for whoever proved to hold its receipt.
 *
 * @param command act-command+jwt, action order.read, target = order number
 * @throws ActError order_unknown, also for a bill that nobody has paid; command_*, jws_*, store_unavailable
 * @see OA-REC-10, TSD-ATT-DSP-02
 */
export async function showBilledRecords(
  context: MerchantContext,
  outTradeNo: string,
  command: string,
  witness: Witness,
): Promise<RecordListBody> {
  const { agentId, holderJwk } = await readBilled(context.store.read, outTradeNo);
  if (holderJwk === undefined) throw new ActError('order_unknown');
  await takeOrderRead(context, { outTradeNo, agentId, agentJwk: holderJwk }, command, witness);
  return { records: await recordsOfOrder(context.store.read, outTradeNo) };
}
