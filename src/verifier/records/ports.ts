import type { PublicJwk } from '../../protocol/digest/index.ts';
import type { Code } from '../../protocol/errors/index.ts';
import type {
  AnchorClaims,
  AttestationRecord,
  RecordParticipant,
  RecordSignature,
} from '../../protocol/generated/types.ts';

/** A key that was good at the time of an event, and where it came from. */
export interface FoundKey {
  readonly publicJwk: PublicJwk;
  readonly source: string;
}

/** An anchor whose submitter and whose place in the log were verified. */
export interface FoundAnchor {
  readonly claims: AnchorClaims;
  readonly index: number;
}

/** What a verification asks of others: whoever holds the records, the history of keys, and the anchor log. */
export interface RecordPorts {
  /** undefined: the holder has no such record. @throws ActError when the holder cannot be asked */
  record(recordId: string): Promise<AttestationRecord | undefined>;
  /**
   * The key that a signer had for this signature at the time of the event; undefined when there is none to be had.
   *
   * @param at Unix seconds
   */
  key(signature: RecordSignature, role: RecordParticipant['role'], at: number): Promise<FoundKey | undefined>;
  /**
   * `missing`: the log has no anchor that could be believed (its submitter's signature and its place in the log hold)
   * [TSD-ATT-SVF-25].
   *
   * @throws ActError when the log does not answer
   */
  anchor(record: AttestationRecord): Promise<FoundAnchor | { readonly missing: Code }>;
  /** Resolves when the time is over. */
  deadline(milliseconds: number): Promise<void>;
}
