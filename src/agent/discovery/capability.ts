import { traced } from '../../http/traced.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { Money } from '../../protocol/money/index.ts';
import { trustNow } from '../calls.ts';
import type { AgentContext } from '../config.ts';
import { declaredNegotiation } from './card.ts';
import { clearingTerms } from './clearing.ts';
import { assertConsistent, type NegotiatedMethod, offeredMethods } from './offered.ts';

export type { NegotiatedMethod } from './offered.ts';

/** Where a seller is reached, and how it can be paid by this agent. */
export interface SellerCapability {
  readonly baseUrl: string;
  readonly method: NegotiatedMethod;
}

/** What is to be paid. */
export interface PaymentNeed {
  readonly amount: Money;
  /** The methods that the mandate allows; absent: every one that the agent has. */
  readonly allowed?: readonly string[];
}

/**
 * Finds out how a seller can be paid: its Agent Card, then in one-way mode the capability file at the address that
 * the card declares, in two-way mode the answer of the endpoint that it declares. Both are held to the trust list
 * before anything in them is used.
 *
 * @throws ActError issuer_not_trusted, capability_source_unconfirmed, capability_inconsistent, no_common_method,
 *   peer_*; RemoteProblem with the seller's code
 * @see CID-PCA-NEG-02, CID-PCA-NEG-03, CID-PCA-NEG-04, CID-PCA-NEG-05, CID-PCA-NEG-06, CID-PCA-NEG-13,
 *   CID-PCA-NEG-14, CID-PCA-NEG-16, CID-PCA-NEG-18, OA-ICN-14
 */
export async function discoverCapability(
  context: AgentContext,
  merchant: string,
  { amount, allowed }: PaymentNeed,
): Promise<SellerCapability> {
  const step = {
    from: merchant,
    to: context.config.agent_id,
    message: 'act-payment-capability',
    signer: null,
  };
  return traced(context.trace, step, async () => {
    const own = context.config.payment_methods;
    const methods = own.filter((method) => allowed === undefined || allowed.includes(method));
    if (methods.length === 0) throw new ActError('no_common_method', { rule: 'mandate' });
    const list = await trustNow(context);
    const declared = await declaredNegotiation(context, list, merchant);
    const offered = await offeredMethods(context, merchant, declared, { methods, amount });
    assertConsistent(offered, list);
    return { baseUrl: declared.baseUrl, method: await commonMethod(context, offered, methods) };
  });
}

/**
 * The agent's best method that mandate and seller take: at the payment service the mandate is made out to, or else at
 * one with which that service clears.
 *
 * @see OA-ICN-14
 */
async function commonMethod(
  context: AgentContext,
  offered: readonly NegotiatedMethod[],
  methods: readonly string[],
): Promise<NegotiatedMethod> {
  const here = bestAt([context.config.psp_id], offered, methods);
  if (here !== undefined) return here;
  const isOffered = offered.some(({ method_id }) => methods.includes(method_id));
  const partners = isOffered ? (await clearingTerms(context)).partners : [];
  const there = bestAt(partners, offered, methods);
  if (there === undefined) throw new ActError('no_common_method');
  return there;
}

function bestAt(
  psps: readonly string[],
  offered: readonly NegotiatedMethod[],
  methods: readonly string[],
): NegotiatedMethod | undefined {
  return methods
    .flatMap((method) => offered.filter(({ method_id }) => method_id === method))
    .find(({ psp_id }) => psps.includes(psp_id));
}
