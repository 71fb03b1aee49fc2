import { ActError } from '../../protocol/errors/index.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import { consumeCommand, type Queries } from '../../store/index.ts';
import { agentCommand, type Command, deviceCommand } from './commands.ts';
import { finishTrade } from './escrow.ts';
import type { FulfilmentAnswer } from './fulfilment.ts';
import type { PspParts } from './parts.ts';
import { findTool } from './tools.ts';
import { holdTrade, type Trade } from './trades.ts';

/**
 * Takes the buyer's word that the goods have come: the agent's key that paid, or a device of whose money it was. The trade
 * is finished, and what was held goes to the payee. Saying it again changes nothing.
 *
 * @throws ActError payment_unknown (also for somebody else's trade), trade_transition_illegal, agent_unknown,
 *   device_unknown, command_*
 * @see OA-ESC-04, PSD-PAY-A402-20
 */
export async function confirmReceipt(
  parts: PspParts,
  tradeNo: string,
  command: string,
): Promise<FulfilmentAnswer> {
  const buyer = await buyerOf(parts, tradeNo, command);
  return parts.store.transact(async (tx) => {
    await consumeCommand(tx, buyer.use);
    const trade = await holdTrade(tx, tradeNo);
    if (!(await isBuyer(tx, parts, trade, buyer))) throw new ActError('payment_unknown');
    if (trade.state !== 'TRADE_FINISHED')
      await finishTrade(tx, parts.ledger, trade, { by: 'buyer', now: buyer.now });
    return { trade_no: tradeNo, state: 'TRADE_FINISHED' };
  });
}

type Buyer = Command & { readonly delegator?: string; readonly agentJkt?: string };

async function buyerOf(parts: PspParts, tradeNo: string, command: string): Promise<Buyer> {
  const { iss } = readMessage('command', command).claims;
  const expected = { action: 'trade.receive', target: tradeNo } as const;
  const isDevice = (await parts.devices.find(parts.store.read, iss, parts.clock())) !== undefined;
  if (isDevice) return deviceCommand(parts, command, expected);
  const buyer = await agentCommand(parts, command, 'trade.receive');
  if (buyer.claims.target !== tradeNo) throw new ActError('command_target_mismatch');
  return buyer;
}

/** An agent_id may have several keys, of several users: the one that paid releases the money. */
async function isBuyer(tx: Queries, { ledger }: PspParts, trade: Trade, buyer: Buyer): Promise<boolean> {
  if (buyer.delegator === undefined) {
    const tool = await findTool(tx, trade.paymentToolRef);
    return trade.agentId === buyer.claims.iss && tool?.agentJkt === buyer.agentJkt;
  }
  const account = await ledger.account(tx, trade.payerAccount);
  return account?.owner === buyer.delegator;
}
