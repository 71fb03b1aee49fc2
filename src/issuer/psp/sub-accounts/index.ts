import type { Queries } from '../../../store/index.ts';
import type { Ledger } from '../ports.ts';
import type { ToolBindings } from '../tools.ts';
import { closeSubAccount, freezeSubAccount, fundSubAccount, unfreezeSubAccount } from './manage.ts';
import { activateSubAccount, declineSubAccount, prepareSubAccount } from './open.ts';
import { findSubAccount, readSubAccountUsage, type SubAccount, type SubAccountUsage } from './row.ts';

type Order<Work extends (...args: never[]) => unknown> = Work extends (...args: infer Args) => unknown
  ? Args extends [...unknown[], infer Last]
    ? Last
    : never
  : never;

/** Sub-accounts of agents. Each call runs inside the caller's transaction. @see PSD-AGT-SUB */
export interface SubAccounts {
  /** @see prepareSubAccount */
  prepare(tx: Queries, request: Order<typeof prepareSubAccount>): Promise<void>;
  /** @see activateSubAccount */
  activate(tx: Queries, decision: Order<typeof activateSubAccount>): Promise<void>;
  /** @see declineSubAccount */
  decline(tx: Queries, decision: Order<typeof declineSubAccount>): Promise<void>;
  /** @see fundSubAccount */
  fund(tx: Queries, order: Order<typeof fundSubAccount>): Promise<void>;
  /** @see freezeSubAccount */
  freeze(tx: Queries, order: Order<typeof freezeSubAccount>): Promise<void>;
  /** @see unfreezeSubAccount */
  unfreeze(tx: Queries, order: Order<typeof unfreezeSubAccount>): Promise<void>;
  /** @see closeSubAccount */
  close(tx: Queries, order: Order<typeof closeSubAccount>): Promise<void>;
  find(queries: Queries, subAccountId: string): Promise<SubAccount | undefined>;
  /** What was paid from it so far. @see OA-SUB-04 */
  usage(queries: Queries, account: SubAccount): Promise<SubAccountUsage>;
  /** Minor units. */
  balance(queries: Queries, account: SubAccount): Promise<bigint>;
}

export function createSubAccounts(deps: {
  readonly ledger: Ledger;
  readonly toolBindings: ToolBindings;
}): SubAccounts {
  const { ledger, toolBindings } = deps;
  return {
    prepare: (tx, request) => prepareSubAccount(tx, toolBindings, request),
    activate: activateSubAccount,
    decline: (tx, decision) => declineSubAccount(tx, toolBindings, decision),
    fund: (tx, order) => fundSubAccount(tx, ledger, order),
    freeze: freezeSubAccount,
    unfreeze: unfreezeSubAccount,
    close: (tx, order) => closeSubAccount(tx, ledger, order),
    find: findSubAccount,
    usage: readSubAccountUsage,
    balance: async (queries, { accountId }) => (await ledger.account(queries, accountId))?.balanceMinor ?? 0n,
  };
}

export { refundAccount, useSubAccount } from './manage.ts';
export type { SubAccountRequest } from './open.ts';
export { findSubAccount, type SubAccount, type SubAccountStatus } from './row.ts';
