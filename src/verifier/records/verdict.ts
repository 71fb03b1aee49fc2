import type { Code } from '../../protocol/errors/index.ts';
import type { AttestationRecord } from '../../protocol/generated/types.ts';

/** The seven conclusions of ACT, in the order in which they can be reached. @see TSD-ATT-SVF-22 */
export const VERDICTS = [
  'PUBLIC_KEY_UNAVAILABLE',
  'PAYLOAD_HASH_MISMATCH',
  'SIGNATURE_INVALID',
  'ANCHOR_NOT_FOUND',
  'ANCHOR_QUERY_TIMEOUT',
  'CHAIN_HASH_MISMATCH',
  'VERIFIED',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** One step of a verification, for the audit trail. @see TSD-ATT-SVF-26 */
export interface VerificationStep {
  readonly step: 'record' | 'key' | 'payload_hash' | 'signature' | 'anchor';
  readonly outcome: 'ok' | 'failed' | 'unavailable';
  /** Whose key or signature, or where the key or the anchor came from. */
  readonly note?: string;
  readonly code?: Code;
}

/** What came of one record. Nothing but a verdict of the list is ever said of a record that could be judged. */
export interface RecordJudgement {
  readonly record_id: string;
  /** Absent: the verification could not begin, and `code` says why. That is never evidence against the record. */
  readonly verdict?: Verdict;
  readonly code?: Code;
  /** Of SIGNATURE_INVALID and PUBLIC_KEY_UNAVAILABLE: whose it is. */
  readonly signer?: string;
  /** Of CHAIN_HASH_MISMATCH: the first member in which record and anchor differ. */
  readonly member?: string;
  /** Where the log has the anchor. */
  readonly index?: number;
  readonly record?: AttestationRecord;
  readonly steps: readonly VerificationStep[];
}
