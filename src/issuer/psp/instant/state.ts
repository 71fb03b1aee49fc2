import type { PublicJwk } from '../../../protocol/digest/index.ts';
import { verifySignature } from '../../../protocol/jws/index.ts';
import { parseAmount } from '../../../protocol/money/index.ts';
import type { Queries } from '../../../store/index.ts';
import type { InstantState } from '../../../verifier/index.ts';
import { partnersOf } from '../interconnect/config.ts';
import type { PspParts } from '../parts.ts';
import { payeeOwner, toolState } from '../payment/state.ts';
import type { RiskDecision } from '../ports.ts';
import { lookUpReplay } from '../requests.ts';
import { findSubAccount } from '../sub-accounts/index.ts';
import { findTool, type Tool } from '../tools.ts';
import type { InstantMessages } from './decode.ts';

type Risk = Awaited<ReturnType<RiskDecision['decide']>>;

export interface InstantRows {
  readonly state: InstantState;
  readonly tool: Tool | undefined;
}

/** Reads everything that the judgement of a payment at act:L1 depends on and that only this service knows. */
export async function readInstantState(
  queries: Queries,
  { ledger, pspId, interconnection }: PspParts,
  { request, quote, requestDigest: digest }: InstantMessages,
  risk: Risk,
): Promise<InstantRows> {
  const { iss: agentId, jti: requestId, payment_tool_ref: toolRef, currency } = request.claims;
  const tool = await findTool(queries, toolRef);
  const payer = tool && (await ledger.account(queries, tool.accountId));
  // After the balance: whoever closes a sub-account empties it, and what is found empty then is found closed.
  const subAccount = tool && (await findSubAccount(queries, tool.paymentToolRef));
  return {
    tool,
    state: {
      replay: await lookUpReplay(queries, { agentId, requestId, digest }),
      tool: tool ? toolState(tool, subAccount) : null,
      payeeOwner: await payeeOwner(queries, ledger, pspId, quote.claims.payee, currency),
      partners: partnersOf(interconnection),
      balanceMinor: payer?.currency === currency ? payer.balanceMinor : 0n,
      risk,
    },
  };
}

/** Asks the risk engine, but only for a sender that has signed and about a tool that there is. */
export async function askRisk(
  parts: PspParts,
  { request, quote }: InstantMessages,
  agentKey: PublicJwk,
  now: number,
): Promise<Risk> {
  const { claims, decoded } = request;
  const tool = await findTool(parts.store.read, claims.payment_tool_ref);
  if (tool === undefined || !(await verifySignature(decoded, agentKey))) return 'refuse';
  parts.callerLimit?.take(claims.iss);
  return parts.risk.decide({
    agentId: claims.iss,
    delegator: tool.delegator,
    merchant: quote.claims.iss,
    outTradeNo: claims.out_trade_no,
    amount: parseAmount(claims.amount, claims.currency),
    categories: quote.claims.categories,
    now,
  });
}
