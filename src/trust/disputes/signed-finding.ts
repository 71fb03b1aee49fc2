import type { FindingClaims } from '../../protocol/generated/types.ts';
import type { Signer } from '../../protocol/jws/index.ts';
import { signMessage } from '../../protocol/messages/index.ts';
import { newId, type Random } from '../../protocol/ports.ts';
import type { DisputeJudgement } from '../../verifier/index.ts';
import type { Dispute, Outcome } from './tables.ts';

/** Who decides disputes here, and the key that signs what was found (EKU.finding). */
export interface DisputeHandler {
  /** Identifier in the role DISPUTE_HANDLER. */
  readonly id: string;
  readonly signer: Signer;
}

/** How long somebody may act on a finding. */
export const FINDING_SECONDS = 30 * 86_400;

/**
 * Signs what was found, for those who act on it. Without a trade there is nothing to act on.
 *
 * @see OA-DSP-09, OA-DSP-10, OA-DSP-11, OA-DSP-12
 */
export async function signFinding(
  { id: iss, signer }: DisputeHandler,
  { id: dispute_id, about }: Dispute,
  { finding, reason }: Pick<Outcome, 'finding' | 'reason'>,
  judgements: readonly DisputeJudgement[],
  { now, random }: { readonly now: number; readonly random: Random },
): Promise<string | undefined> {
  const { trade_no } = about;
  if (trade_no === undefined) return undefined;
  const claims: FindingClaims = {
    iss,
    jti: newId(random, 'fnd'),
    iat: now,
    exp: now + FINDING_SECONDS,
    ...{ dispute_id, trade_no, finding, reason },
    evidence: judgements.flatMap(({ bundle }) => (bundle === undefined ? [] : [bundle.content_digest])),
  };
  return signMessage('finding', claims, signer);
}
