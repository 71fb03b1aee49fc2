import { assertAccepted, type Check, verify } from './check.ts';
import { check as certificatePath } from './checks/institution/certificate-path.ts';
import { check as issuerActive } from './checks/institution/issuer-active.ts';
import { check as issuerTrusted } from './checks/institution/issuer-trusted.ts';
import type { InstitutionFacts } from './facts/signer.ts';

/** What is asked of every institution before its signature counts. */
export const institutionChecks: readonly Check<InstitutionFacts>[] = [
  issuerTrusted,
  issuerActive,
  certificatePath,
];

/**
 * Whether readers would believe a signature of this institution now: what it is told about itself before it signs.
 *
 * @throws ActError issuer_not_trusted, issuer_suspended, x509_*
 */
export async function assertCertified(institution: InstitutionFacts): Promise<void> {
  assertAccepted(await verify(institutionChecks, async () => institution));
}
