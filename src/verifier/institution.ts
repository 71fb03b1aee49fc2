import type { Check } from './check.ts';
import { check as certificatePath } from './checks/institution/certificate-path.ts';
import { check as issuerActive } from './checks/institution/issuer-active.ts';
import { check as issuerTrusted } from './checks/institution/issuer-trusted.ts';
import type { SignerFacts } from './facts/signer.ts';

/** What is asked of every institution before its signature counts. */
export const institutionChecks: readonly Check<SignerFacts>[] = [
  issuerTrusted,
  issuerActive,
  certificatePath,
];
