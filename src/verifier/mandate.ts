import type { IacPayload } from '../protocol/generated/types.ts';
import { type Check, type Verified, verify, within } from './check.ts';
import { check as audience } from './checks/mandate/audience.ts';
import { check as autonomyTerms } from './checks/mandate/autonomy-terms.ts';
import { check as boundedScoped } from './checks/mandate/bounded-scoped.ts';
import { check as criticalHeader } from './checks/mandate/critical-header.ts';
import { check as identifiers } from './checks/mandate/identifiers.ts';
import { check as issued } from './checks/mandate/issued.ts';
import { check as knownExtensions } from './checks/mandate/known-extensions.ts';
import { check as lifetime } from './checks/mandate/lifetime.ts';
import { check as minimumWithinSingle } from './checks/mandate/minimum-within-single.ts';
import { check as notExpired } from './checks/mandate/not-expired.ts';
import { check as signature } from './checks/mandate/signature.ts';
import { check as singleWithinTotal } from './checks/mandate/single-within-total.ts';
import { check as specifiedPinned } from './checks/mandate/specified-pinned.ts';
import { check as started } from './checks/mandate/started.ts';
import { check as status } from './checks/mandate/status.ts';
import { check as timeClaims } from './checks/mandate/time-claims.ts';
import { check as windowOrder } from './checks/mandate/window-order.ts';
import { check as priceReference } from './checks/payment/price-reference.ts';
import { delegationChecks } from './delegation.ts';
import type { OnChainState } from './facts/delegation.ts';
import { readIac } from './facts/intent.ts';
import { type OnMandate, type OnTerms, readChain, readMandate } from './facts/mandate.ts';
import type { KnownState, OnState } from './facts/payment.ts';
import { assertKnownState } from './facts/payment-state.ts';
import { sentObject } from './facts/sent.ts';
import { assertContext, type TrustContext } from './facts/signer.ts';
import type { Terms } from './facts/terms.ts';
import { institutionChecks } from './institution.ts';

/** What a mandate is judged by. `now` in Unix seconds, `audience` is the payment service that was handed it. */
export interface MandateJudgementFacts extends OnChainState {
  readonly audience: string;
}

export interface MandateContext extends TrustContext {
  readonly audience: string;
}

/** Whose mandate it is. */
const originChecks: readonly Check<OnMandate>[] = [
  ...within('mandate', ({ mandate }: OnMandate) => mandate.signer, institutionChecks),
  signature,
];

interface OnMoment {
  readonly now: number;
  readonly audience: string;
}

/** The order in which a mandate is judged, inside a payment too. */
export const mandateChecks: readonly Check<OnMandate & OnState & OnMoment>[] = [
  ...originChecks,
  audience,
  identifiers,
  issued,
  timeClaims,
  windowOrder,
  lifetime,
  singleWithinTotal,
  minimumWithinSingle,
  criticalHeader,
  knownExtensions,
  notExpired,
  started,
  status,
];

/** What has to be pinned or named in each mode; in a payment these follow the agent and the level. */
export const scopeChecks: readonly Check<OnTerms>[] = [specifiedPinned, boundedScoped, autonomyTerms];

/** What can be judged of an IAC payload before it is signed. */
const termsChecks: readonly Check<OnTerms>[] = [
  windowOrder,
  lifetime,
  singleWithinTotal,
  minimumWithinSingle,
  knownExtensions,
  ...scopeChecks,
  priceReference,
];

/**
 * Judges a mandate on its own. Without `state` the live status is an obligation.
 *
 * @param input.mandate act-mandate+jwt
 * @param input.mandate_chain where it was handed down, the mandates above it, the delegator's own first
 * @param context.now Unix seconds
 * @param context.audience the identifier of the payment service
 * @throws TypeError, RangeError for a mistake of whoever calls
 * @see ADD-IAC-ISS, ADD-IAC-LCM
 */
export function verifyMandate(
  input: { readonly mandate: string; readonly mandate_chain?: readonly string[] },
  context: MandateContext,
  state: Pick<KnownState, 'status' | 'above'> = {},
): Promise<Verified<MandateJudgementFacts>> {
  return verify<MandateJudgementFacts>([...mandateChecks, ...delegationChecks, ...scopeChecks], async () => {
    assertContext(context, 'audience');
    assertKnownState(state);
    const { now, audience: psp } = context;
    const { mandate: compact, mandate_chain } = sentObject(input);
    const mandate = await readMandate(compact, context);
    const chain = await readChain(mandate_chain, context);
    return { mandate, chain, now, audience: psp, state };
  });
}

/**
 * Whether the issuer that a mandate names has signed it. What it says is not judged.
 *
 * @param mandate act-mandate+jwt
 */
export async function isMandateGenuine(mandate: string, trust: TrustContext): Promise<boolean> {
  const { verdict } = await verify(originChecks, async () => {
    assertContext(trust);
    return { mandate: await readMandate(mandate, trust) };
  });
  return verdict === 'accepted';
}

/**
 * Judges the terms of an IAC before anybody signs them: for the issuer, and for an agent that asks for a mandate.
 *
 * @throws nothing: an IAC that cannot be read is refused with the code of the floor
 * @see ADD-IAC-ISS
 */
export function verifyIac(
  iac: IacPayload,
): Promise<Verified<{ readonly mandate: { readonly terms: Terms } }>> {
  return verify(termsChecks, async () => ({ mandate: { terms: readIac(iac) } }));
}
