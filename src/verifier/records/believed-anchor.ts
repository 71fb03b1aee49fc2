import { ActError } from '../../protocol/errors/index.ts';
import type { AnchoredBody } from '../../protocol/generated/types.ts';
import type { NoteKey } from '../../protocol/merkle/index.ts';
import { readMessage } from '../../protocol/messages/read.ts';
import { verifyAnchor } from '../anchor.ts';
import { assertAnchored } from '../anchor-proof.ts';
import { trustListAt } from '../trust/status-at.ts';
import type { TrustList } from '../trust/trust-list.ts';
import type { FoundAnchor, RecordPorts } from './ports.ts';

/**
 * What a log has answered, as a verification takes it: an anchor whose submitter was certified when it was signed, at a
 * place that a checkpoint of the log proves. An answer that shows less is no anchor.
 *
 * @param keys with which the log may sign
 * @see TSD-ATT-SVF-25, OA-LOG-08
 */
export async function believedAnchor(
  body: AnchoredBody,
  trustList: TrustList,
  keys: readonly NoteKey[],
): Promise<FoundAnchor | Extract<Awaited<ReturnType<RecordPorts['anchor']>>, { readonly missing: unknown }>> {
  try {
    const { iat: now } = readMessage('anchor', body.anchor).claims;
    const { claims } = await verifyAnchor(
      body.anchor,
      { trustList: trustListAt(trustList, now), now },
      body.agent_attestation,
    );
    await assertAnchored(body, keys);
    return { claims, index: body.index };
  } catch (error) {
    if (error instanceof ActError) return { missing: error.code };
    throw error;
  }
}
