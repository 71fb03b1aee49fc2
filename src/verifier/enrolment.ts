import { type Check, type Verified, verify, within } from './check.ts';
import { check as signature } from './checks/enrolment/signature.ts';
import { check as valid } from './checks/enrolment/valid.ts';
import { type EnrolmentFacts, readEnrolment } from './facts/key-statements.ts';
import { assertMoment } from './facts/moment.ts';
import { assertContext, type TrustContext } from './facts/signer.ts';
import { institutionChecks } from './institution.ts';

/** The order in which an enrolment is judged. */
export const enrolmentChecks: readonly Check<EnrolmentFacts>[] = [
  ...within('enrolment', ({ signer }: EnrolmentFacts) => signer, institutionChecks),
  signature,
  valid,
];

/**
 * Judges the account side's statement of which device key speaks for a delegator.
 *
 * @param compact act-enrolment+jwt
 * @param context.now Unix seconds, for the trust list and the certificates
 * @param context.at Unix seconds, the moment at which the device spoke
 */
export function verifyEnrolment(
  compact: string,
  context: TrustContext & { readonly at: number },
): Promise<Verified<EnrolmentFacts>> {
  return verify(enrolmentChecks, async () => {
    assertContext(context);
    assertMoment(context.at, 'at');
    return readEnrolment(compact, context, context.at);
  });
}
