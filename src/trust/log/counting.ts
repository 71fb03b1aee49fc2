import type { RateLimit } from '../../http/index.ts';
import type { Queries } from '../../store/index.ts';
import type { JudgedSubmission } from './submission.ts';
import { readKnown } from './tables.ts';

/**
 * Counts a submission, once it was verified and before it is given a place, for whoever has signed it. Everybody who took
 * part in a trade can read its anchors and send them again: what has its place already is counted for its record, so that
 * nobody uses up the turns of another with what that other has signed.
 *
 * @throws ActError request_rate_exceeded
 * @see OA-OPS-02
 */
export async function countSubmission(
  read: Queries,
  { recordId, submitter }: Pick<JudgedSubmission, 'recordId' | 'submitter'>,
  callerLimit: RateLimit | undefined,
): Promise<void> {
  const isPlaced = (await readKnown(read, [recordId])).size > 0;
  callerLimit?.take(isPlaced ? `record ${recordId}` : submitter);
}
