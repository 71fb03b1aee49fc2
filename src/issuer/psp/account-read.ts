import { ActError } from '../../protocol/errors/index.ts';
import { formatSum } from '../../protocol/money/index.ts';
import { consumeCommand } from '../../store/index.ts';
import { deviceCommand } from './commands.ts';
import type { PspParts } from './parts.ts';

export interface AccountAnswer {
  readonly account_id: string;
  readonly currency: string;
  readonly balance: string;
}

/**
 * The balance of an account, for a device of its owner.
 *
 * @throws ActError command_not_permitted (no such account, or another owner's), device_unknown, command_*
 */
export async function readAccount(
  parts: PspParts,
  accountId: string,
  command: string,
): Promise<AccountAnswer> {
  const { use, delegator } = await deviceCommand(parts, command, {
    action: 'account.read',
    target: accountId,
  });
  const account = await parts.store.transact(async (tx) => {
    await consumeCommand(tx, use);
    return parts.ledger.account(tx, accountId);
  });
  if (account?.owner !== delegator) throw new ActError('command_not_permitted', { rule: 'owner' });
  const { currency, balanceMinor } = account;
  return { account_id: accountId, currency, balance: formatSum({ currency, minor: balanceMinor }) };
}
