import { type Check, type Verified, verify, within } from './check.ts';
import { check as evidence } from './checks/finding/evidence.ts';
import { check as signature } from './checks/finding/signature.ts';
import { check as time } from './checks/finding/time.ts';
import { check as trade } from './checks/finding/trade.ts';
import { type ExpectedFinding, type FindingFacts, readFinding } from './facts/finding.ts';
import { assertTexts } from './facts/own.ts';
import { sentObject } from './facts/sent.ts';
import { assertContext, type TrustContext } from './facts/signer.ts';
import { institutionChecks } from './institution.ts';

/** The order in which a finding is judged by the payment service that is to act on it. */
export const findingChecks: readonly Check<FindingFacts>[] = [
  ...within('finding', ({ signer }: FindingFacts) => signer, institutionChecks),
  signature,
  time,
  trade,
  evidence,
];

/**
 * Judges what a dispute handler has found: who signed it, when, about which trade and over which evidence. Whether the
 * finding is right is not taken from it: whoever pays judges the evidence again.
 *
 * @param input.finding act-finding+jwt
 * @param context.now Unix seconds
 * @throws TypeError, RangeError for a mistake of whoever calls
 */
export function verifyFinding(
  input: { readonly finding: string },
  context: TrustContext & { readonly expected: ExpectedFinding },
): Promise<Verified<FindingFacts>> {
  return verify(findingChecks, async () => {
    assertContext(context);
    assertTexts('expected', context.expected, ['trade_no', 'evidence']);
    return readFinding(sentObject(input).finding, context, context.expected);
  });
}
