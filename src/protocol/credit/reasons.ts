import type { Code } from '../errors/index.ts';
import type { CreditAnswerClaims, CreditReason } from '../generated/types.ts';

type Failure = Exclude<CreditReason, 'VERIFIED'>;

/** Our code of each reason but VERIFIED: one stands for one. @see TSD-CRD-VER */
export const REASON_CODE = {
  INVALID_REQUEST: 'credit_request_invalid',
  REQUEST_PROOF_INVALID: 'credit_request_proof_invalid',
  REQUEST_EXPIRED: 'credit_request_expired',
  REPLAY_DETECTED: 'credit_request_replayed',
  AUTHORIZATION_REQUIRED: 'credit_authorization_required',
  AUTHORIZATION_EXPIRED: 'credit_authorization_expired',
  AUTHORIZATION_REVOKED: 'credit_authorization_revoked',
  AUTHORIZATION_SCOPE_MISMATCH: 'credit_scope_mismatch',
  AGENT_NOT_REGISTERED: 'credit_agent_not_registered',
  ASSOCIATION_CREDENTIAL_NOT_FOUND: 'credit_credential_not_found',
  ASSOCIATION_CREDENTIAL_NOT_ACTIVE: 'credit_credential_not_active',
  ASSOCIATION_PROOF_INVALID: 'credit_proof_invalid',
  CREDIT_ASSERTION_UNAVAILABLE: 'credit_assertion_unavailable',
  CREDIT_ASSERTION_INVALID: 'credit_assertion_invalid',
  MAPPING_POLICY_UNSUPPORTED: 'credit_mapping_unsupported',
  INCONCLUSIVE: 'credit_inconclusive',
  REVIEW_REQUIRED: 'credit_review_required',
} as const satisfies Readonly<Record<Failure, Code>>;

const REASONS: ReadonlyMap<Code, Failure> = new Map(
  Object.entries(REASON_CODE).map(([reason, code]) => [code, reason as Failure]),
);

/** The reason that a code stands for, and undefined for codes of other things. */
export function creditReasonOf(code: Code): Failure | undefined {
  return REASONS.get(code);
}

/**
 * What a reason comes to. What could not be found out is INCONCLUSIVE and never a pass; what people have to look at is
 * REVIEW_REQUIRED; everything else that is not VERIFIED failed.
 *
 * @see OA-CRD-15
 */
export function creditResultOf(reason: CreditReason): CreditAnswerClaims['result'] {
  switch (reason) {
    case 'VERIFIED':
      return 'PASS';
    case 'REVIEW_REQUIRED':
      return 'REVIEW_REQUIRED';
    case 'INCONCLUSIVE':
    case 'CREDIT_ASSERTION_UNAVAILABLE':
      return 'INCONCLUSIVE';
    default:
      return 'FAIL';
  }
}
