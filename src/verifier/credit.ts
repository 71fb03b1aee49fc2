import { creditReasonOf } from '../protocol/credit/index.ts';
import type { CreditAnswerClaims, CreditCredential, CreditReason } from '../protocol/generated/types.ts';
import { readMessage } from '../protocol/messages/read.ts';
import { type Check, type Judgement, type Verified, verify, within } from './check.ts';
import { check as active } from './checks/credit/active.ts';
import { check as agentRegistered } from './checks/credit/agent-registered.ts';
import { check as assertionAvailable } from './checks/credit/assertion-available.ts';
import { check as assertionNamed } from './checks/credit/assertion-named.ts';
import { check as assertionValid } from './checks/credit/assertion-valid.ts';
import { check as authorizationAsker } from './checks/credit/authorization-asker.ts';
import { check as authorizationData } from './checks/credit/authorization-data.ts';
import { check as authorizationKept } from './checks/credit/authorization-kept.ts';
import { check as authorizationMode } from './checks/credit/authorization-mode.ts';
import { check as authorizationParties } from './checks/credit/authorization-parties.ts';
import { check as authorizationPurpose } from './checks/credit/authorization-purpose.ts';
import { check as authorizationRate } from './checks/credit/authorization-rate.ts';
import { check as authorizationRequest } from './checks/credit/authorization-request.ts';
import { check as authorizationSubject } from './checks/credit/authorization-subject.ts';
import { check as authorizationTime } from './checks/credit/authorization-time.ts';
import { check as authorized } from './checks/credit/authorized.ts';
import { check as confirmationStrength } from './checks/credit/confirmation-strength.ts';
import { check as credentialFound } from './checks/credit/credential-found.ts';
import { check as inForce } from './checks/credit/in-force.ts';
import { check as innerSignature } from './checks/credit/inner-signature.ts';
import { check as issued } from './checks/credit/issued.ts';
import { check as mappingKnown } from './checks/credit/mapping-known.ts';
import { check as mappingSupported } from './checks/credit/mapping-supported.ts';
import { check as outerSignature } from './checks/credit/outer-signature.ts';
import { check as presented } from './checks/credit/presented.ts';
import { check as purpose } from './checks/credit/purpose.ts';
import { check as reassessment } from './checks/credit/reassessment.ts';
import { check as relyingParty } from './checks/credit/relying-party.ts';
import { check as requestAudience } from './checks/credit/request-audience.ts';
import { check as requestNew } from './checks/credit/request-new.ts';
import { check as requestSignature } from './checks/credit/request-signature.ts';
import { check as requestTime } from './checks/credit/request-time.ts';
import { check as sameParties } from './checks/credit/same-parties.ts';
import { check as scope } from './checks/credit/scope.ts';
import { check as answerAddressed } from './checks/credit-answer/addressed.ts';
import { check as answerAsked } from './checks/credit-answer/asked.ts';
import { check as answerCurrent } from './checks/credit-answer/current.ts';
import { check as answerLevel } from './checks/credit-answer/level.ts';
import { check as answerPurpose } from './checks/credit-answer/purpose.ts';
import { check as answerSignature } from './checks/credit-answer/signature.ts';
import { check as statusAbout } from './checks/credit-status/about.ts';
import { check as statusCurrent } from './checks/credit-status/current.ts';
import { check as statusSignature } from './checks/credit-status/signature.ts';
import {
  type CreditCredentialFacts,
  type CreditVerificationState,
  type ExpectedCreditAnswer,
  type ExpectedCreditStatus,
  type OnCreditAnswer,
  type OnCreditRequest,
  type OnCreditStatus,
  readCredential,
  readCreditAnswer,
  readCreditRequest,
  readCreditStatus,
} from './facts/credit.ts';
import { assertContext, type TrustContext } from './facts/signer.ts';
import { institutionChecks } from './institution.ts';

/** Who has signed the credential. */
const signedChecks: readonly Check<CreditCredentialFacts>[] = [
  ...within('credential', ({ issuer }: CreditCredentialFacts) => issuer, institutionChecks),
  outerSignature,
  innerSignature,
];

/** Of a credential that was found; what was not found was refused before. */
function ofCredential(checks: readonly Check<CreditCredentialFacts>[]): readonly Check<OnCreditRequest>[] {
  return checks.map((check) => ({
    requirement: check.requirement,
    name: check.name,
    run: ({ credential }) => (credential === undefined ? undefined : check.run(credential)),
  }));
}

const REQUEST = 'request: ';

/** The first of two levels: the request, then the association itself, in ACT's order. */
export const creditCredentialChecks: readonly Check<OnCreditRequest>[] = [
  requestAudience,
  requestTime,
  requestNew,
  ...within('request', ({ signer }: OnCreditRequest) => signer, institutionChecks),
  requestSignature,
  relyingParty,
  issued,
  credentialFound,
  presented,
  ...ofCredential(signedChecks),
  agentRegistered,
  sameParties,
  purpose,
  scope,
  reassessment,
  active,
  ...ofCredential([inForce]),
  assertionNamed,
  confirmationStrength,
];

/** The second level, entered only when the first has passed. */
export const creditInformationChecks: readonly Check<OnCreditRequest>[] = [
  authorized,
  authorizationKept,
  authorizationTime,
  authorizationSubject,
  authorizationMode,
  authorizationParties,
  authorizationAsker,
  authorizationPurpose,
  authorizationData,
  authorizationRequest,
  authorizationRate,
  assertionAvailable,
  assertionValid,
  mappingKnown,
  mappingSupported,
];

const INFORMATION: ReadonlySet<string> = new Set(creditInformationChecks.map(({ name }) => name));

export const creditAnswerChecks: readonly Check<OnCreditAnswer>[] = [
  ...within('answer', ({ signer }: OnCreditAnswer) => signer, institutionChecks),
  answerSignature,
  answerAsked,
  answerAddressed,
  answerPurpose,
  answerCurrent,
  answerLevel,
];

/**
 * Judges a request for a verification at the level that it asks for. What the state says is the caller's: it has the
 * credentials, and it uses ids and windows up.
 *
 * @param compact act-credit-request+jwt
 * @param context.now Unix seconds
 * @param context.audience the verification service
 * @see TSD-CRD-VER-01, TSD-CRD-VER-14, TSD-CRD-VER-15, TSD-CRD-AUTH
 */
export function verifyCreditRequest(
  compact: string,
  context: TrustContext & { readonly audience: string },
  state: CreditVerificationState,
): Promise<Verified<OnCreditRequest>> {
  const checks = asksForCredit(compact)
    ? [...creditCredentialChecks, ...creditInformationChecks]
    : creditCredentialChecks;
  return verify(checks, async () => readCreditRequest(compact, context, state));
}

/** What cannot be read asks for nothing: that it cannot be read is said by the judgement. */
function asksForCredit(compact: string): boolean {
  try {
    return readMessage('creditRequest', compact).claims.level === 'ASSOCIATED_CREDIT';
  } catch {
    return false;
  }
}

/** What came of a verification, and how far it got. */
export interface CreditOutcome {
  readonly reason: CreditReason;
  readonly completed: CreditAnswerClaims['completed_level'];
}

/** Reads reason and level off a judgement of `verifyCreditRequest`. */
export function creditOutcomeOf({ lines, refusal }: Judgement): CreditOutcome {
  const refused = lines.find(({ outcome }) => outcome === 'refused');
  if (refusal === undefined || refused === undefined) {
    const both = lines.some(({ check }) => INFORMATION.has(check));
    return { reason: 'VERIFIED', completed: both ? 'ASSOCIATED_CREDIT' : 'CREDENTIAL' };
  }
  const completed = INFORMATION.has(refused.check) ? 'CREDENTIAL' : 'NONE';
  const reason = creditReasonOf(refusal.code);
  if (reason !== undefined) return { reason, completed };
  if (refused.check === 'readable') return { reason: 'INVALID_REQUEST', completed };
  // What is left says that an institution is not who it says it is: whoever asks, or whoever issued.
  const asked = refused.check.startsWith(REQUEST);
  return { reason: asked ? 'REQUEST_PROOF_INVALID' : 'ASSOCIATION_PROOF_INVALID', completed };
}

/**
 * Judges a credential by itself: who signed it, and whether it is in force. Its state is asked for elsewhere.
 *
 * @see TSD-CRD-ASC
 */
export function verifyCreditCredential(
  credential: CreditCredential,
  context: TrustContext,
): Promise<Verified<CreditCredentialFacts>> {
  return verify([...signedChecks, inForce], async () => {
    assertContext(context);
    return readCredential(credential, context);
  });
}

/**
 * A relying party judges the answer that it was given, offline: who signed it and whether that is who was asked, to which
 * request, for which purpose and until when. That an answer is accepted says that it is genuine; what it says is in
 * `facts.claims.result`, and what follows from that is the relying party's own decision. No check of a purchase asks
 * for it.
 *
 * @param compact act-credit-answer+jwt
 * @param context.now Unix seconds
 * @param context.expected `aud` (as `service`), `relying_party` (as `audience`) and what else the request said
 * @see TSD-CRD-VER-02, TSD-CRD-VER-03, TSD-CRD-AUTH-23, OA-CRD-23
 */
export function verifyCreditAnswer(
  compact: string,
  context: TrustContext & { readonly expected: ExpectedCreditAnswer },
): Promise<Verified<OnCreditAnswer>> {
  return verify(creditAnswerChecks, async () => readCreditAnswer(compact, context));
}

export const creditStatusChecks: readonly Check<OnCreditStatus>[] = [
  ...within('state', ({ signer }: OnCreditStatus) => signer, institutionChecks),
  statusSignature,
  statusAbout,
  statusCurrent,
];

/**
 * Judges a signed state by itself, offline: who signed it, of which credential it is, and whether it is of now. What the
 * state is, and why, is in `facts.claims.status` and `cause`: accepted says that it is genuine, not that it is ACTIVE.
 *
 * @param compact act-credit-status+jwt, as GET /credit/credentials/{credential_id}/status gives it
 * @param context.now Unix seconds
 * @param context.expected `credential_id` and `association.issuer` of the credential that is relied on
 * @see TSD-CRD-LCM-03, TSD-CRD-VER-06, TSD-CRD-VER-12
 */
export function verifyCreditStatus(
  compact: string,
  context: TrustContext & { readonly expected: ExpectedCreditStatus },
): Promise<Verified<OnCreditStatus>> {
  return verify(creditStatusChecks, async () => readCreditStatus(compact, context));
}
