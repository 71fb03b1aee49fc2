import type { IacPayload } from '../protocol/generated/types.ts';
import { type Check, type CheckResult, type Verified, verify, within } from './check.ts';
import { check as chainComplete } from './checks/delegation/chain-complete.ts';
import { check as depth } from './checks/delegation/depth.ts';
import { check as narrowed } from './checks/delegation/narrowed.ts';
import { check as parentActive } from './checks/delegation/parent-active.ts';
import { check as parentAgrees } from './checks/delegation/parent-agrees.ts';
import { check as audience } from './checks/mandate/audience.ts';
import { check as criticalHeader } from './checks/mandate/critical-header.ts';
import { check as identifiers } from './checks/mandate/identifiers.ts';
import { check as knownExtensions } from './checks/mandate/known-extensions.ts';
import { check as lifetime } from './checks/mandate/lifetime.ts';
import { check as minimumWithinSingle } from './checks/mandate/minimum-within-single.ts';
import { check as signature } from './checks/mandate/signature.ts';
import { check as singleWithinTotal } from './checks/mandate/single-within-total.ts';
import { check as timeClaims } from './checks/mandate/time-claims.ts';
import { check as windowOrder } from './checks/mandate/window-order.ts';
import type { OnChain, OnChainState, OnTermsChain } from './facts/delegation.ts';
import { readIac } from './facts/intent.ts';
import type { OnMandate } from './facts/mandate.ts';
import { institutionChecks } from './institution.ts';

interface OnAudience {
  readonly audience: string;
}

/** A check of one mandate, held against every mandate above it. The check is asked when it is run. */
function above<Facts extends OnChain>(check: Check<OnMandate & Omit<Facts, 'mandate'>>): Check<Facts> {
  const from = (facts: Facts, at: number): CheckResult | Promise<CheckResult> => {
    const mandate = facts.chain[at];
    if (mandate === undefined) return undefined;
    const result = check.run({ ...facts, mandate });
    return result instanceof Promise
      ? result.then((settled) => settled ?? from(facts, at + 1))
      : (result ?? from(facts, at + 1));
  };
  return { requirement: check.requirement, name: `above: ${check.name}`, run: (facts) => from(facts, 0) };
}

/** What makes each mandate of the chain a mandate. */
const mandateAlone: readonly Check<OnMandate & OnAudience>[] = [
  ...within('mandate', ({ mandate }: OnMandate) => mandate.signer, institutionChecks),
  signature,
  audience,
  identifiers,
  timeClaims,
  windowOrder,
  lifetime,
  singleWithinTotal,
  minimumWithinSingle,
  criticalHeader,
  knownExtensions,
];

/** What is asked of a mandate that was handed down, after it was judged itself. Without a chain all of it holds. */
export const delegationChecks: readonly Check<OnChainState & OnAudience>[] = [
  chainComplete,
  ...mandateAlone.map((check) => above<OnChainState & OnAudience>(check)),
  parentAgrees,
  depth,
  narrowed,
  parentActive,
];

/**
 * Judges the terms of what is to be handed down before anybody signs it: for the issuer, and for an agent that hands
 * down.
 *
 * @see OA-DLG-03, OA-DLG-04
 */
export function verifyHandingDown(child: IacPayload, parent: IacPayload): Promise<Verified<OnTermsChain>> {
  return verify([depth, narrowed], async () => ({
    mandate: { terms: readIac(child) },
    chain: [{ terms: readIac(parent) }],
  }));
}
