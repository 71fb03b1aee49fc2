import { type Check, type Verified, verify, within } from './check.ts';
import { check as statement } from './checks/interconnect/refusal-statement.ts';
import { assertTexts } from './facts/own.ts';
import { type ExpectedRefusal, type RefusalFacts, readRefusal } from './facts/refusal.ts';
import { assertContext, type TrustContext } from './facts/signer.ts';
import { institutionChecks } from './institution.ts';

const refusalChecks: readonly Check<RefusalFacts>[] = [
  ...within('refusal', ({ signer }: RefusalFacts) => signer, institutionChecks),
  statement,
];

/**
 * Judges a signed refusal: money goes back to its payer for nothing less.
 *
 * @param compact act-refusal+jwt
 * @param context.now Unix seconds
 * @throws TypeError, RangeError for a mistake of whoever calls
 * @see OA-ICN-07
 */
export function verifyRefusal(
  compact: string,
  context: TrustContext & { readonly expected: ExpectedRefusal },
): Promise<Verified<RefusalFacts>> {
  return verify(refusalChecks, async () => {
    assertContext(context);
    assertTexts('expected', context.expected, ['psp_id', 'audience', 'request_digest']);
    return readRefusal(compact, context, context.expected);
  });
}
