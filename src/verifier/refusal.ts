import { type Check, type Verified, verify, within } from './check.ts';
import { check as statement } from './checks/interconnect/refusal-statement.ts';
import { type ExpectedRefusal, type RefusalFacts, readRefusal } from './facts/refusal.ts';
import type { TrustContext } from './facts/signer.ts';
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
 * @see OA-ICN-07
 */
export function verifyRefusal(
  compact: string,
  context: TrustContext & { readonly expected: ExpectedRefusal },
): Promise<Verified<RefusalFacts>> {
  return verify(refusalChecks, async () => readRefusal(compact, context, context.expected));
}
