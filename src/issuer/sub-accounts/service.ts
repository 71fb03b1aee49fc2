import { traced } from '../../http/traced.ts';
import { digestOfObject } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type {
  SubAccountAnswer,
  SubAccountKeyBody,
  SubAccountRequestBody,
} from '../../protocol/generated/types.ts';
import { formatSum, parseAmount } from '../../protocol/money/index.ts';
import { consumeCommand, type Queries } from '../../store/index.ts';
import { identifySender, type Sender } from '../commands/index.ts';
import type { DecisionHandler } from '../confirmation/index.ts';
import { asJson } from '../json.ts';
import type { SubAccounts } from '../psp/index.ts';
import {
  newTransferId,
  requestSubAccount,
  type SubAccountDeps,
  type SubAccountRequestAnswer,
  verifyKeyProof,
} from './request.ts';

type Action = 'sub_account.fund' | 'sub_account.freeze' | 'sub_account.unfreeze' | 'sub_account.close';

/** Sub-accounts as agents and account holders see them. Commands are compact act-command+jwt. */
export interface SubAccountService {
  open(body: SubAccountRequestBody): Promise<SubAccountRequestAnswer>;
  /** By the agent or a device of the owner. @throws ActError sub_account_unknown, command_*, device_unknown */
  read(subAccountId: string, command: string): Promise<SubAccountAnswer>;
  /** By a device; params amount, currency. @throws as `fundSubAccount`, command_* */
  fund(subAccountId: string, command: string): Promise<SubAccountAnswer>;
  /** By a device. @throws as `freezeSubAccount`, command_* */
  freeze(subAccountId: string, command: string): Promise<SubAccountAnswer>;
  /** By a device, for a key whose holder has proved it. @throws as `unfreezeSubAccount`, command_* */
  unfreeze(subAccountId: string, body: SubAccountKeyBody): Promise<SubAccountAnswer>;
  /** By a device. @throws as `closeSubAccount`, command_* */
  close(subAccountId: string, command: string): Promise<SubAccountAnswer>;
}

/** @see PSD-AGT-SUB-12 */
export function createSubAccountService(deps: SubAccountDeps): SubAccountService {
  const { subAccounts } = deps;
  deps.confirmations.register('sub_account', decisionsOf(subAccounts));
  return {
    open: (body) => requestSubAccount(deps, body),
    read: (subAccountId, command) => read(deps, subAccountId, command),
    fund: (subAccountId, command) =>
      byDevice(deps, 'sub_account.fund', subAccountId, command, (tx, order, { params }) => {
        const { amount, currency } = params;
        if (amount === undefined || currency === undefined) {
          throw new ActError('schema_mismatch', { at: '/params', rule: 'required' });
        }
        const money = parseAmount(amount, currency);
        return subAccounts.fund(tx, { ...order, money, transferId: newTransferId(deps) });
      }),
    freeze: (subAccountId, command) =>
      byDevice(deps, 'sub_account.freeze', subAccountId, command, (tx, order) =>
        subAccounts.freeze(tx, order),
      ),
    unfreeze: (subAccountId, body) => unfreeze(deps, subAccountId, body),
    close: (subAccountId, command) =>
      byDevice(deps, 'sub_account.close', subAccountId, command, (tx, order) =>
        subAccounts.close(tx, { ...order, transferId: newTransferId(deps) }),
      ),
  };
}

function decisionsOf(subAccounts: SubAccounts): DecisionHandler {
  return {
    async decided(tx, { outcome, subjectId: subAccountId, now }) {
      if (outcome === 'APPROVED') await subAccounts.activate(tx, { subAccountId, now });
      else await subAccounts.decline(tx, { subAccountId, now });
    },
  };
}

interface Order {
  readonly subAccountId: string;
  readonly delegator: string;
  readonly now: number;
}

/** What only the account holder may do, on a device. The command is used up with what it does. */
async function byDevice(
  deps: SubAccountDeps,
  action: Action,
  subAccountId: string,
  command: string,
  work: (tx: Queries, order: Order, sender: Sender) => Promise<void>,
): Promise<SubAccountAnswer> {
  const checks = ['OA-CMD-06', 'OA-CMD-01', 'OA-CMD-02'];
  return traced(deps.trace, { from: 'delegator', to: deps.pspId, message: action, checks }, async () => {
    const now = deps.clock();
    const expected = { now, audience: deps.pspId, action, target: subAccountId };
    const sender = await identifySender(command, expected, {}, deps);
    const { delegator } = sender;
    if (delegator === undefined) throw new ActError('command_not_permitted', { rule: 'device' });
    return deps.store.transact(async (tx) => {
      await consumeCommand(tx, sender.use);
      await work(tx, { subAccountId, delegator, now }, sender);
      return answer(deps, tx, subAccountId);
    });
  });
}

async function unfreeze(
  deps: SubAccountDeps,
  subAccountId: string,
  body: SubAccountKeyBody,
): Promise<SubAccountAnswer> {
  const { command, sub_account_key: keyJwk, key_proof: keyProof } = body;
  const keyJkt = await verifyKeyProof(deps, { keyJwk, keyProof }, subAccountId, deps.clock());
  const digest = await digestOfObject(asJson(keyJwk));
  return byDevice(deps, 'sub_account.unfreeze', subAccountId, command, (tx, order, { params }) => {
    if (params.digest !== digest) throw new ActError('command_target_mismatch', { rule: 'digest' });
    return deps.subAccounts.unfreeze(tx, { ...order, keyJkt, keyJwk });
  });
}

async function read(deps: SubAccountDeps, subAccountId: string, command: string): Promise<SubAccountAnswer> {
  const now = deps.clock();
  const asked = await deps.confirmations.findFor(deps.store.read, 'sub_account', subAccountId, now);
  if (asked === undefined) throw new ActError('sub_account_unknown');
  const agent = { agentId: asked.shown.agent.agent_id, publicJwk: asked.agentJwk };
  const expected = { now, audience: deps.pspId, action: 'sub_account.read', target: subAccountId } as const;
  const parties = { delegator: asked.delegator, agent };
  const sender = await identifySender(command, expected, parties, deps);
  return deps.store.transact(async (tx) => {
    await consumeCommand(tx, sender.use);
    return answer(deps, tx, subAccountId);
  });
}

const STATES = { PENDING: 'PENDING_CONFIRMATION' } as const;
const KEY_STATES = { PENDING: 'PENDING', ACTIVE: 'ACTIVE' } as const;

async function answer(deps: SubAccountDeps, tx: Queries, subAccountId: string): Promise<SubAccountAnswer> {
  const account = await deps.subAccounts.find(tx, subAccountId);
  if (!account) throw new ActError('sub_account_unknown');
  const { state, currency, agentId, keyJkt } = account;
  const minor = await deps.subAccounts.balance(tx, account);
  const { payments, paidMinor, refundedMinor } = await deps.subAccounts.usage(tx, account);
  return {
    sub_account_id: subAccountId,
    agent_id: agentId,
    state: state === 'PENDING' ? STATES[state] : state,
    currency,
    balance: formatSum({ currency, minor }),
    usage: {
      payments,
      paid: formatSum({ currency, minor: paidMinor }),
      refunded: formatSum({ currency, minor: refundedMinor }),
    },
    key: {
      jkt: keyJkt,
      state: state === 'PENDING' || state === 'ACTIVE' ? KEY_STATES[state] : 'DEAD',
    },
  };
}
