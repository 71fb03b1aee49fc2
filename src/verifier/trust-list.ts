import { assertAccepted, type Check, verify } from './check.ts';
import { check as fresh } from './checks/trust-list/fresh.ts';
import { check as issued } from './checks/trust-list/issued.ts';
import { check as rollback } from './checks/trust-list/rollback.ts';
import { check as signature } from './checks/trust-list/signature.ts';
import { check as timesAgree } from './checks/trust-list/times-agree.ts';
import { check as uniqueEntries } from './checks/trust-list/unique-entries.ts';
import { type PinnedKeys, readTrustList, type TrustListFacts } from './facts/trust-list.ts';
import { type TrustList, trustListOf } from './trust/trust-list.ts';

export const trustListChecks: readonly Check<TrustListFacts>[] = [
  signature,
  timesAgree,
  uniqueEntries,
  issued,
  fresh,
  rollback,
];

/**
 * Opens a trust list. Everything else in this folder trusts what comes out of here and nothing else.
 *
 * The list's own `obligations` say whether its sequence still has to be compared with the highest one seen.
 *
 * @param compact act-trust-list+jwt
 * @param pinned the key of the trust service, from configuration; while it is being replaced, both
 * @param now Unix seconds
 * @param highestSequence of the lists seen before, where the caller remembers it; undefined where it remembers none
 * @throws ActError trust_list_signature_invalid, trust_list_inconsistent, trust_list_not_yet_valid,
 *   trust_list_stale, trust_list_rollback; jws_*, json_*, schema_mismatch
 */
export async function openTrustList(
  compact: string,
  pinned: PinnedKeys,
  now: number,
  highestSequence?: number,
): Promise<TrustList> {
  const judged = await verify(trustListChecks, () => readTrustList(compact, pinned, now, highestSequence));
  assertAccepted(judged);
  return trustListOf(judged.facts.claims, judged.obligations);
}
