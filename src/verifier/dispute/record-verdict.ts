import { ActError, type Code } from '../../protocol/errors/index.ts';
import type { AnchoredBody, AttestationRecord } from '../../protocol/generated/types.ts';
import type { NoteKey } from '../../protocol/merkle/index.ts';
import {
  believedAnchor,
  keyFromTrustList,
  type RecordPorts,
  type Verdict,
  verifyRecord,
} from '../records/index.ts';
import type { TrustList } from '../trust/trust-list.ts';

export interface JudgedRecord {
  readonly record: AttestationRecord;
  readonly verdict: Verdict;
  /** What exactly was found, where there is a code for it. */
  readonly code?: Code;
  /** Whose signature or key it is about, or which field differs. */
  readonly about?: string;
}

export interface RecordContext {
  readonly trustList: TrustList;
  readonly logKeys: readonly NoteKey[];
}

/** A log that is asked for this record has no anchor of another one. */
async function anchorInFile(
  { record_id }: AttestationRecord,
  anchored: AnchoredBody | undefined,
  { trustList, logKeys }: RecordContext,
): ReturnType<RecordPorts['anchor']> {
  if (anchored === undefined) return { missing: 'anchor_not_found' };
  const found = await believedAnchor(anchored, trustList, logKeys);
  return 'claims' in found && found.claims.record_id !== record_id ? { missing: 'anchor_not_found' } : found;
}

/** A file answers at once. */
const never = (): Promise<never> => new Promise(() => undefined);

/**
 * Judges one record with what was anchored of it, both out of a file: TSD-ATT-SVF without anybody to ask.
 *
 * @throws ActError when nothing can be said of the record, such as hash_algorithm_unsupported
 * @see TSD-ATT-DSP-03, TSD-ATT-DSP-05
 */
export async function judgeRecord(
  record: AttestationRecord,
  anchored: AnchoredBody | undefined,
  context: RecordContext,
): Promise<JudgedRecord> {
  const { verdict, code, signer, member } = await verifyRecord(record.record_id, {
    record: async () => record,
    key: (signature, role, at) => keyFromTrustList(context.trustList, signature, role, at),
    anchor: () => anchorInFile(record, anchored, context),
    deadline: never,
  });
  if (verdict === undefined) throw new ActError(code ?? 'internal', { record_id: record.record_id });
  const about = signer ?? member;
  return {
    record,
    verdict,
    ...(code === undefined ? {} : { code }),
    ...(about === undefined ? {} : { about }),
  };
}
