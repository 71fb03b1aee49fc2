/** The side of the agent that part of another agent's mandate is left to. @see OA-DLG-08, OA-DLG-10, OA-DLG-11 */
import { digestOfJws, digestOfObject } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type { Assignment, AssignmentProof, IacPayload } from '../../protocol/generated/types.ts';
import type { JsonValue } from '../../protocol/json/index.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import { assertAccepted, verifyHandingDown, verifyIac, verifyMandate } from '../../verifier/index.ts';
import { signCommand, trustNow } from '../calls.ts';
import type { AgentContext } from '../config.ts';

/**
 * Judges what another agent wants to leave to this one: that the mandates above are what their issuer signed, that the
 * terms are less than they allow and could be a mandate, and that all of it is for this agent and for those it works
 * with.
 *
 * @param delegator whom this agent's task is for
 * @throws ActError agent_mismatch, mandate_parent_mismatch, issuer_not_trusted, mandate_audience_mismatch,
 *   mandate_chain_broken, and the codes of `verifyMandate`, `verifyHandingDown` and `verifyIac`
 * @see OA-DLG-10, OA-DLG-11
 */
export async function acceptAssignment(
  context: AgentContext,
  { iac, issuer, psp_id: psp, mandates_above: above }: Assignment,
  delegator: string,
): Promise<void> {
  const { config } = context;
  if (iac.agent_id !== config.agent_id) throw new ActError('agent_mismatch');
  if (iac.delegator_identity !== delegator)
    throw new ActError('mandate_parent_mismatch', { member: 'delegator_identity' });
  if (issuer !== config.issuer) throw new ActError('issuer_not_trusted', { entity: issuer });
  if (psp !== config.psp_id) throw new ActError('mandate_audience_mismatch');
  const mandate = above.at(-1) ?? '';
  const chain = above.slice(0, -1);
  const trust = { trustList: await trustNow(context), now: context.clock(), audience: psp };
  assertAccepted(
    await verifyMandate({ mandate, ...(chain.length === 0 ? {} : { mandate_chain: chain }) }, trust),
  );
  const { claims } = readMessage('mandate', mandate);
  if (claims.iss !== issuer) throw new ActError('issuer_not_trusted', { entity: claims.iss });
  if (iac.ext?.openact?.parent_mandate !== (await digestOfJws(mandate)))
    throw new ActError('mandate_chain_broken', { member: 'parent_mandate' });
  assertAccepted(await verifyHandingDown(iac, claims.iac));
  // Less than what stands above may still be no mandate: one payment of more than its own total, say.
  assertAccepted(await verifyIac(iac));
}

/** That this agent holds its key and asks for a mandate on exactly these terms. */
export async function proveAssignment(context: AgentContext, iac: IacPayload): Promise<AssignmentProof> {
  const command = await signCommand(context, {
    aud: context.config.issuer,
    action: 'mandate.request',
    target: iac.delegation_id,
    params: { digest: await digestOfObject(iac as unknown as JsonValue) },
  });
  return { agent_attestation: context.attestation, command };
}
