import type {
  CreditAnswerClaims,
  CreditAuthorizationClaims,
  CreditCredential,
  CreditLevel,
  CreditRequestClaims,
  CreditState,
  CreditStatusClaims,
} from '../../protocol/generated/types.ts';
import { validateCreditCredential } from '../../protocol/generated/validators.js';
import type { JsonValue } from '../../protocol/json/index.ts';
import type { DecodedJws } from '../../protocol/jws/index.ts';
import { readMessage } from '../../protocol/messages/read.ts';
import { assertSchema } from '../../protocol/messages/schema.ts';
import { parseUtcSeconds } from '../../protocol/time/index.ts';
import { EKU } from '../../protocol/x509/oids.ts';
import { leafKeyOf } from '../trust/leaf-key.ts';
import type { Role, TrustList } from '../trust/trust-list.ts';
import { assertBoolean, assertCount, assertMembers, assertObject, assertTexts } from './own.ts';
import {
  assertContext,
  type InstitutionFacts,
  readSigner,
  type SignerFacts,
  type TrustContext,
} from './signer.ts';

/** A credential and its issuer. Times in Unix seconds; `until` is undefined where it has no end of its own. */
export interface CreditCredentialFacts {
  readonly credential: CreditCredential;
  readonly issuer: InstitutionFacts & Pick<SignerFacts, 'leafKey'>;
  readonly from: number;
  readonly until: number | undefined;
}

/** An authorisation as the service keeps it. Times in Unix seconds. */
export interface CreditAuthorizationFacts {
  readonly claims: CreditAuthorizationClaims;
  readonly from: number;
  readonly until: number;
  readonly revoked: boolean;
  /** Requests of the current window so far, of a platform's authorisation. */
  readonly used: number;
}

/** What only the service knows that keeps credentials, states and authorisations, or asks for them. */
export interface CreditVerificationState {
  /** Whether the id of the message or of the request was used before. */
  readonly replay: 'new' | 'used';
  /** As it was issued. */
  readonly credential?: CreditCredential;
  readonly status?: CreditState;
  /** Under reassessment, or to be verified again. */
  readonly review?: boolean;
  /** Whether some agent provider states now who the agent is. */
  readonly agent: 'registered' | 'unknown';
  readonly authorization?: {
    readonly claims: CreditAuthorizationClaims;
    readonly revoked: boolean;
    readonly used: number;
  };
  readonly assertion: 'valid' | 'invalid' | 'unavailable';
  readonly mapping: 'supported' | 'unsupported' | 'unavailable';
}

/** A request for a verification. `now` in Unix seconds. */
export interface OnCreditRequest {
  readonly claims: CreditRequestClaims;
  readonly signer: SignerFacts;
  readonly audience: string;
  readonly now: number;
  readonly credential: CreditCredentialFacts | undefined;
  readonly authorization: CreditAuthorizationFacts | undefined;
  readonly state: CreditVerificationState;
}

/** What a relying party has asked, and expects the answer to be about. */
export interface ExpectedCreditAnswer {
  /** The verification service that was asked: the audience of the request. */
  readonly service: string;
  readonly audience: string;
  readonly request_id: string;
  readonly agent_id: string;
  readonly purpose: string;
  readonly level: CreditLevel;
}

export interface OnCreditAnswer {
  readonly claims: CreditAnswerClaims;
  readonly signer: SignerFacts;
  readonly decoded: DecodedJws;
  readonly expected: ExpectedCreditAnswer;
  readonly now: number;
}

/** Which credential a state is expected to be of, and who has issued that. */
export interface ExpectedCreditStatus {
  readonly credential_id: string;
  readonly issuer: string;
}

export interface OnCreditStatus {
  readonly claims: CreditStatusClaims;
  readonly signer: SignerFacts;
  readonly expected: ExpectedCreditStatus;
  readonly now: number;
}

/** @throws ActError schema_mismatch, x509_malformed, x509_weak @see TSD-CRD-VER-06, OA-CRD-02 */
export function readCredential(credential: CreditCredential, trust: TrustContext): CreditCredentialFacts {
  const { association, issuer_signature } = assertSchema(
    validateCreditCredential,
    credential as unknown as JsonValue,
  );
  const { valid_from, valid_until } = association;
  const [leaf = ''] = issuer_signature.x5c;
  return {
    credential,
    issuer: {
      trustList: trust.trustList,
      entity: association.issuer,
      role: 'CREDIT_SERVICE',
      eku: EKU.credit,
      now: trust.now,
      x5c: issuer_signature.x5c,
      leafKey: leafKeyOf(leaf),
    },
    from: parseUtcSeconds(valid_from),
    until: valid_until === undefined ? undefined : parseUtcSeconds(valid_until),
  };
}

/** Merchants and payment services ask, for themselves or as a platform. @see OA-CRD-05 */
function askingRole(trustList: TrustList, entity: string): Role {
  return trustList.entry(entity, 'MERCHANT') === undefined ? 'PSP' : 'MERCHANT';
}

const OF_CREDIT_STATE = [
  'replay',
  'credential',
  'status',
  'review',
  'agent',
  'authorization',
  'assertion',
  'mapping',
] as const;

/**
 * What the service knows, held to its shape; a word that is none of a state is taken for a refusal by its check.
 *
 * @throws TypeError, RangeError for a mistake of whoever calls
 */
function assertCreditState(state: CreditVerificationState): void {
  assertMembers('state', state, OF_CREDIT_STATE);
  const { review, authorization } = state;
  if (review !== undefined) assertBoolean('state.review', review);
  if (authorization === undefined) return;
  assertObject('state.authorization', authorization);
  assertObject('state.authorization.claims', authorization.claims);
  assertBoolean('state.authorization.revoked', authorization.revoked);
  assertCount('state.authorization.used', authorization.used);
}

/** @throws as `readMessage`, `readSigner`, `readCredential`; TypeError, RangeError for a mistake of whoever calls */
export function readCreditRequest(
  compact: string,
  context: TrustContext & { readonly audience: string },
  state: CreditVerificationState,
): OnCreditRequest {
  assertContext(context, 'audience');
  assertCreditState(state);
  const message = readMessage('creditRequest', compact);
  const { claims } = message;
  const capacity = { role: askingRole(context.trustList, claims.iss), eku: EKU.command };
  return {
    claims,
    signer: readSigner(message, capacity, context),
    audience: context.audience,
    now: context.now,
    credential: state.credential === undefined ? undefined : readCredential(state.credential, context),
    authorization: state.authorization && readAuthorization(state.authorization),
    state,
  };
}

function readAuthorization({
  claims,
  revoked,
  used,
}: NonNullable<CreditVerificationState['authorization']>): CreditAuthorizationFacts {
  return {
    ...{ claims, revoked, used },
    from: parseUtcSeconds(claims.valid_from),
    until: parseUtcSeconds(claims.valid_until),
  };
}

const OF_ANSWER = ['service', 'audience', 'request_id', 'agent_id', 'purpose', 'level'] as const;

/** @throws as `readMessage`, `readSigner`; TypeError, RangeError for a mistake of whoever calls */
export function readCreditAnswer(
  compact: string,
  context: TrustContext & { readonly expected: ExpectedCreditAnswer },
): OnCreditAnswer {
  assertContext(context);
  assertTexts('expected', context.expected, OF_ANSWER);
  const message = readMessage('creditAnswer', compact);
  const signer = readSigner(message, { role: 'CREDIT_SERVICE', eku: EKU.credit }, context);
  const { expected, now } = context;
  return { claims: message.claims, signer, decoded: message.decoded, expected, now };
}

/** @throws as `readMessage`, `readSigner`; TypeError, RangeError for a mistake of whoever calls */
export function readCreditStatus(
  compact: string,
  context: TrustContext & { readonly expected: ExpectedCreditStatus },
): OnCreditStatus {
  assertContext(context);
  assertTexts('expected', context.expected, ['credential_id', 'issuer']);
  const message = readMessage('creditStatus', compact);
  const signer = readSigner(message, { role: 'CREDIT_SERVICE', eku: EKU.credit }, context);
  const { expected, now } = context;
  return { claims: message.claims, signer, expected, now };
}
