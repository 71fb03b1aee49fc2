import type { Check } from '../../../verifier/index.ts';
import { check as autonomyGranted } from './autonomy-granted.ts';
import { check as confirmationNotPreset } from './confirmation-not-preset.ts';
import { check as delegatorKnown } from './delegator-known.ts';
import type { MandateRequestFacts } from './facts.ts';
import { check as intentKnown } from './intent-known.ts';
import { check as noParent } from './no-parent.ts';
import { check as notOver } from './not-over.ts';
import { check as pspServed } from './psp-served.ts';

/**
 * What this issuer holds against a mandate that is asked for, in order, once agent and key are known and the terms
 * were judged by the checks that judge them at payment (`verifyIac`): nothing is issued that could not be used.
 */
export const issuedTermsChecks: readonly Check<MandateRequestFacts>[] = [
  confirmationNotPreset,
  intentKnown,
  notOver,
  delegatorKnown,
  pspServed,
  autonomyGranted,
];

/** The same for a mandate that the delegator is asked for. */
export const mandateRequestChecks: readonly Check<MandateRequestFacts>[] = [noParent, ...issuedTermsChecks];
