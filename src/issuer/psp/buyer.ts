import { ActError } from '../../protocol/errors/index.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import type { Queries } from '../../store/index.ts';
import { agentCommand, type Command, deviceCommand } from './commands.ts';
import type { PspParts } from './parts.ts';
import { findTool } from './tools.ts';
import type { Trade } from './trades.ts';

/** Who speaks about a trade as its buyer: a device of whose money it was, or the agent's key that paid. */
export type Buyer = Command & { readonly delegator?: string; readonly agentJkt?: string };

/** @throws ActError agent_unknown, device_unknown, command_* */
export async function buyerOf(
  parts: PspParts,
  tradeNo: string,
  command: string,
  action: 'trade.receive' | 'payment.read',
): Promise<Buyer> {
  const { iss } = readMessage('command', command).claims;
  const isDevice = (await parts.devices.find(parts.store.read, iss, parts.clock())) !== undefined;
  if (isDevice) return deviceCommand(parts, command, { action, target: tradeNo });
  const buyer = await agentCommand(parts, command, action);
  if (buyer.claims.target !== tradeNo) throw new ActError('command_target_mismatch');
  return buyer;
}

/** An agent_id may have several keys, of several users: the one that paid is the buyer’s. */
export async function isBuyer(
  tx: Queries,
  { ledger }: PspParts,
  trade: Trade,
  buyer: Buyer,
): Promise<boolean> {
  if (buyer.delegator === undefined) {
    const tool = await findTool(tx, trade.paymentToolRef);
    return trade.agentId === buyer.claims.iss && tool?.agentJkt === buyer.agentJkt;
  }
  const account = await ledger.account(tx, trade.payerAccount);
  return account?.owner === buyer.delegator;
}
