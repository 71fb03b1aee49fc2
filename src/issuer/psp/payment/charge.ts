import { ActError } from '../../../protocol/errors/index.ts';
import type { QuoteClaims } from '../../../protocol/generated/types.ts';
import type { Money } from '../../../protocol/money/index.ts';
import { type Queries, type Transaction, together } from '../../../store/index.ts';
import type { MandateFacts } from '../../../verifier/index.ts';
import { writeCompleted } from '../events.ts';
import { sendAcross } from '../interconnect/send-across.ts';
import { legsBetween } from '../ledger.ts';
import { writeNotice } from '../notices/rows.ts';
import type { PspParts } from '../parts.ts';
import { writeReceipts } from '../receipts.ts';
import { destination, settlementOf } from '../settlement.ts';
import { useSubAccount } from '../sub-accounts/index.ts';
import { useTool } from '../tools.ts';
import { insertTrade } from '../trades.ts';
import { type Spending, spend } from '../usage.ts';
import type { Authority } from './authority.ts';
import { type ChargePlan, receiptsOf, tradeOf } from './records.ts';

/**
 * Moves the money for a request that was judged: limits from the root to the leaf (mandates, sub-account, tool,
 * accounts), always in this order, in which a sub-account is closed too; and the trade, the claims of both receipts and
 * the event. All of it or nothing. The rows that many payments have in common come last, because they are held until the
 * commit.
 *
 * The money leaves the account of the tool, which for a sub-account is its own [PSD-PAY-AUP-05].
 *
 * @param now Unix seconds: the time of the charge, paid_at of the receipts
 * @see PSD-PAY-INS-13, PSD-PAY-INS-14, PSD-PAY-DEL-15, PSD-PAY-DEL-20, PSD-PAY-DEL-21
 * @throws ActError amount_over_total_limit, times_limit_reached, parent_limit_reached, tool_invalid,
 *   sub_account_closed, sub_account_frozen, sub_account_key_invalid, balance_insufficient
 */
export async function charge(
  tx: Transaction,
  { ledger, policy, merchants }: Pick<PspParts, 'ledger' | 'policy' | 'merchants'>,
  plan: ChargePlan,
  now: number,
): Promise<void> {
  const { facts, authority, tool, tradeNo, crossing } = plan;
  const { quote, request } = facts;
  const { mandate } = authority;
  if (now >= quote.payBefore) throw new ActError('quote_expired');
  // Held, it would go back at once, and what the mandate allows would be spent for nothing.
  const { fulfilBefore = Number.POSITIVE_INFINITY } = settlementOf(quote.claims, policy, now);
  if (now >= fulfilBefore) throw new ActError('quote_expired', { rule: 'deliver_by' });
  const as = crossing === undefined ? 'spent' : 'held';
  if (mandate !== undefined) await spendUnder(tx, authority, request.amount, as);
  if (crossing !== undefined) {
    await together(useProof(tx, plan), useToolOf(tx, plan, now));
    return sendAcross(tx, { ledger, policy }, { ...plan, crossing }, now);
  }
  const to = await destination(tx, ledger, quote.claims, now);
  await together(
    insertTrade(tx, tradeOf(plan, policy, now)),
    writeReceipts(tx, tradeNo, receiptsOf(plan, now, policy)),
    writeCompleted(tx, plan, now),
    merchants && isTold(quote.claims)
      ? writeNotice(tx, { tradeNo, merchant: quote.claims.iss, now, payBefore: quote.payBefore })
      : undefined,
    useProof(tx, plan),
    useToolOf(tx, plan, now),
    ledger.postLast(tx, {
      transferId: tradeNo,
      kind: 'payment',
      reference: tradeNo,
      currency: request.payerAmount.currency,
      legs: legsBetween(tool.accountId, to, request.payerAmount.minor),
      now,
    }),
  );
}

/** A seller of resources gets the proof with the next request, and asks this service itself before it delivers. */
function isTold({ resource_id }: QuoteClaims): boolean {
  return resource_id === undefined;
}

function useToolOf(tx: Queries, { facts, tool }: ChargePlan, now: number): Promise<void> {
  const { paymentToolRef } = tool;
  const { agentJkt, request } = facts;
  return useTool(tx, { paymentToolRef, agentJkt, amountMinor: request.amount.minor, now });
}

async function useProof(tx: Queries, { facts, tool }: ChargePlan): Promise<void> {
  const proof = facts.subAccountProof;
  if (!proof) return;
  await useSubAccount(tx, { subAccountId: tool.paymentToolRef, keyJkt: proof.decoded.header.kid });
}

/** What is paid under a mandate that was handed down is spent of every mandate above it too [OA-DLG-06]. */
async function spendUnder(
  tx: Queries,
  { mandate, chain }: Extract<Authority, { readonly chain: unknown }>,
  amount: Money,
  as: Spending['as'],
): Promise<void> {
  for (const [at, parent] of chain.entries()) {
    await spendOf(tx, parent, amount, as).catch((error: unknown) => {
      throw isLimit(error) ? new ActError('parent_limit_reached', { at }) : error;
    });
  }
  await spendOf(tx, mandate, amount, as);
}

function isLimit(error: unknown): boolean {
  return error instanceof ActError && ['amount_over_total_limit', 'times_limit_reached'].includes(error.code);
}

function spendOf(
  tx: Queries,
  { claims, terms }: MandateFacts,
  amount: Money,
  as: Spending['as'],
): Promise<void> {
  return spend(tx, {
    as,
    issuer: claims.iss,
    delegationId: claims.jti,
    currency: amount.currency,
    amountMinor: amount.minor,
    capMinor: terms.total.minor,
    timesLimit: terms.iac.ext?.openact?.times_limit,
  });
}
