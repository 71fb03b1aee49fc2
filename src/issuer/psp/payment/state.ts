import { type Queries, together } from '../../../store/index.ts';
import type { LiveStatus, PaymentState, SubAccountState, ToolState } from '../../../verifier/index.ts';
import { partnersOf } from '../interconnect/config.ts';
import type { PspParts } from '../parts.ts';
import type { Ledger } from '../ports.ts';
import { findSubAccount, type SubAccount } from '../sub-accounts/index.ts';
import { findTool, type Tool } from '../tools.ts';
import { readUsage } from '../usage.ts';
import type { PaymentMessages } from './decode.ts';

/** What came from outside the store: the answers of the status source and of the risk engine. */
export interface OutsideAnswers {
  readonly status: LiveStatus;
  /** Of the mandates above, in the order of the chain. */
  readonly above: readonly LiveStatus[];
  readonly risk: PaymentState['risk'];
}

/** And whether the request id is new, which is looked up where it is judged. */
export type KnownBefore = OutsideAnswers & Pick<PaymentState, 'replay'>;

export interface PaymentRows {
  readonly state: PaymentState;
  readonly tool: Tool | undefined;
  readonly subAccount: SubAccount | undefined;
}

/** Reads everything that the judgement of a payment depends on and that only this service knows. */
export async function readPaymentState(
  queries: Queries,
  { ledger, pspId, interconnection }: Pick<PspParts, 'ledger' | 'pspId' | 'interconnection'>,
  messages: PaymentMessages,
  { above: statuses, ...before }: KnownBefore,
): Promise<PaymentRows> {
  const { request, mandate, chain, quote } = messages;
  const { payment_tool_ref: paymentToolRef, currency } = request.claims;
  const usageOf = ({ claims }: PaymentMessages['mandate']) =>
    readUsage(queries, { issuer: claims.iss, delegationId: claims.jti });
  const [tool, carrier, payee, usage, ...usagesAbove] = await together(
    findTool(queries, paymentToolRef),
    findSubAccount(queries, paymentToolRef),
    payeeOwner(queries, ledger, pspId, quote.claims.payee, currency),
    usageOf(mandate),
    ...chain.map(usageOf),
  );
  const payer = tool && (await ledger.account(queries, tool.accountId));
  // After the balance: whoever closes a sub-account empties it, and what is found empty then is found closed.
  const subAccount = tool && carrier && (await findSubAccount(queries, paymentToolRef));
  return {
    tool,
    subAccount,
    state: {
      above: usagesAbove.map((used, at) => ({ status: statuses[at] ?? 'unavailable', usage: used })),
      usage,
      tool: tool ? toolState(tool, subAccount) : null,
      payeeOwner: payee,
      partners: partnersOf(interconnection),
      balanceMinor: payer?.currency === currency ? payer.balanceMinor : 0n,
      ...before,
    },
  };
}

export function toolState(tool: Tool, subAccount?: SubAccount): ToolState {
  return {
    state: tool.state,
    agent_id: tool.agentId,
    delegator: tool.delegator,
    currency: tool.currency,
    maxAmountMinor: tool.maxAmountMinor,
    validUntil: tool.validUntil,
    ...(tool.merchants === undefined ? {} : { merchants: tool.merchants }),
    ...(tool.confirmEach === undefined ? {} : { confirmEach: tool.confirmEach }),
    ...(subAccount === undefined ? {} : { subAccount: subAccountState(subAccount) }),
  };
}

/** A tool is made when its sub-account is opened, so whatever is neither open nor frozen has been closed. */
function subAccountState({ state, keyJwk }: SubAccount): SubAccountState {
  return { state: state === 'ACTIVE' || state === 'FROZEN' ? state : 'CLOSED', key: keyJwk };
}

/** Whose account the payee's is: only a merchant's account, at this service, in this currency, can be paid into. */
export async function payeeOwner(
  queries: Queries,
  ledger: Ledger,
  pspId: string,
  payee: { readonly account: string; readonly psp_id: string },
  currency: string,
): Promise<string | null> {
  if (payee.psp_id !== pspId) return null;
  const account = await ledger.account(queries, payee.account);
  return account?.kind === 'merchant' && account.currency === currency ? account.owner : null;
}
