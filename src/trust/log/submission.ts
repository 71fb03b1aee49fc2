import { logEntryOf } from '../../protocol/attestation/anchor.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { AnchorRequestBody } from '../../protocol/generated/types.ts';
import { ANCHOR_MAX_AGE_SECONDS, REQUEST_TIME_SKEW_SECONDS } from '../../protocol/limits.ts';
import { type TrustList, verifyAnchor } from '../../verifier/index.ts';
import type { Submission } from './anchor-log.ts';

export interface JudgedSubmission extends Submission {
  /** Who has signed it. */
  readonly submitter: string;
}

/**
 * Judges what is submitted, before it is given a place.
 *
 * @throws ActError as verifyAnchor; anchor_time_invalid
 */
export async function judgeSubmission(
  { anchor, agent_attestation }: AnchorRequestBody,
  trustList: TrustList,
  now: number,
): Promise<JudgedSubmission> {
  const { claims } = await verifyAnchor(anchor, { trustList, now }, agent_attestation);
  assertPresent(claims.iat, now);
  return {
    recordId: claims.record_id,
    submitter: claims.iss,
    channel: claims.privacy_channel,
    anchor,
    agentAttestation: agent_attestation,
    entry: await logEntryOf(anchor),
  };
}

/** OA-LOG-05: what was signed while the log could not be reached may come late, and nothing comes from the future. */
function assertPresent(iat: number, now: number): void {
  const isPresent = iat <= now + REQUEST_TIME_SKEW_SECONDS && now - iat <= ANCHOR_MAX_AGE_SECONDS;
  if (!isPresent) throw new ActError('anchor_time_invalid', { rule: 'anchor_age', iat, now });
}
